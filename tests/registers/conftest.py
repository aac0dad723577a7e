"""Cities and packages that several of the register's tests start from."""

import pytest
from django.db import transaction

from home.models import HomePage

from ..city import build_city
from ..factories import NeighbourhoodPageFactory, UserFactory
from .packages_city import furnish, taken


@pytest.fixture
def full(city):
    """The test city with one of everything that a package carries."""
    return furnish(city)


@pytest.fixture(scope="session")
def package(django_db_setup, django_db_blocker) -> bytes:
    """A package of that city's neighbourhood. The database of the test itself is empty."""

    with django_db_blocker.unblock(), transaction.atomic():
        made = taken(furnish(build_city()).neighbourhood)
        transaction.set_rollback(True)
    return made


@pytest.fixture
def place(db):
    """A neighbourhood, published."""
    home = HomePage.objects.get(locale__language_code="zh-hans")
    return NeighbourhoodPageFactory(parent=home, slug="enning", title="恩宁路")


@pytest.fixture
def operator(client, place):
    """A browser in which an operator is signed in."""
    user = UserFactory(username="operator", is_superuser=True)
    client.force_login(user)
    return client
