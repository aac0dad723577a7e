"""What every test may ask for. See CONTRIBUTING.md, “Tests”."""

import os
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from django.utils.translation import override
from hypothesis import HealthCheck
from hypothesis import settings as examples

from .city import City, build_city
from .factories import UserFactory

ROOT = Path(__file__).resolve().parent.parent

# The same examples in every run, and however busy the machine is.
examples.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
examples.load_profile("steady")


def pytest_collection_modifyitems(config, items):
    """Keep the tests that claim PostgreSQL for the run that stands on it, and only those there."""
    on_postgres = connection.vendor == "postgresql"
    elsewhere = pytest.mark.skip(
        reason="holds on PostgreSQL only; CONTRIBUTING says how to run it alone"
    )
    for item in items:
        if item.get_closest_marker("postgres") and not on_postgres:
            item.add_marker(elsewhere)


@pytest.fixture(autouse=True)
def _no_memory_between_tests():
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def _uploads_apart(tmp_path_factory):
    """Uploads, renditions, journals of scans and registers go to folders of the tests' own."""
    # Not plain assignment: a storage that is already in use hears of the change only this way.
    apart = {
        name: tmp_path_factory.mktemp(name.lower())
        for name in ("MEDIA_ROOT", "SCANS_FOLDER", "REGISTERS_FOLDER")
    }
    with override_settings(**apart):
        yield


@pytest.fixture
def city(db) -> City:
    """A neighbourhood with one page of each type; a plaque on its landmark."""
    return build_city()


@pytest.fixture
def admin(db, client):
    """A client signed in as somebody who may do everything."""
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.fixture
def in_english():
    """Sentences are held to their English words, whatever catalogues are compiled."""
    with override("en"):
        yield


@pytest.fixture(scope="session")
def is_ci() -> bool:
    """Whether a missing browser or server is a failure (CI=true) rather than a skip."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}
