"""Guessed addresses and forged posts: nothing unreviewed becomes public, nothing is passed."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from heritage.editorial.reviews.models import ReviewState, ReviewTask
from heritage.editorial.reviews.rounds import round_of
from heritage.editorial.reviews.signing import publish_signed
from heritage.editorial.reviews.steps import Step

from .test_three_people import NEW, read, waits_for

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def action_url(page, action, state) -> str:
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])


@pytest.mark.parametrize("name", ["editor", "other_editor", "publisher", "operator", "auditor"])
def test_wagtails_own_action_address_passes_nothing_for_others(people, story, name):
    state = story.current_workflow_task_state

    getattr(people, name).client.post(action_url(story, "approve", state), {"comment": ""})

    assert waits_for(story) == Step.FACTS


def test_wagtails_own_action_address_obeys_the_three_people_rule(people, story):
    people.reviewer.client.post(action_url(story, "approve", story.current_workflow_task_state))
    assert waits_for(story) == Step.WORDING

    people.reviewer.client.post(action_url(story, "approve", story.current_workflow_task_state))

    assert waits_for(story) == Step.WORDING


def test_a_return_by_wagtails_address_needs_its_reason_too(people, story):
    people.curator.client.post(
        action_url(story, "reject", story.current_workflow_task_state), {"comment": ""}
    )

    assert waits_for(story) == Step.FACTS


def test_the_state_of_another_story_is_not_passed_through_ones_own(people, city, story):
    """Wagtail checks the page of the address, and then acts on the state of the address."""
    people.other_editor.sends(city.mural, lede="另一页。")
    people.curator.edits(city.mural)
    mine, theirs = story, city.mural
    people.reviewer.passes(theirs)
    state = theirs.current_workflow_task_state

    people.reviewer.client.post(action_url(mine, "approve", state))

    assert waits_for(theirs) == Step.WORDING


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_the_editors_form_passes_nothing_for_an_author(people, story, action):
    forged = {
        "workflow-action-name": action,
        "workflow-action-extra-data": json.dumps({"comment": "x", "update": False}),
    }

    people.editor.edits(story, "action-workflow-action", **forged)

    assert waits_for(story) == Step.FACTS


def test_who_changes_and_passes_in_one_post_has_only_changed(people, story):
    people.curator.passes(story)
    forged = {"workflow-action-name": "approve", "workflow-action-extra-data": "{}"}

    people.curator.edits(story, "action-workflow-action", lede="改了就过。", **forged)

    assert waits_for(story) == Step.FACTS
    assert read(story).lede != "改了就过。"


@pytest.mark.parametrize(
    "name", ["editor", "curator", "reviewer", "publisher", "operator", "auditor"]
)
def test_nobody_publishes_below_a_team_by_a_guessed_button(city, people, name):
    person = getattr(people, name)
    url = reverse("wagtailadmin_pages:edit", args=[city.landmark.pk])
    form = people.superuser.client.get(url).context["form"]
    from ..editorial.forms import filled_in

    person.client.post(url, filled_in(form, lede=NEW) | {"action-publish": "1"})
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    person.client.post(f"{bulk}?id={city.landmark.pk}&next=/admin/")

    assert read(city.landmark).lede != NEW


def test_a_step_cannot_be_skipped(people, story):
    people.curator.passes(story)
    round_ = round_of(story)

    with pytest.raises(PermissionDenied):
        publish_signed(round_, user=people.publisher.user)
    ReviewTask.objects.filter(step=Step.SIGN_OFF).update(active=False)
    with pytest.raises(PermissionDenied):
        story.current_workflow_task_state.approve(user=people.reviewer.user)

    assert read(story).lede != NEW


def test_nothing_is_signed_off_that_lacks_what_is_required(people, story):
    """What was there at the door may be gone by now: a picture deleted, a right expired."""
    people.curator.passes(story)
    people.reviewer.passes(story)
    type(story.picture).objects.filter(pk=story.picture_id).update(alt_zh="")

    answer = people.publisher.passes(story)

    assert waits_for(story) == Step.SIGN_OFF
    assert "cannot be signed off yet" in answer.content.decode()


def test_nobody_passes_without_a_name(people, story):
    with pytest.raises(PermissionDenied):
        story.current_workflow_task_state.approve()


def test_a_dismissed_reviewer_passes_nothing(people, story):
    state = story.current_workflow_task_state
    people.reviewer.user.is_active = False
    people.reviewer.user.save()

    with pytest.raises(PermissionDenied):
        ReviewState.objects.get(pk=state.pk).approve(user=people.reviewer.user)


@pytest.mark.parametrize("kind", ["page", "withdraw", "preview"])
def test_a_stranger_sees_nothing(city, people, client, kind):
    answer = client.get(reverse(f"reviews:{kind}", args=[city.landmark.pk]))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("wagtailadmin_login"))


def test_a_comment_hangs_on_what_there_is(people, story):
    url = reverse("reviews:page", args=[story.pk])
    said = {"comment": "1", "path": "lede", "text": "这一句的出处？"}
    people.reviewer.client.post(url, said)
    people.reviewer.client.post(url, said | {"path": "owner.password", "text": "x"})

    comments = story.wagtail_admin_comments.all()
    assert [comment.contentpath for comment in comments] == ["lede"]
    assert "这一句的出处？" in people.curator.reads(story).content.decode()
    people.reviewer.passes(story)
    assert waits_for(story) == Step.WORDING


def test_an_auditor_reads_comments_and_writes_none(people, story):
    url = reverse("reviews:page", args=[story.pk])

    answer = people.auditor.client.post(url, {"comment": "1", "path": "lede", "text": "我也说一句"})

    assert answer.status_code in (302, 403)
    assert not story.wagtail_admin_comments.exists()
    assert 'name="comment"' not in people.auditor.reads(story).content.decode()
    assert 'name="comment"' in people.publisher.reads(story).content.decode()
