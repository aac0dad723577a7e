"""Sent back with a reason, changed after a pass, changed after sign-off: it begins anew."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, WorkflowState

from heritage.editorial.reviews.inbox import sent_back_to
from heritage.editorial.reviews.models import SignOff
from heritage.editorial.reviews.rounds import passes_of, round_of
from heritage.editorial.reviews.steps import Step

from .test_three_people import NEW, read, waits_for

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
REASON = "第二段没有出处，请补《荔湾区志》页码。"


def go_live(days=1) -> str:
    return f"{timezone.localtime() + timedelta(days=days):%Y-%m-%dT%H:%M}"


@pytest.fixture
def signed(city, people) -> Page:
    """A story signed off for tomorrow."""
    people.editor.sends(city.landmark, lede=NEW)
    people.curator.passes(city.landmark)
    people.reviewer.passes(city.landmark)
    people.publisher.judges(city.landmark, "pass", go_live_at=go_live())
    return read(city.landmark)


def test_a_return_needs_its_reason(people, story):
    answer = people.curator.returns(story, "  ")

    assert "Say why it goes back" in answer.content.decode()
    assert waits_for(story) == Step.FACTS


def test_the_author_reads_the_reason_mends_and_begins_at_the_first_review(people, story):
    people.curator.passes(story)
    people.reviewer.returns(story, REASON)
    assert waits_for(story) is None
    [item] = sent_back_to(people.editor.user)
    assert (item.page.pk, item.reason, item.by) == (story.pk, REASON, "Mr Chan")
    url = reverse("wagtailadmin_pages:edit", args=[story.pk])
    page = people.editor.client.get(url).content.decode()
    assert REASON in page
    assert "Send to review again" in page

    people.editor.sends(story, lede="趟栊还在（《荔湾区志》第212页）。")

    assert waits_for(story) == Step.FACTS
    assert passes_of(round_of(story)) == []
    assert sent_back_to(people.editor.user) == []


def test_after_a_return_from_the_last_step_all_three_are_made_again(people, story):
    for person in (people.curator, people.reviewer):
        person.passes(story)
    people.publisher.returns(story, REASON)
    people.editor.sends(story, lede="补了出处的一句。")
    for person, step in ((people.curator, 1), (people.reviewer, 2), (people.publisher, 3)):
        assert waits_for(story) == step
        person.passes(story)

    assert read(story).lede == "补了出处的一句。"


def test_a_change_after_a_pass_takes_the_pass_back(people, story):
    people.curator.passes(story)

    answer = people.editor.edits(story, lede="悄悄改过的一句。")
    seen = people.editor.client.get(answer.url).content.decode()

    assert waits_for(story) == Step.FACTS
    assert passes_of(round_of(story)) == []
    assert "takes back what was passed" in seen
    assert PageLogEntry.objects.filter(page=story.pk, action="reviews.reopen").count() == 1


def test_a_change_that_leaves_something_required_out_ends_the_review(people, story):
    people.curator.passes(story)

    people.editor.edits(story, lede="")

    assert round_of(story) is None
    people.editor.sends(story, lede="补回来的一句。")
    assert waits_for(story) == Step.FACTS


def test_the_reviewer_who_mends_something_has_become_an_author(people, story):
    people.curator.edits(story, lede="主编改的一句。")
    people.curator.passes(story)

    assert waits_for(story) == Step.FACTS


def test_saving_without_a_change_leaves_the_passes(people, story):
    people.curator.passes(story)
    people.editor.edits(story)
    people.reviewer.passes(story)
    people.publisher.passes(story)

    assert read(story).lede == NEW
    assert not read(story).has_unpublished_changes


def test_a_change_before_any_pass_goes_into_the_review_that_waits(people, story):
    people.other_editor.edits(story, lede="另一位编辑改的。")
    for person in (people.curator, people.reviewer, people.publisher):
        person.passes(story)

    assert read(story).lede == "另一位编辑改的。"


def test_what_was_read_is_what_is_passed(people, story):
    seen = read(story).latest_revision_id
    people.editor.edits(story, lede="趁你在读，改了。")

    answer = people.curator.judges(story, "pass", revision=seen)

    assert "changed while you read it" in answer.content.decode()
    assert waits_for(story) == Step.FACTS
    assert passes_of(round_of(story)) == []


def test_nothing_a_reviewer_wrote_is_lost_when_it_cannot_be_done_yet(people, story):
    seen = read(story).latest_revision_id
    people.editor.edits(story, lede="趁你在写，改了。")

    answer = people.curator.judges(story, "return", "请补上县志的页码。", revision=seen)

    form = answer.context["judgement"]
    assert form["note"].value() == "请补上县志的页码。"
    assert "请补上县志的页码。" in answer.content.decode()
    people.curator.judges(story, "return", form["note"].value())
    assert round_of(story).status == WorkflowState.STATUS_NEEDS_CHANGES


def test_a_return_without_a_reason_is_told_beside_the_field(people, story):
    answer = people.curator.returns(story, " ")

    assert answer.context["judgement"].errors["note"] == ["Say why it goes back, and what to mend."]
    assert "Say why it goes back" in answer.content.decode()


def test_a_version_overwritten_in_place_loses_its_passes(people, story):
    """As autosave does, or somebody who posts it by hand."""
    people.curator.passes(story)
    people.reviewer.passes(story)

    people.editor.edits(
        story, lede="换掉的一句。", overwrite_revision_id=read(story).latest_revision_id
    )

    assert waits_for(story) == Step.FACTS
    assert passes_of(round_of(story)) == []


def test_signed_off_for_a_day_it_waits_for_that_day(people, signed):
    assert signed.lede != NEW
    assert signed.scheduled_revision == signed.latest_revision
    assert SignOff.objects.get(page=signed.pk).revision == signed.latest_revision
    seen = people.editor.client.get(f"/admin/pages/{signed.pk}/edit/").content.decode()
    assert "goes public on" in seen


def test_a_day_that_makes_no_sense_is_refused_in_words(people, story):
    people.curator.passes(story)
    people.reviewer.passes(story)

    answer = people.publisher.judges(story, "pass", go_live_at=go_live(3), expire_at=go_live(2))

    assert "end before it goes public" in answer.content.decode()
    assert waits_for(story) == Step.SIGN_OFF


def test_a_day_is_set_by_whoever_signs_off_and_nobody_before(people, story):
    people.curator.judges(story, "pass", go_live_at=go_live())
    people.reviewer.passes(story)
    people.publisher.judges(story, "pass", expire_at=go_live(9))

    assert read(story).live
    assert read(story).go_live_at is None
    assert read(story).expire_at is not None


def test_a_change_after_sign_off_takes_it_off_the_schedule(people, signed):
    people.editor.edits(signed, lede="签发后改的。")

    page = read(signed)
    assert page.scheduled_revision is None
    assert not SignOff.objects.filter(page=page.pk).exists()
    assert waits_for(page) == Step.FACTS
    assert round_of(page).requested_by == people.editor.user


def test_an_unchanged_save_after_sign_off_changes_nothing(people, signed):
    people.editor.edits(signed)

    assert read(signed).scheduled_revision is not None
    assert round_of(signed) is None


def test_a_signed_version_overwritten_in_place_is_not_what_goes_public(people, signed):
    words = {"overwrite_revision_id": signed.latest_revision_id}
    people.editor.edits(signed, lede="换掉的一句。", **words)

    assert read(signed).scheduled_revision is None
    assert waits_for(signed) == Step.FACTS


def test_on_its_day_exactly_what_was_signed_goes_public(people, signed):
    revision, past = signed.scheduled_revision, timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()

    call_command("publish_scheduled")

    page = read(signed)
    assert (page.lede, page.live_revision_id) == (NEW, revision.pk)
    assert not SignOff.objects.filter(page=page.pk).exists()


def test_taken_back_it_is_in_no_review(people, story):
    people.curator.passes(story)
    people.editor.edits(story, "action-cancel-workflow")

    assert round_of(story) is None
    states = WorkflowState.objects.for_instance(story)
    assert [state.status for state in states] == [WorkflowState.STATUS_CANCELLED]
