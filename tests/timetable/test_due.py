"""What is due is done, once, in order, whatever else fails."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from heritage.editorial.timetable.due import next_due, run_due
from heritage.places.models import LandmarkPage

from .schedule import AN_HOUR, passed_by, scheduled

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8, pytest.mark.databases]


def is_live(page) -> bool:
    return Page.objects.get(pk=page.pk).live


def actions(page) -> list[str]:
    entries = PageLogEntry.objects.filter(page=page.pk, action__endswith=".scheduled")
    return list(entries.order_by("timestamp").values_list("action", flat=True))


def test_a_page_expires_at_its_time_and_says_so(city):
    scheduled(city.landmark, expires_in=AN_HOUR)
    assert run_due().done == 0

    passed_by(city.landmark, 2 * AN_HOUR)

    assert run_due().done == 1
    page = Page.objects.get(pk=city.landmark.pk)
    assert not page.live
    assert page.expired
    assert actions(page) == ["wagtail.unpublish.scheduled"]


def test_a_draft_goes_live_at_its_time_with_the_words_it_was_approved_with(city):
    page = city.landmark
    page.unpublish()
    page.title = "明天的名字"
    scheduled(page, live_in=AN_HOUR)
    page.title = "还没写完"
    page.save_revision()

    passed_by(page, 2 * AN_HOUR)
    run_due()

    live = LandmarkPage.objects.get(pk=page.pk)
    assert live.live
    assert live.title == "明天的名字"
    assert live.has_unpublished_changes
    assert actions(page) == ["wagtail.publish.scheduled"]


def test_a_live_page_shows_its_new_version_at_its_time(city):
    city.landmark.save_revision().publish()
    page, before = LandmarkPage.objects.get(pk=city.landmark.pk), city.landmark.title
    page.title = "新的名字"
    scheduled(page, live_in=AN_HOUR)
    assert LandmarkPage.objects.get(pk=page.pk).title == before

    passed_by(page, 2 * AN_HOUR)
    run_due()

    assert LandmarkPage.objects.get(pk=page.pk).title == "新的名字"


def test_what_begins_and_ends_while_no_server_ran_is_never_seen(city, monkeypatch):
    page = city.landmark
    page.unpublish()
    scheduled(page, live_in=AN_HOUR, expires_in=2 * AN_HOUR)

    passed_by(page, 3 * AN_HOUR)
    run_due()

    assert not is_live(page)
    assert actions(page) == ["wagtail.publish.scheduled", "wagtail.unpublish.scheduled"]


def test_one_that_fails_keeps_no_other_from_its_time(city, monkeypatch, caplog):
    for page in (city.landmark, city.mural):
        scheduled(page, expires_in=AN_HOUR)
        passed_by(page, 2 * AN_HOUR)
    unpublish = LandmarkPage.unpublish

    def fail(self, **options):
        raise RuntimeError("a page's own trouble")

    monkeypatch.setattr(LandmarkPage, "unpublish", fail)
    outcome = run_due()

    assert (outcome.done, outcome.failed) == (1, [("wagtailcore.Page", city.landmark.pk)])
    assert is_live(city.landmark)
    assert not is_live(city.mural)
    assert "a page's own trouble" in caplog.text
    monkeypatch.setattr(LandmarkPage, "unpublish", unpublish)
    assert run_due(but_not=outcome.failed).done == 0
    assert run_due().done == 1


def test_wagtails_own_command_may_run_beside_it(city):
    scheduled(city.landmark, expires_in=AN_HOUR)
    passed_by(city.landmark, 2 * AN_HOUR)

    call_command("publish_scheduled")

    assert run_due().done == 0
    assert actions(city.landmark) == ["wagtail.unpublish.scheduled"]


def test_the_next_moment_is_the_first_of_all(city):
    assert next_due() is None
    scheduled(city.landmark, expires_in=3 * AN_HOUR)
    city.mural.unpublish()
    scheduled(city.mural, live_in=2 * AN_HOUR)

    in_two_hours = timezone.now() + 2 * AN_HOUR
    assert abs(next_due() - in_two_hours) < timedelta(minutes=1)
