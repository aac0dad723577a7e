"""The list of people, a person's sheet: what is on them, and who may look."""

from urllib.parse import quote

import pytest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from heritage.editorial.teams.roles import CityRole, TeamRole
from heritage.editorial.teams.services import team_found

from ..factories import NeighbourhoodPageFactory, UserFactory
from .people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

INDEX = "people:index"


@pytest.fixture
def other(city):
    page = NeighbourhoodPageFactory(parent=city.home, slug="datang", title="大塘")
    return team_found(page=page, by=None)


def names(answer) -> set[str]:
    return {person.first_name for person in answer.context["object_list"]}


def test_it_shows_each_person_with_their_roles(operator, team):
    somebody((TeamRole.EDITOR, team), CityRole.REVIEWER, first_name="Li")

    page = operator.get(reverse(INDEX)).content.decode()

    assert "Li" in page
    assert "Editor, Enning Road" in page and "City reviewer" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "wang@"}, {"Wang"}),
        ({"q": "Li"}, {"Li"}),
        ({"role": "editor"}, {"Li"}),
        ({"role": "auditor"}, {"Wang"}),
        ({"state": "ended"}, {"Gone"}),
        ({"state": "invited"}, {"New"}),
        ({"state": "working"}, {"Li", "Wang", "Operator"}),
    ],
)
def test_it_is_searched_and_narrowed_down(operator, team, query, found):
    somebody((TeamRole.EDITOR, team), first_name="Li")
    somebody(CityRole.AUDITOR, first_name="Wang", email="wang@example.org")
    UserFactory(first_name="Gone", is_active=False)
    new = UserFactory(first_name="New")
    new.set_unusable_password()
    new.save()

    assert names(operator.get(reverse(INDEX), query)) == found
    assert names(operator.get(reverse("people:index_results"), query)) == found


def test_it_is_narrowed_down_to_a_team_whose_invitations_it_begins(operator, team, other):
    somebody((TeamRole.EDITOR, team), (TeamRole.CURATOR, team), first_name="Li")
    somebody((TeamRole.EDITOR, other), first_name="Wang")

    answer = operator.get(reverse(INDEX), {"team": team.pk})

    assert names(answer) == {"Li"}
    assert f"{reverse('people:invite')}?team={team.pk}" in answer.content.decode()


def test_a_long_list_costs_no_more_queries(operator, team, django_assert_max_num_queries):
    operator.get(reverse(INDEX))
    with django_assert_max_num_queries(60) as few:
        operator.get(reverse(INDEX))
    for _ in range(12):
        somebody((TeamRole.EDITOR, team), CityRole.REVIEWER)
    with django_assert_max_num_queries(len(few)):
        operator.get(reverse(INDEX))


def test_a_curator_reads_of_their_own_team_and_changes_nothing(signed_in, team, other):
    own = somebody((TeamRole.EDITOR, team), first_name="Li")
    foreign = somebody((TeamRole.EDITOR, other), first_name="Wang")
    curator = signed_in((TeamRole.CURATOR, team), first_name="Curator")

    answer = curator.get(reverse(INDEX))

    assert names(answer) == {"Li", "Curator"}
    assert reverse("people:invite") not in answer.content.decode()
    assert curator.get(reverse("people:person", args=[own.pk])).status_code == 200
    hidden = reverse("people:person", args=[foreign.pk])
    assert curator.get(hidden, follow=True).status_code == 404
    assert names(curator.get(reverse(INDEX), {"team": other.pk})) <= {"Li", "Curator"}
    for step in ("move", "end", "back", "link"):
        url = reverse(f"people:{step}", args=[own.pk])
        assert curator.post(url, {"why": "x", "role": "auditor"}).status_code == 302
    own.refresh_from_db()
    assert own.is_active


def test_an_auditor_reads_all_and_changes_nothing(signed_in, team):
    somebody((TeamRole.EDITOR, team), first_name="Li")
    auditor = signed_in(CityRole.AUDITOR, first_name="Auditor")

    answer = auditor.get(reverse(INDEX))

    assert names(answer) == {"Li", "Auditor"}
    for name in ("invite", "teams"):
        status = auditor.get(reverse(f"people:{name}")).status_code
        assert status == (200 if name == "teams" else 302)


@pytest.mark.parametrize("role", ["editor", CityRole.REVIEWER, CityRole.PUBLISHER, None])
def test_others_have_no_such_section(signed_in, city, team, role):
    roles = {"editor": [(TeamRole.EDITOR, team)], None: []}.get(role, [role])
    client = signed_in(*roles)

    menu = client.get(reverse("wagtailadmin_home"))
    assert reverse(INDEX) not in menu.content.decode()
    for name, args in (
        (INDEX, []),
        ("people:index_results", []),
        ("people:invite", []),
        ("people:teams", []),
        ("people:found", [city.neighbourhood.pk]),
        ("people:person", [client.user.pk]),
        ("people:end", [client.user.pk]),
    ):
        assert client.get(reverse(name, args=args)).status_code == 302, name


def test_a_sheet_tells_what_somebody_was_and_when(operator, team):
    person = somebody((TeamRole.EDITOR, team), first_name="Li")
    operator.post(reverse("people:end", args=[person.pk]), {"why": "moved away"})

    sheet = operator.get(reverse("people:person", args=[person.pk])).content.decode()

    for words in ("Took on a role", "Gave up a role", "moved away", "Enning Road", "Operator"):
        assert words in sheet
    assert reverse("people:back", args=[person.pk]) in sheet
    assert reverse("people:move", args=[person.pk]) not in sheet


def test_what_rooms_put_beside_a_user_is_on_the_sheet_and_leads_back(operator, team):
    person = somebody(CityRole.PUBLISHER)

    def lost_phone(user, request_user):
        yield Button("Lost phone", url=f"/admin/lost/{user.pk}/?next=/admin/users/")

    with hooks.register_temporarily("register_user_listing_buttons", lost_phone):
        sheet = operator.get(reverse("people:person", args=[person.pk])).content.decode()

    back = quote(reverse("people:person", args=[person.pk]), safe="")
    assert f"/admin/lost/{person.pk}/?next={back}" in sheet


def test_a_step_that_does_not_fit_leads_back_to_the_sheet(operator, team):
    person = somebody((TeamRole.EDITOR, team))

    answer = operator.get(reverse("people:back", args=[person.pk]))

    assert answer.url == reverse("people:person", args=[person.pk])
