"""Production as it is run: two workers, each with a page cache, and nobody who runs a command."""

import time
from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.utils import timezone

from ..delivery.production import manage, running_site

SCHEDULE = """
from django.utils import timezone
from heritage.places.models import LandmarkPage
page = LandmarkPage.objects.get(pk={pk})
{before}
page.{field} = timezone.now() + timezone.timedelta(seconds=4)
page.save_revision().publish()
print(page.{field}.isoformat())
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


def schedule(site, page, field: str, before: str = "") -> datetime:
    """Let another process set a time, a few seconds ahead; return it."""
    code = SCHEDULE.format(pk=page.pk, field=field, before=before)
    done = manage(site.folder, "shell", "--no-imports", "-c", code, **site.variables)
    assert done.returncode == 0, done.stderr
    return datetime.fromisoformat(done.stdout.splitlines()[-1])


def stays(state: bool, site, page, until: datetime) -> None:
    """No worker told anything else before that moment. (A slow machine may be late to ask.)"""
    told = [is_told_of(site, page) for _time in range(10)]
    if timezone.now() < until:
        assert set(told) == {state}


def wait_until(what: Callable[[], bool], seconds: int = 60) -> datetime:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.1)
    return timezone.now()


def test_a_page_goes_live_and_expires_at_its_time_in_every_worker(city, site):
    page = city.landmark
    assert all(is_told_of(site, page) for _time in range(10))

    begins = schedule(site, page, "go_live_at", before="page.unpublish()")
    stays(False, site, page, until=begins)
    assert wait_until(lambda: is_told_of(site, page)) >= begins
    assert all(is_told_of(site, page) for _time in range(20))

    ends = schedule(site, page, "expire_at")
    stays(True, site, page, until=ends)
    assert wait_until(lambda: not is_told_of(site, page)) >= ends
    assert not any(is_told_of(site, page) for _time in range(20))
