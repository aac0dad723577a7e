import pytest
from django.test import Client
from django.utils.translation import override

from heritage.editorial.teams.models import Team
from heritage.editorial.teams.roles import CityRole
from heritage.editorial.teams.services import team_found

from .people import somebody


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def team(city) -> Team:
    """The test city's neighbourhood with its team."""
    return team_found(page=city.neighbourhood, by=None)


@pytest.fixture
def signed_in():
    """A maker of clients, each signed in as somebody with these roles: `.user` says who."""

    def make(*roles, user=None, **fields) -> Client:
        client = Client()
        client.user = user or somebody(*roles, **fields)
        client.force_login(client.user)
        client.cookies["django_language"] = "en"
        return client

    return make


@pytest.fixture
def operator(signed_in):
    return signed_in(CityRole.OPERATOR, first_name="Operator")
