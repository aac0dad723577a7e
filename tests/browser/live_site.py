"""A running site over a database file that is put back between tests, in milliseconds.

Django's own answer (flush, then load again) takes seconds and loses what migrations made. Here a
file is migrated and the city built in it once; before each test that state is copied back with
SQLite's backup. A file, because a server's threads cannot share an in-memory database safely.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import Page as Window

from ..city import City, build_city
from ..factories import PASSWORD


@dataclass
class LiveSite:
    """The site under test: its address, and the city in it as it was before the test."""

    url: str
    city: City

    def address(self, page_or_path) -> str:
        """The full address of a page or a path."""
        path = page_or_path if isinstance(page_or_path, str) else page_or_path.url
        return self.url + path

    def sign_in(self, window: Window, user) -> Window:
        """Sign somebody of the factory's in; the window is then on the first page of the admin."""
        window.goto(self.address("/admin/login/"))
        window.fill("input[name=username]", user.username)
        window.fill("input[name=password]", PASSWORD)
        window.click("button[type=submit]")
        window.wait_for_url("**/admin/")
        return window


class CityFile:
    """A database file with the city in it, used in place of the test run's own database."""

    def __init__(self, folder: Path):
        self.live, self.kept = folder / "live.sqlite3", folder / "kept.sqlite3"
        self.before = connections["default"]
        self.name_before = self.before.settings_dict["NAME"]

    def build(self) -> City:
        """Move to the file, migrate it, build the city, and keep a copy."""
        del connections["default"]
        connections.settings["default"]["NAME"] = str(self.live)
        call_command("migrate", verbosity=0)
        city = build_city()
        connections["default"].close()
        copy(self.live, self.kept)
        return city

    def put_back(self) -> None:
        connections["default"].close()
        copy(self.kept, self.live)
        cache.clear()

    def leave(self) -> None:
        connections["default"].close()
        connections.settings["default"]["NAME"] = self.name_before
        connections["default"] = self.before


def copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source)) as old,
        closing(sqlite3.connect(target, timeout=20)) as new,
    ):
        old.backup(new)
