import pytest
from django.urls import reverse
from django.utils.translation import override

from heritage.editorial.teams.roles import CityRole
from heritage.editorial.teams.services import city_roles_found

from ..teams.people import somebody


@pytest.fixture
def auditor(city, client):
    """A client signed in as the city's auditor, in English."""
    city_roles_found()
    client.force_login(somebody(CityRole.AUDITOR))
    client.cookies["django_language"] = "en"
    with override("en"):
        yield client


@pytest.fixture
def log(auditor):
    """`log(**filters)` gives the rows that the auditor is shown."""

    def shown(**filters):
        return list(auditor.get(reverse("audit:log"), filters).context["object_list"])

    return shown


def rows_of(shown, page) -> list:
    return [row for row in shown if row.label == page.title]
