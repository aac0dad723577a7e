"""Two neighbourhoods with a team each, one without, and everybody who might come by.

What is unpublished or kept in 恩宁路's collection has 密 in its name: whoever may not read it
must meet that character nowhere.
"""

from dataclasses import dataclass, field
from types import SimpleNamespace

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import (
    Collection,
    Comment,
    GroupApprovalTask,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from heritage.archive.models import Paper
from heritage.editorial.teams.founding import EDITORS
from heritage.editorial.teams.roles import CityRole, TeamRole
from heritage.editorial.teams.services import city_roles_found, team_found
from home.models import HomePage

from ... import factories as make
from ..people import somebody

SECRET = "密"
# Of 恩宁路's team, of another team, over the city, and the rest.
EVERYBODY = (
    "editor",
    "curator",
    "other_editor",
    "other_curator",
    "reviewer",
    "publisher",
    "operator",
    "auditor",
    "EDITORS",
    "ended",
    "plain",
    "stranger",
    "superuser",
)
MAY_READ = {"editor", "curator", "reviewer", "publisher", "operator", "auditor", "superuser"}


@dataclass
class Town:
    """Rows by name, for addresses: `/admin/pages/{draft}/edit/`."""

    rows: SimpleNamespace = field(default_factory=SimpleNamespace)
    people: dict = field(default_factory=dict)

    def named(self, text: str) -> str:
        """An address with the numbers of rows in the place of their names."""
        return text.format(**{name: _number(row) for name, row in vars(self.rows).items()})

    def client(self, who: str) -> Client:
        client = Client()
        client.cookies["django_language"] = "en"
        if who != "stranger":
            client.force_login(self.people[who])
        return client


def _number(row) -> str:
    return str(getattr(row, "pk", row))


def build_town() -> Town:
    town = Town()
    city_roles_found()
    home = HomePage.objects.get(locale__language_code="zh-hans")
    _streets(town.rows, home)
    teams = [team_found(page=page, by=None) for page in (town.rows.street, town.rows.elsewhere)]
    _items(town.rows, *teams)
    _stories(town.rows)
    _plaques(town.rows)
    _people(town, *teams)
    _review(town.rows)
    _of_the_editor(town.rows, town.people["editor"])
    return town


def _streets(rows, home) -> None:
    rows.home = home
    for name, slug, title in (
        ("street", "enning", "恩宁路"),
        ("elsewhere", "pantang", "泮塘"),
        ("teamless", "shamian", "沙面"),
    ):
        page = make.NeighbourhoodPageFactory(parent=home, slug=slug, title=title)
        setattr(rows, name, page)


def _items(rows, team, other) -> None:
    rows.collection, rows.other_collection = team.collection, other.collection
    for name, title, collection in (
        ("picture", f"{SECRET}图", team.collection),
        ("other_picture", "泮塘的图", other.collection),
        ("shared_picture", "全城共用的图", Collection.get_first_root_node()),
    ):
        setattr(rows, name, make.PictureFactory(title=title, collection=collection))
    rows.recording = make.RecordingFactory(title=f"{SECRET}音", collection=team.collection)
    rows.shared_recording = make.RecordingFactory(title="全城共用的音")
    rows.paper = Paper.objects.create(
        title=f"{SECRET}件", collection=team.collection, file=ContentFile(b"words", "a.txt")
    )
    rows.picture_file, rows.paper_file = rows.picture.file.name, rows.paper.file.name


def _stories(rows) -> None:
    here = {"parent": rows.street, "picture": rows.picture}
    rows.live = make.LandmarkPageFactory(**here, slug="live", title="詹天佑故居")
    rows.draft = make.LandmarkPageFactory(**here, slug="draft", title=f"{SECRET}稿", live=False)
    rows.second = make.LandmarkPageFactory(**here, slug="second", title=f"{SECRET}二", live=False)
    rows.locked = make.LandmarkPageFactory(
        **here, slug="locked", title=f"{SECRET}锁", live=False, locked=True
    )
    rows.reviewed = make.LandmarkPageFactory(
        **here, slug="reviewed", title=f"{SECRET}审", live=False
    )
    rows.alias = rows.live.create_alias(update_slug="alias")
    there = {"parent": rows.elsewhere, "picture": rows.other_picture}
    rows.other_live = make.LandmarkPageFactory(**there, slug="temple", title="仁威庙")
    rows.other_draft = make.LandmarkPageFactory(**there, slug="pond", title="荷塘", live=False)
    rows.free = make.LandmarkPageFactory(
        parent=rows.teamless, slug="church", title="露德堂", live=False
    )
    rows.free_live = make.LandmarkPageFactory(parent=rows.teamless, slug="bank", title="银行")
    for name in ("live", "draft", "other_draft", "free"):
        page = getattr(rows, name)
        revision = page.save_revision()
        page.refresh_from_db()
        setattr(rows, f"{name}_revision", revision)
    # The published page is called as before; its draft has a new name.
    rows.live.title = f"{SECRET}改"
    rows.newer_revision = rows.live.save_revision()


def _plaques(rows) -> None:
    rows.plaque = make.PlaqueFactory(page=rows.draft, label=f"{SECRET}牌", status="fixed")
    rows.waiting = make.PlaqueFactory(
        neighbourhood_key=rows.street.translation_key, label=f"{SECRET}空牌"
    )
    rows.other_plaque = make.PlaqueFactory(page=rows.other_live, label="仁威庙")
    other = make.PlaqueFactory(neighbourhood_key=rows.elsewhere.translation_key)
    rows.plaque_code, rows.waiting_code = rows.plaque.code, rows.waiting.code
    rows.other_waiting_code = other.code


def _people(town, team, other) -> None:
    roles = {
        "editor": (TeamRole.EDITOR, team),
        "curator": (TeamRole.CURATOR, team),
        "other_editor": (TeamRole.EDITOR, other),
        "other_curator": (TeamRole.CURATOR, other),
        **{role.value: role for role in CityRole},
    }
    people = {name: somebody(role, username=name) for name, role in roles.items()}
    people["EDITORS"] = make.UserFactory(username="city_editor")
    people["EDITORS"].groups.add(Group.objects.get(name=EDITORS))
    people["ended"] = make.UserFactory(username="ended", is_active=False)
    people["plain"] = make.UserFactory(username="plain")
    people["superuser"] = make.UserFactory(username="root", is_superuser=True)
    town.people = people


def _review(rows) -> None:
    """One page in review by the city's reviewers, and one of the other team's."""
    reviewers = Group.objects.get(city_group__role=CityRole.REVIEWER)
    workflow = Workflow.objects.create(name="two reviews")
    for number in (1, 2):
        task = GroupApprovalTask.objects.create(name=f"review {number}")
        task.groups.set([reviewers])
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=number)
    WorkflowPage.objects.update_or_create(
        page=Page.objects.get(pk=rows.home.pk), defaults={"workflow": workflow}
    )
    for name, page in (("step", rows.reviewed), ("other_step", rows.other_draft)):
        page.save_revision()
        setattr(rows, name, workflow.start(page, None).current_task_state)
    rows.task = rows.step.task


def _of_the_editor(rows, editor) -> None:
    """What an editor has said."""
    rows.comment = Comment.objects.create(
        page=rows.draft, user=editor, text=f"{SECRET}评", contentpath="lede"
    )
