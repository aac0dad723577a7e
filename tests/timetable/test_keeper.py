"""The thread: when it wakes, what it does about trouble, and that only one works."""

import os
import time
from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from heritage.editorial.timetable import keeper as module
from heritage.editorial.timetable.due import Outcome
from heritage.editorial.timetable.keeper import Keeper


@pytest.fixture(autouse=True)
def _own_lock(settings, tmp_path):
    settings.TIMETABLE_LOCK, settings.TIMETABLE_SECONDS = tmp_path / "a" / "lock", 20


@pytest.fixture
def looks(monkeypatch):
    """What the keeper finds at each look: a test says what is due, no database is asked."""
    seen = {"due": None, "outcome": Outcome(), "asked": 0}

    def next_due():
        seen["asked"] += 1
        if isinstance(seen["due"], Exception):
            raise seen["due"]
        return seen["due"]

    monkeypatch.setattr(module, "next_due", next_due)
    monkeypatch.setattr(module, "run_due", lambda **_options: seen["outcome"])
    return seen


@pytest.fixture
def one():
    keeper = Keeper()
    yield keeper
    keeper.stop()


def test_it_sleeps_until_the_next_moment_but_not_for_long(one, looks):
    assert one._look() == 20
    looks["due"] = timezone.now() + timedelta(seconds=5)
    assert 0 < one._look() <= 5 + module.JUST_AFTER
    looks["due"] = timezone.now() + timedelta(days=5)
    assert one._look() == 20


def test_what_fails_is_left_alone_for_a_while(one, looks, monkeypatch):
    named = []
    looks["due"] = timezone.now() - timedelta(seconds=5)
    monkeypatch.setattr(
        module,
        "run_due",
        lambda but_not: named.append(set(but_not)) or Outcome(failed=[("wagtailcore.Page", 7)]),
    )

    assert [one._look(), one._look()] == [20, 20]
    assert named == [set(), {("wagtailcore.Page", 7)}]


def test_a_database_that_is_away_ends_nothing(one, looks, caplog):
    looks["due"] = DatabaseError("no such table")
    assert one._look() == 20
    assert "no such table" in caplog.text
    looks["due"] = ValueError("something else")
    assert one._look() == 20
    looks["due"] = None
    assert one._look() == 20


def test_only_one_of_several_works_and_the_next_takes_over(one, looks):
    other = Keeper()
    one._look()
    asked = looks["asked"]
    assert other._look() == 20
    assert looks["asked"] == asked

    one.stop()
    other._look()

    assert looks["asked"] == asked + 1
    other.stop()


def test_switched_off_it_does_not_start(one, settings):
    settings.TIMETABLE_SECONDS = 0
    one.start()

    assert one._thread is None


def test_a_forked_worker_has_a_thread_of_its_own_and_not_its_parents_lock(
    one, looks, monkeypatch, tmp_path
):
    monkeypatch.setattr(module, "BEGINS_AFTER", 0.01)
    monkeypatch.setattr(module.connections, "close_all", lambda: None)
    one.start()
    while not looks["asked"]:
        time.sleep(0.01)

    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        fresh = one._thread is not None and one._thread.is_alive() and one._lock is None
        os._exit(0 if fresh else 1)
    _pid, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    other = Keeper()
    assert not other._is_alone(), "the parent still holds it"
    other.stop()
