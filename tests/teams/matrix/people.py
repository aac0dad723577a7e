"""Who may do what with the people of 恩宁路's team, and on the screens of the whole city."""

from .rows import CITY, ENTER, READ, ROOT, do, see

WATCH = CITY | {"auditor"}
TEAM = WATCH | {"curator"}
SOMEBODY = "/admin/people/{editor_person}/"
NEW = {
    "name": "新来的",
    "email": "new@example.org",
    "role": "reviewer",
    "team": "",
    "username": "",
    "language": "zh-hans",
}
FIRST_PEOPLE = {"people-TOTAL_FORMS": 0, "people-INITIAL_FORMS": 0}
PEOPLE = [
    see("who is here", "/admin/people/", TEAM | {"other_curator"}),
    see("which teams there are", "/admin/people/teams/", TEAM | {"other_curator"}),
    see("somebody's page", SOMEBODY, TEAM),
    do("invite somebody", "/admin/people/invite/", CITY, NEW),
    do("give somebody another role", f"{SOMEBODY}move/", CITY, {"role": "publisher", "team": ""}),
    do("let somebody go", f"{SOMEBODY}end/", CITY, {"why": "调走了"}),
    do("take somebody back", "/admin/people/{ended_person}/back/", CITY, {"role": "reviewer"}),
    do("make oneself a publisher", "/admin/people/{operator_person}/move/", ROOT,
       {"role": "publisher", "team": ""}),
    do("let an administrator go", "/admin/people/{superuser_person}/end/", frozenset(),
       {"why": "x"}),
    do("set up a team", "/admin/people/teams/found/{teamless}/", CITY, FIRST_PEOPLE),
    see("the city at a glance", "/admin/city/", READ - {"editor", "curator"}),
    see("who published what", "/admin/reports/audit/", WATCH),
    see("take it away", "/admin/reports/audit/?export=csv", WATCH),
    see("registers brought in", "/admin/registers/", WATCH),
    see("bring a register in", "/admin/registers/new/", CITY),
    see("take a register out", "/admin/registers/take-out/", ENTER),
    see("take a neighbourhood out", "/admin/registers/package-out/", CITY),
    see("bring a neighbourhood in", "/admin/registers/package-in/", CITY),
    see("steps of workflows to choose from", "/admin/workflows/task_chooser/", ROOT),
    see("a step of a workflow", "/admin/workflows/task_chooser/{task}/", ROOT),
]  # fmt: skip
