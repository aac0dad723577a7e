"""However much a transaction changes, pages go out of date once; rolled back or not, they do."""

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction

from heritage.delivery import freshness

pytestmark = pytest.mark.django_db


class TakenBackError(Exception):
    """Ends a savepoint."""


@pytest.fixture
def renewed(monkeypatch):
    """How often everything was put out of date."""
    times, renew = [], freshness.renew
    monkeypatch.setattr(freshness, "renew", lambda: times.append(renew()))
    return times


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def change(picture):
    picture.credit += "，再改"
    picture.save()


def change_and_take_back(picture):
    with pytest.raises(TakenBackError), transaction.atomic():
        change(picture)
        raise TakenBackError


def test_many_changes_of_one_transaction_renew_once(city, renewed, committing):
    with committing():
        city.landmark.lede = "改过的一句。"
        city.landmark.save_revision().publish()
        change(city.landmark.picture)
    assert len(renewed) == 1


def test_the_next_transaction_renews_again(city, renewed, committing):
    before = freshness.current()
    with committing():
        change(city.landmark.picture)
    between = freshness.current()
    with committing():
        change(city.landmark.picture)
    assert len({before, between, freshness.current()}) == 3


def test_a_savepoint_that_is_taken_back_swallows_no_later_change(city, renewed, committing):
    with committing():
        change_and_take_back(city.landmark.picture)
        change(city.landmark.picture)
    assert len(renewed) == 1


def test_nor_does_one_swallow_an_earlier_change(city, renewed, committing):
    with committing():
        change(city.landmark.picture)
        change_and_take_back(city.landmark.picture)
    assert len(renewed) == 1


def test_what_was_taken_back_alone_renews_nothing_and_what_follows_does(city, renewed, committing):
    with committing():
        change_and_take_back(city.landmark.picture)
    assert not renewed
    with committing():
        change(city.landmark.picture)
    assert len(renewed) == 1


def test_a_renewal_that_failed_is_tried_by_the_next_callback(
    city, monkeypatch, django_capture_on_commit_callbacks
):
    tries = []

    def fail_once():
        tries.append(1)
        if len(tries) == 1:
            raise DatabaseError("locked")

    monkeypatch.setattr(freshness, "renew", fail_once)
    with django_capture_on_commit_callbacks() as callbacks:
        for _twice in range(3):
            change(city.landmark.picture)

    first, *others = [one for one in callbacks if isinstance(one, freshness._Renewal)]
    with pytest.raises(DatabaseError):  # logged, where Django runs them
        first()
    for callback in others:
        callback()

    assert len(tries) == 2


def test_who_reviews_and_what_a_page_lacks_is_shown_to_no_visitor():
    unseen = ["reviews.RoundAuthor", "reviews.SignOff", "readiness.PageReadiness", "teams.Team"]
    assert not any(freshness._is_shown(apps.get_model(label)) for label in unseen)
