"""The city at a glance: what is told of each neighbourhood, the gaps first."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from heritage.editorial.teams.models import CityGroup
from heritage.editorial.teams.roles import CityRole
from heritage.editorial.teams.services import team_found
from heritage.insight.overview.reading import KINDS, overview
from heritage.plaques.models import Plaque

from .. import factories as make

pytestmark = pytest.mark.django_db
KINDS_IN_ORDER = ["history", "landmark", "mural", "person", "trail", "plaque"]


def cells_of(page):
    [row] = [row for row in overview() if row.page.pk == page.pk]
    return {cell.kind: (cell.shown, cell.waiting) for cell in row.cells}


def test_each_kind_is_counted_by_whether_visitors_can_read_it(city):
    make.LandmarkPageFactory(parent=city.neighbourhood, live=False)

    assert cells_of(city.neighbourhood) == {
        "history": (1, 0),
        "landmark": (1, 1),
        "mural": (1, 0),
        "person": (1, 0),
        "trail": (1, 0),
        "plaque": (0, 1),
    }


def test_a_plaque_counts_as_shown_once_it_hangs_and_no_more_when_retired(city):
    Plaque.objects.update(status=Plaque.Status.FIXED)
    assert cells_of(city.neighbourhood)["plaque"] == (1, 0)

    Plaque.objects.update(status=Plaque.Status.RETIRED)
    assert cells_of(city.neighbourhood)["plaque"] == (0, 0)


def test_a_trail_counts_wherever_it_passes_once(city):
    other = make.NeighbourhoodPageFactory(parent=city.home, title="沙面")
    there = make.LandmarkPageFactory(parent=other)
    make.TrailPageFactory(parent=city.home, stops_at=[city.landmark, city.mural, there])

    assert cells_of(city.neighbourhood)["trail"] == (2, 0)
    assert cells_of(other)["trail"] == (1, 0)


def test_the_emptiest_neighbourhood_comes_first(city):
    empty = make.NeighbourhoodPageFactory(parent=city.home, title="瓦壶岗")

    rows = overview()

    assert rows[0].page.pk == empty.pk
    assert rows[0].gaps == len(KINDS) + 1
    assert [cell.kind for cell in rows[0].cells] == KINDS_IN_ORDER


def test_a_hundred_neighbourhoods_cost_no_more_queries_than_one(
    city, django_assert_max_num_queries
):
    for number in range(10):
        place = make.NeighbourhoodPageFactory(parent=city.home, title=f"街区{number}")
        make.LandmarkPageFactory(parent=place)
    overview()

    with django_assert_max_num_queries(6):
        overview()


def city_role(role: CityRole) -> Group:
    return CityGroup.objects.get(role=role).group


@pytest.mark.parametrize("role", list(CityRole))
def test_who_works_for_the_city_sees_the_whole_of_it(city, client, role):
    user = make.UserFactory()
    user.groups.add(city_role(role))
    client.force_login(user)

    answer = client.get(reverse("city_overview"))

    assert answer.status_code == 200
    assert city.neighbourhood.title in answer.content.decode()


def test_a_gap_leads_an_operator_to_the_form_that_fills_it(city, client):
    empty = make.NeighbourhoodPageFactory(parent=city.home, title="瓦壶岗")
    user = make.UserFactory()
    user.groups.add(city_role(CityRole.OPERATOR))
    client.force_login(user)

    page = client.get(reverse("city_overview")).content.decode()

    assert reverse("wagtailadmin_pages:add", args=["places", "landmarkpage", empty.pk]) in page


def test_a_reader_is_not_led_to_forms(city, client):
    empty = make.NeighbourhoodPageFactory(parent=city.home, title="瓦壶岗")
    user = make.UserFactory()
    user.groups.add(city_role(CityRole.AUDITOR))
    client.force_login(user)

    page = client.get(reverse("city_overview")).content.decode()

    assert reverse("wagtailadmin_pages:add", args=["places", "landmarkpage", empty.pk]) not in page


def test_the_districts_narrow_the_table(city, client, admin):
    make.NeighbourhoodPageFactory(parent=city.home, title="沙面", district="荔湾区")
    make.NeighbourhoodPageFactory(parent=city.home, title="大塘", district="越秀区")

    page = admin.get(reverse("city_overview"), {"district": "荔湾区"}).content.decode()

    assert "沙面" in page
    assert "大塘" not in page


def test_an_editor_of_one_place_does_not_see_the_city(city, client):
    team = team_found(page=city.neighbourhood, by=None)
    user = make.UserFactory()
    user.groups.add(team.editors)
    client.force_login(user)

    answer = client.get(reverse("city_overview"))

    assert answer.status_code == 302
    assert answer.url == reverse("wagtailadmin_home")
