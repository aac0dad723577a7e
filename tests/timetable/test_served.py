"""Production as it is run: two workers, each with a page cache, and nobody who runs a command."""

import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from ..delivery.production import manage, running_site

SCHEDULE = """
from datetime import datetime
from heritage.places.models import LandmarkPage
page = LandmarkPage.objects.get(pk={pk})
page.unpublish()
page.go_live_at, page.expire_at = map(datetime.fromisoformat, ("{begins}", "{ends}"))
page.save_revision().publish()
"""


@pytest.fixture
def site(city, tmp_path):
    """A site over a copy of the test's database, which looks every second."""
    if connection.vendor != "sqlite":
        pytest.skip("copies an SQLite database; tests/timetable/test_due.py runs on both")
    connection.ensure_connection()
    (tmp_path / "qilou.sqlite3").write_bytes(connection.connection.serialize())
    with running_site(tmp_path, TIMETABLE_SECONDS="1") as site:
        yield site


def is_told_of(site, page) -> bool:
    """Whether a worker, asked at random, tells of the place."""
    _headers, body = site.get("/data/places.geojson")
    return page.title in body.decode()


def wait_until(what: Callable[[], bool], seconds: int = 20) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.1)


def test_a_page_goes_live_and_expires_at_its_time_in_every_worker(city, site):
    page = city.landmark
    assert all(is_told_of(site, page) for _time in range(10))
    begins = timezone.now() + timedelta(seconds=6)
    ends = begins + timedelta(seconds=6)
    code = SCHEDULE.format(pk=page.pk, begins=begins.isoformat(), ends=ends.isoformat())
    done = manage(site.folder, "shell", "--no-imports", "-c", code, **site.variables)
    assert done.returncode == 0, done.stderr
    assert not any(is_told_of(site, page) for _time in range(10))

    wait_until(lambda: is_told_of(site, page))
    live_at = timezone.now()
    assert all(is_told_of(site, page) for _time in range(20))
    wait_until(lambda: not is_told_of(site, page))
    gone_at = timezone.now()

    assert not any(is_told_of(site, page) for _time in range(20))
    assert begins <= live_at < begins + timedelta(seconds=4)
    assert ends <= gone_at < ends + timedelta(seconds=4)
