"""Scans survive the processes that wrote them down, and two that fold do not count twice."""

import os
import sqlite3
import subprocess
import sys

import pytest
from django.db import connection

from heritage.plaques.scans import folding
from heritage.plaques.scans.journal import Journal

from ...factories import PlaqueFactory
from .test_folding import scan_of, total

WRITE_UNTIL_KILLED = """
import django; django.setup()
from datetime import date
from heritage.plaques.scans.journal import Scan, journal
from heritage.plaques.scans.models import Client
while True:
    journal.append(Scan("{code}", date(2026, 3, 1), 9, "en", Client.PHONE))
    print(1, flush=True)
"""
FOLD_AGAIN_AND_AGAIN = """
import django; django.setup()
from heritage.plaques.scans import folding
folding.PIECE = 2000
while folding.fold() != 0:
    pass
"""


def started(program: str, data, **options) -> subprocess.Popen:
    environment = os.environ | {"QILOU_DATA": str(data), "DATABASE_URL": ""}
    environment["DJANGO_SETTINGS_MODULE"] = "heritage.settings.test"
    return subprocess.Popen([sys.executable, "-c", program], env=environment, **options)


@pytest.mark.django_db
def test_a_killed_process_loses_no_scan_that_it_had_counted(tmp_path, settings):
    settings.SCANS_FOLDER, plaque = tmp_path / "scans", PlaqueFactory()
    writer = started(
        WRITE_UNTIL_KILLED.format(code=plaque.code), tmp_path, stdout=subprocess.PIPE, text=True
    )
    said = [writer.stdout.readline() for _ in range(500)]
    writer.kill()
    said += writer.stdout.readlines()
    writer.stdout.close()
    writer.wait(10)
    answered = sum(line == "1\n" for line in said)

    folding.fold()

    assert answered >= 500
    assert total() - answered in (0, 1)
    assert not list(settings.SCANS_FOLDER.glob("*.journal")), "its lock went with it"


@pytest.mark.django_db
def test_two_processes_that_fold_at_once_count_each_scan_once(tmp_path, settings):
    if connection.vendor != "sqlite":
        pytest.skip("the database is copied as a file")
    plaques = [PlaqueFactory() for _ in range(3)]
    settings.SCANS_FOLDER = tmp_path / "scans"
    for _ in range(2):
        journal = Journal()
        for number in range(600):
            journal.append(scan_of(plaques[number % 3].code))
        journal.close()
    (tmp_path / "qilou.sqlite3").write_bytes(connection.connection.serialize())

    folders = [started(FOLD_AGAIN_AND_AGAIN, tmp_path) for _ in range(2)]
    assert [folder.wait(90) for folder in folders] == [0, 0]

    copy = sqlite3.connect(tmp_path / "qilou.sqlite3")
    assert copy.execute("SELECT sum(count), count(*) FROM scans_scancount").fetchone() == (1200, 3)
    copy.close()
