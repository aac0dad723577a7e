"""`kill -9` half-way leaves the tree sound, and the same file can be brought in again."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from home.models import HomePage

from ..factories import NeighbourhoodPageFactory
from .write_processes import HALF, IN_A_BATCH

ROWS = 60
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def process(tmp_path, settings):
    """Start a process of the module on a database of the test's own."""
    home = HomePage.objects.filter(locale__language_code="zh-hans").first()
    NeighbourhoodPageFactory(parent=home or new_home(), slug="enning")
    environment = os.environ | {
        "QILOU_DATA": str(tmp_path),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "heritage.settings.test",
    }
    if connection.vendor == "sqlite":
        (tmp_path / "qilou.sqlite3").write_bytes(connection.connection.serialize())
    else:
        told = connection.settings_dict
        environment["DATABASE_URL"] = (
            f"postgres://{told['USER']}@{told['HOST']}:{told['PORT']}/{told['NAME']}"
        )

    def start(*arguments) -> subprocess.Popen:
        command = [sys.executable, "-m", "tests.registers.write_processes", *arguments, str(ROWS)]
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)

    return start


def new_home() -> HomePage:
    """Another test that emptied the tables has taken the one of the migrations with it."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Locale, Page

    ContentType.objects.clear_cache()
    locale, _created = Locale.objects.get_or_create(language_code="zh-hans")
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locale)
    return root.add_child(instance=HomePage(title="骑楼", slug="zh-hans", locale=locale))


@pytest.mark.parametrize("scope", ["good", "all"])
def test_an_import_that_is_killed_is_brought_in_again_without_doubles(process, scope):
    with process("killed", scope) as writer:
        assert writer.stdout.readline().strip() == IN_A_BATCH
        writer.kill()

    with process("after", scope) as then:
        found = json.loads(then.stdout.read())

    assert found["pages"] == HALF, "whole batches only"
    assert not any(found["problems"]) and not any(found["problems_then"])
    assert found["names"] == {"1": ROWS}, "every name once"
    assert found["states"] == ["done"], "one import, gone on with"
    assert found["rows"] == {"create": ROWS}
