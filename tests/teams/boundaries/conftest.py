"""Two neighbourhoods with a team each; who works in the first, and a page of it."""

import pytest

from heritage.editorial.teams.roles import TeamRole
from heritage.editorial.teams.services import city_roles_found, team_found

from ...factories import LandmarkPageFactory, NeighbourhoodPageFactory
from ..people import somebody
from .sending import signed_in


@pytest.fixture
def team(city):
    city_roles_found()
    return team_found(page=city.neighbourhood, by=None)


@pytest.fixture
def other(city, team):
    return team_found(
        page=NeighbourhoodPageFactory(parent=city.home, slug="pantang", title="泮塘"), by=None
    )


@pytest.fixture
def page(city):
    return LandmarkPageFactory(parent=city.neighbourhood, slug="own", live=False)


@pytest.fixture
def editor(team):
    return signed_in(somebody((TeamRole.EDITOR, team)))
