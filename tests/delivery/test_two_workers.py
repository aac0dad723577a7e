"""Production as it is run: two workers with a cache each, and a third process that publishes."""

import json
import threading

import pytest
from django.db import connection

from .production import Running, manage, running_site

ADDRESS = "/data/places.geojson"
RENAME = """
from heritage.places.models import LandmarkPage
page = LandmarkPage.objects.get(pk={pk})
page.title = "{title}"
page.save_revision().publish()
"""


@pytest.fixture
def site(city, tmp_path):
    """A site over a copy of the test's database."""
    if connection.vendor != "sqlite":
        pytest.skip("copies an SQLite database; the generation is one row on any")
    connection.ensure_connection()
    (tmp_path / "qilou.sqlite3").write_bytes(connection.connection.serialize())
    with running_site(tmp_path) as site:
        yield site


def names(site: Running) -> tuple[str, set[str]]:
    """What the cache said, and the places it told of."""
    headers, body = site.get(ADDRESS)
    found = {feature["properties"]["name"] for feature in json.loads(body)["features"]}
    return headers.get("X-Qilou-Cache"), found


def publish(site: Running, pk: int, title: str) -> None:
    code = RENAME.format(pk=pk, title=title)
    done = manage(site.folder, "shell", "--no-imports", "-c", code, **site.variables)
    assert done.returncode == 0, done.stderr


def test_what_one_process_publishes_every_worker_tells_at_once(city, site):
    told = [names(site) for _ in range(40)]
    assert [cache for cache, _names in told].count("hit") >= 30
    seen, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            seen.append(names(site))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    publish(site, city.landmark.pk, "新的名字")
    after = [names(site) for _ in range(40)]
    stop.set()
    for reader in readers:
        reader.join()

    assert all("新的名字" in places for _cache, places in after)
    assert any("新的名字" not in places for _cache, places in seen)
    assert {"hit", "miss"} <= {cache for cache, _names in seen}
