"""A browser and a running site. `visitor` is a phone on the site; see also `auditor`, `desk`."""

import copy
import os

import pytest
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from ..factories import UserFactory
from . import chromium
from .live_site import CityFile, LiveSite


def pytest_collection_modifyitems(items):
    """Mark the journeys, and run them last: they move to a database of their own."""
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.path.parent.name == "browser")


@pytest.fixture(scope="session")
def browser(is_ci):
    """The installed Chromium, started once. Without one: a skip, or a failure in CI."""
    if not chromium.find():
        (pytest.fail if is_ci else pytest.skip)("no Chromium found: apt install chromium")
    # Playwright keeps an event loop in this thread, which Django would take for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = chromium.start(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def _served_city(django_test_environment, django_db_blocker, tmp_path_factory, _uploads_apart):
    with django_db_blocker.unblock():
        file = CityFile(tmp_path_factory.mktemp("city"))
        city = file.build()
        server = LiveServer("127.0.0.1")
        yield file, city, server.url
        server.stop()
        file.leave()


@pytest.fixture
def site(_served_city) -> LiveSite:
    """The running site with the test city, as new; the ORM of the test sees the same database."""
    file, city, url = _served_city
    file.put_back()
    return LiveSite(url, copy.deepcopy(city))


@pytest.fixture
def open_page(browser):
    """`open_page(**context_options)` opens a page of a browser of its own; closed by itself."""
    contexts = []

    def opener(**options):
        contexts.append(chromium.open_context(browser, **options))
        return contexts[-1].new_page()

    yield opener
    for context in contexts:
        context.close()


@pytest.fixture
def visitor(open_page):
    """A visitor's phone."""
    return open_page()


@pytest.fixture
def reader_without_scripts(open_page):
    """A visitor's phone that runs no JavaScript."""
    return open_page(java_script_enabled=False)


@pytest.fixture
def auditor(open_page):
    """A phone that admits axe beside the page's own scripts; for `axe(page)`."""
    return open_page(bypass_csp=True)


@pytest.fixture
def desk(open_page):
    """A wide window, for editors."""
    return open_page(viewport=chromium.DESK)


@pytest.fixture
def editor(site, desk):
    """A wide window in which somebody who may do everything has signed in."""
    return site.sign_in(desk, UserFactory(is_superuser=True))
