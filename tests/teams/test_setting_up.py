"""From a published neighbourhood to a team at work, through the screens."""

import pytest
from django.core import mail
from django.test import override_settings
from django.urls import reverse
from wagtail.models import Locale

from heritage.editorial.teams.asking import people_with, team_of
from heritage.editorial.teams.models import Team
from heritage.editorial.teams.roles import TeamRole

from ..editorial.forms import filled_in
from ..factories import UserFactory
from .people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def lines(*people, role="editor") -> dict:
    data = {"people-TOTAL_FORMS": 3, "people-INITIAL_FORMS": 0}
    for number in range(3):
        name, email = people[number] if number < len(people) else ("", "")
        data |= {
            f"people-{number}-name": name,
            f"people-{number}-email": email,
            f"people-{number}-role": role,
        }
    return data


def found_url(page) -> str:
    return reverse("people:found", args=[page.pk])


def test_publishing_a_neighbourhood_offers_its_team(city, signed_in):
    admin = signed_in(user=UserFactory(is_superuser=True))
    url = reverse("wagtailadmin_pages:edit", args=[city.neighbourhood.pk])
    form = admin.get(url).context["form"]

    answer = admin.post(url, filled_in(form, **{"action-publish": "1"}), follow=True)

    assert found_url(city.neighbourhood) in answer.content.decode()
    assert "It has no team yet" in answer.content.decode()


def test_nothing_is_offered_where_there_is_a_team_or_no_neighbourhood(city, team, signed_in):
    admin = signed_in(user=UserFactory(is_superuser=True))
    for page in (city.neighbourhood, city.landmark):
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        form = admin.get(url).context["form"]
        answer = admin.post(url, filled_in(form, **{"action-publish": "1"}), follow=True)
        assert "has no team yet" not in answer.content.decode()


def test_an_editor_who_publishes_is_not_asked(city, client):
    from django.contrib.auth.models import Group

    from heritage.editorial.teams.founding import EDITORS

    user = UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    url = reverse("wagtailadmin_pages:edit", args=[city.neighbourhood.pk])
    form = client.get(url).context["form"]

    answer = client.post(url, filled_in(form, **{"action-publish": "1"}), follow=True)

    assert found_url(city.neighbourhood) not in answer.content.decode()


def test_the_way_to_it_is_in_the_pages_menu_and_on_the_people_pages(city, operator):
    for url in (
        reverse("wagtailadmin_pages:edit", args=[city.neighbourhood.pk]),
        reverse("wagtailadmin_explore", args=[city.neighbourhood.pk]),
        reverse("people:teams"),
    ):
        assert found_url(city.neighbourhood) in operator.get(url).content.decode(), url
    people = operator.get(reverse("people:index")).content.decode()
    assert "1 neighbourhood has no team yet" in people


def test_a_team_that_is_there_is_in_the_pages_menu(city, team, operator):
    page = operator.get(reverse("wagtailadmin_explore", args=[city.neighbourhood.pk]))

    assert f"{reverse('people:index')}?team={team.pk}" in page.content.decode()
    assert found_url(city.neighbourhood) not in page.content.decode()


def test_the_screen_says_what_it_means_and_makes_nothing_by_itself(city, operator):
    page = operator.get(found_url(city.neighbourhood)).content.decode()

    assert "three reviews by three people" in page
    assert not Team.objects.exists()


def test_a_team_is_set_up_with_its_first_people(city, operator):
    people = [("Li Sample", "li@example.org"), ("Wang Sample", "wang@example.org")]

    answer = operator.post(found_url(city.neighbourhood), lines(*people))

    team = team_of(city.landmark)
    assert {p.first_name for p in people_with(TeamRole.EDITOR, team)} == {
        "Li Sample",
        "Wang Sample",
    }
    assert {letter.to[0] for letter in mail.outbox} == {"li@example.org", "wang@example.org"}
    assert "li@example.org" in answer.content.decode()


@override_settings(EMAIL_BACKEND="django.core.mail.backends.console.EmailBackend")
def test_without_mail_each_link_is_shown(city, operator):
    people = [("Li Sample", "li@example.org"), ("Wang Sample", "wang@example.org")]

    answer = operator.post(found_url(city.neighbourhood), lines(*people))

    assert answer.content.decode().count("/admin/welcome/") == 2


def test_a_team_is_set_up_without_people(city, operator):
    answer = operator.post(found_url(city.neighbourhood), lines())

    assert answer.url == f"{reverse('people:index')}?team={team_of(city.landmark).pk}"


@pytest.mark.parametrize(
    "people",
    [
        [("Li", "")],
        [("", "li@example.org")],
        [("Li", "not an address")],
        [("Li", "taken@example.org")],
        [("Li", "li@example.org"), ("Wang", "LI@example.org")],
    ],
)
def test_a_line_that_is_wrong_sets_nothing_up(city, operator, people):
    UserFactory(email="taken@example.org")

    answer = operator.post(found_url(city.neighbourhood), lines(*people))

    assert answer.status_code == 200
    assert not Team.objects.exists() and not mail.outbox


def test_a_page_that_is_no_neighbourhood_has_no_such_screen(city, operator):
    assert operator.get(found_url(city.landmark), follow=True).status_code == 404


def test_set_up_twice_it_leads_to_the_team(city, team, operator):
    assert operator.get(found_url(city.neighbourhood)).url.endswith(f"?team={team.pk}")
    operator.post(found_url(city.neighbourhood), lines())
    assert Team.objects.count() == 1


def test_any_language_of_the_neighbourhood_sets_up_the_one_team(city, operator):
    english = Locale.objects.get(language_code="en")
    page = city.neighbourhood.copy_for_translation(english, copy_parents=True)

    operator.post(found_url(page), lines())

    assert team_of(city.landmark) == team_of(page)


def test_the_teams_are_listed_with_how_many_work_in_them(team, operator):
    somebody((TeamRole.EDITOR, team))
    somebody((TeamRole.EDITOR, team), is_active=False)

    answer = operator.get(reverse("people:teams"))

    [row] = answer.context["teams"]
    assert (row.editors_now, row.curators_now) == (1, 0)
    assert "nobody here can make the first review" in answer.content.decode()


def test_a_curator_sees_only_their_own_team(city, team, signed_in):
    curator = signed_in((TeamRole.CURATOR, team))

    answer = curator.get(reverse("people:teams"))

    assert list(answer.context["teams"]) == [team]
    assert not answer.context["teamless"]
