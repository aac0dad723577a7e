"""Who published what, when, on whose authority and why."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log as write
from wagtail.models import Page, PageLogEntry

from heritage.editorial.signin.factors import factor_reset
from heritage.editorial.teams.founding import EDITORS
from heritage.editorial.teams.services import team_found
from heritage.editorial.timetable.due import run_due
from heritage.places.models import LandmarkPage

from ..factories import NeighbourhoodPageFactory, UserFactory
from ..timetable.schedule import AN_HOUR, passed_by

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.fixture
def editor():
    user = UserFactory(username="mei", first_name="阿梅")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def publish(page, user, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    revision = page.save_revision(user=user, log_action=True)
    revision.publish(user=user)
    return revision


def test_a_publication_says_who_what_where(city, editor, log):
    publish(city.landmark, editor)

    [row] = log(kind="public")

    assert (row.who, row.what, row.label) == ("阿梅", "Published", city.landmark.title)
    assert row.place == city.neighbourhood.title
    assert row.edit_url is None or str(city.landmark.pk) in row.edit_url


def test_drafts_are_shown_when_asked_for(city, editor, log):
    city.landmark.save_revision(user=editor, log_action=True)

    assert city.landmark.title not in {row.label for row in log()}
    edited = [row for row in log(kind="drafts") if row.action == "wagtail.edit"]
    assert [row.label for row in edited] == [city.landmark.title]


def test_what_the_timetable_did_says_on_whose_authority(city, editor, log):
    page = city.landmark
    page.unpublish()
    times = {"go_live_at": timezone.now() + AN_HOUR, "expire_at": timezone.now() + 2 * AN_HOUR}
    publish(page, editor, **times)
    passed_by(page, timedelta(minutes=90))
    run_due()
    passed_by(page, timedelta(minutes=90))
    run_due()

    gone, came, *_before = log()

    assert (came.action, gone.action) == (
        "wagtail.publish.scheduled",
        "wagtail.unpublish.scheduled",
    )
    assert (came.what, gone.what) == ("Went live at its time", "Expired, withdrawn at its time")
    assert [row.who for row in (gone, came)] == ["the timetable"] * 2
    assert [row.authority for row in (gone, came)] == ["阿梅"] * 2


def test_a_superuser_who_publishes_below_a_team_is_seen_to_have_passed_the_reviews(city, log):
    boss = UserFactory(username="boss", is_superuser=True)
    publish(city.mural, boss)
    team_found(page=city.neighbourhood, by=None)

    publish(LandmarkPage.objects.get(pk=city.landmark.pk), boss)

    [row] = log(kind="past")
    assert row.is_past_reviews
    assert (row.who, row.label) == ("boss", city.landmark.title)


def test_the_same_holds_for_one_who_schedules_it(city, log):
    boss = UserFactory(username="boss", is_superuser=True)
    team_found(page=city.neighbourhood, by=None)

    publish(city.landmark, boss, go_live_at=timezone.now() + AN_HOUR)

    assert [row.who for row in log(kind="past")] == ["boss"]


def test_a_deleted_page_stays_readable_with_its_neighbourhood(city, editor, log):
    other = NeighbourhoodPageFactory(parent=city.home, title="泮塘")
    publish(city.landmark, editor)
    title, pk = city.landmark.title, city.landmark.pk
    Page.objects.get(pk=pk).delete(user=editor)

    rows = log(neighbourhood=city.neighbourhood.pk)
    rows = [row for row in rows if (row.label, row.object_id) == (title, pk)]

    assert [row.what for row in rows] == ["Deleted", "Published"]
    assert {row.place for row in rows} == {city.neighbourhood.title}
    assert log(neighbourhood=other.pk) == []


def test_somebody_whose_account_was_deleted_keeps_their_name(city, editor, log):
    publish(city.landmark, editor)
    write(editor, "wagtail.delete", user=None)
    type(editor).objects.filter(pk=editor.pk).delete()

    [row] = [row for row in log() if row.action == "wagtail.publish"]

    assert row.who == "mei (account deleted)"


def test_a_phone_taken_off_is_in_the_log(city, editor, log):
    factor_reset(user=editor, by=UserFactory(username="boss"))

    [row] = [row for row in log(kind="people") if row.action == "signin.reset"]

    assert (row.who, row.label) == ("boss", "mei")


def test_a_role_given_is_in_the_log(city, editor, log):
    boss = UserFactory(username="boss")
    team = team_found(page=city.neighbourhood, by=boss)
    team.editors.user_set.add(editor)

    rows = log(kind="people")

    assert any("Editor · " in row.what and row.label == "阿梅" for row in rows)
    assert log(kind="people", neighbourhood=city.neighbourhood.pk)


def test_filters_by_person_day_and_name(city, editor, log):
    today = timezone.localdate()
    boss = UserFactory(username="boss", is_superuser=True)
    publish(city.landmark, editor)
    publish(city.mural, boss)
    PageLogEntry.objects.filter(user=boss).update(timestamp=timezone.now() - timedelta(days=40))

    assert [row.who for row in log(user=editor.pk)] == ["阿梅"]
    assert {row.who for row in log(timestamp_from=today.isoformat())} >= {"阿梅"}
    assert "boss" not in {row.who for row in log(timestamp_from=today.isoformat())}
    assert {row.label for row in log(label=city.mural.title[:2])} == {city.mural.title}
    assert [row.who for row in log(action="wagtail.publish", user=boss.pk)] == ["boss"]


def test_the_number_of_queries_does_not_grow_with_the_log(city, editor, auditor):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            auditor.get(reverse("audit:log"))
        return len(queries)

    publish(city.landmark, editor)
    few = asked()
    for _time in range(20):
        publish(city.landmark, editor)

    assert asked() <= few
