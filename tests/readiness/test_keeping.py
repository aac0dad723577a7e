"""Lists read a stored row; it follows what editors do."""

from contextlib import suppress

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse

from heritage.editorial.readiness import keeping
from heritage.editorial.readiness.keeping import (
    readiness_keep,
    readiness_postponed,
    readiness_soon,
)
from heritage.editorial.readiness.models import PageReadiness

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """A block at whose end a transaction is as good as written."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def row_of(page):
    return PageReadiness.objects.get(page=page.pk)


@pytest.mark.wagtail8
def test_saving_a_draft_keeps_what_it_lacks(city, committing):
    with committing():
        city.landmark.lede = ""
        city.landmark.save_revision()
    row = row_of(city.landmark)
    assert "lede" in row.missing_codes
    assert row.lacking == len(row.missing_codes)
    assert row.share < 1


@pytest.mark.wagtail8
def test_publishing_keeps_it_anew(city, committing):
    city.landmark.lede = ""
    readiness_keep(pages=[city.landmark])
    with committing():
        city.landmark.lede = "修铁路的人，小时候就在这条巷里读书。"
        city.landmark.save_revision().publish()
    assert "lede" not in row_of(city.landmark).missing_codes


def test_a_deleted_page_takes_its_row_along(city):
    readiness_keep(pages=[city.landmark])
    city.landmark.delete()
    assert not PageReadiness.objects.exists()
    assert readiness_keep(pages=[city.landmark.pk or 0]) == 0


def test_the_command_asks_every_page(city, capsys):
    call_command("check_readiness")
    assert PageReadiness.objects.asked().count() == len(city.pages) - 1
    assert "lack something" in capsys.readouterr().out


def test_an_import_asks_once_at_its_end(city, committing):
    with committing() as callbacks, readiness_postponed():
        for _again in range(3):
            readiness_soon(city.landmark.pk, city.mural.pk)
        assert not callbacks
    assert len(callbacks) == 1
    assert PageReadiness.objects.count() == 2


@pytest.fixture
def asked(monkeypatch):
    """The pages whose drafts were asked, in order."""
    pages, ask = [], keeping.readiness_of
    monkeypatch.setattr(keeping, "readiness_of", lambda page: pages.append(page.pk) or ask(page))
    return pages


class TakenBackError(Exception):
    """Ends a savepoint."""


def test_a_transaction_asks_each_page_once_however_often_it_changed(city, committing, asked):
    with committing():
        for lede in ("一。", "二。"):
            city.landmark.lede = lede
            city.landmark.save_revision().publish()
    assert sorted(asked) == sorted(set(asked))
    assert city.landmark.pk in asked


def test_the_next_transaction_asks_again(city, committing, asked):
    for lede in ("有一句。", ""):
        with committing():
            city.landmark.lede = lede
            city.landmark.save_revision()
    assert asked == [city.landmark.pk] * 2
    assert "lede" in row_of(city.landmark).missing_codes


def test_what_is_taken_back_swallows_no_change_before_or_after(city, committing, asked):
    def take_back(page):
        with suppress(TakenBackError), transaction.atomic():
            type(page).objects.get(pk=page.pk).save_revision()
            raise TakenBackError

    with committing():
        take_back(city.mural)
        city.mural.save_revision()
        city.landmark.save_revision()
        take_back(city.landmark)
        take_back(city.person)
    assert sorted(asked) == sorted([city.mural.pk, city.landmark.pk])


def test_a_page_that_could_not_be_asked_is_asked_by_the_next_callback(
    city, monkeypatch, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as callbacks:
        readiness_soon(city.landmark.pk)
        readiness_soon(city.landmark.pk)
    with monkeypatch.context() as broken:
        broken.setattr(keeping, "readiness_of", lambda page: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            callbacks[0]()
    callbacks[1]()
    assert row_of(city.landmark)


def test_a_request_asks_at_its_end_and_says_what_holds_then(city, admin, committing, asked):
    url = reverse("wagtailadmin_pages:unpublish", args=[city.landmark.pk])
    with committing():
        admin.post(url)
    assert asked.count(city.landmark.pk) == 1


def test_lists_find_pages_by_what_they_lack(city):
    city.landmark.lede = ""
    city.landmark.save_revision()
    readiness_keep(pages=city.pages.values())
    assert [row.page_id for row in PageReadiness.objects.lacking("lede")] == [city.landmark.pk]
    assert not PageReadiness.objects.lacking("led").exists()
