"""The first page costs the same queries however much waits and however large the city is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heritage.editorial.readiness.keeping import readiness_keep
from heritage.editorial.teams.roles import CityRole, TeamRole
from heritage.editorial.teams.services import team_found
from heritage.insight.homes.lists import SHOWN
from heritage.insight.homes.panels import _piles

from .. import factories as make
from ..teams.people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.fixture
def team(city):
    return team_found(page=city.neighbourhood, by=None)


def city_grows(city, user, *, drafts: int, neighbourhoods: int) -> None:
    for number in range(neighbourhoods):
        place = make.NeighbourhoodPageFactory(parent=city.home)
        if number % 2:
            team_found(page=place, by=None)
    pages = [
        make.LandmarkPageFactory(
            parent=city.neighbourhood, owner=user, live=False, has_unpublished_changes=True, lede=""
        ).pk
        for _number in range(drafts)
    ]
    readiness_keep(pages=pages)


def queries(client) -> int:
    address = reverse("wagtailadmin_home")
    client.get(address)  # what is kept between requests is kept now
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
        number = len(captured)
    assert answer.status_code == 200
    return number


@pytest.mark.parametrize("role", [*TeamRole, CityRole.AUDITOR, CityRole.REVIEWER])
def test_thirty_drafts_and_twelve_neighbourhoods_cost_what_a_few_do(city, team, client, role):
    user = somebody((role, team) if role in list(TeamRole) else role)
    client.force_login(user)
    city_grows(city, user, drafts=3, neighbourhoods=2)
    few = queries(client)

    city_grows(city, user, drafts=27, neighbourhoods=10)

    assert queries(client) == few


def test_a_list_cut_short_says_how_many_there_are(city, team, client):
    user = somebody((TeamRole.EDITOR, team))
    city_grows(city, user, drafts=SHOWN + 4, neighbourhoods=0)

    (drafts,) = [pile for pile in _piles(user) if pile.code == "drafts"]

    assert (len(drafts.items), drafts.number, drafts.more) == (SHOWN, SHOWN + 4, 4)
