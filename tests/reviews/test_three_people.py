"""A story passes three different people, none of whom wrote it, before anybody reads it."""

import pytest
from django.utils.translation import override
from wagtail.models import Page, PageLogEntry, TaskState, Workflow, WorkflowState

from heritage.editorial.reviews.models import ReviewState
from heritage.editorial.reviews.rounds import round_of, step_of
from heritage.editorial.reviews.steps import WORKFLOW_NAME, Step

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
NEW = "趟栊还在，人搬走了。"


def read(page) -> Page:
    return Page.objects.get(pk=page.pk).specific


def waits_for(page) -> Step | None:
    state = page.current_workflow_task_state
    return step_of(state) if state else None


def test_the_workflow_is_there_over_every_language_and_wagtails_example_is_gone(city):
    assert [workflow.name for workflow in Workflow.objects.active()] == [WORKFLOW_NAME]
    assert city.landmark.get_workflow().name == WORKFLOW_NAME
    assert city.home.get_workflow().name == WORKFLOW_NAME


def test_three_people_make_a_story_public(city, people, story, client):
    assert waits_for(story) == Step.FACTS
    people.curator.passes(story)
    assert waits_for(story) == Step.WORDING
    people.reviewer.passes(story, "好")
    assert waits_for(story) == Step.SIGN_OFF
    assert read(story).lede != NEW
    revision = read(story).latest_revision_id

    people.publisher.passes(story)

    assert read(story).lede == NEW
    assert read(story).live_revision_id == revision
    assert not read(story).has_unpublished_changes
    assert NEW in client.get(story.url).content.decode()
    assert PageLogEntry.objects.get(
        page=story.pk, action="wagtail.publish", user=people.publisher.user
    )


@pytest.mark.parametrize(("language", "half"), [("zh-hans", "初审"), ("en", "Facts and sources")])
def test_the_log_names_a_review_in_the_readers_language(people, story, language, half):
    people.curator.passes(story)
    entry = PageLogEntry.objects.get(page=story.pk, action="wagtail.workflow.approve")

    with override(language):
        said = str(entry.message)

    assert half in said and " · " not in said


def test_a_new_story_takes_the_same_way(city, people, client):
    page = city.history
    page.unpublish()
    people.editor.sends(page, title="恩宁路，一九三一")
    for person in (people.curator, people.reviewer, people.publisher):
        person.passes(page)

    assert read(page).live
    assert "恩宁路，一九三一" in client.get(read(page).url).content.decode()


@pytest.mark.parametrize(
    ("step", "may"),
    [
        (Step.FACTS, {"curator", "reviewer", "second_reviewer", "superuser"}),
        (Step.WORDING, {"second_reviewer", "superuser"}),
        (Step.SIGN_OFF, {"publisher", "superuser"}),
    ],
)
def test_each_review_is_made_by_those_whose_it_is(city, people, story, step, may):
    before = {Step.FACTS: (), Step.WORDING: (people.reviewer,)}
    before[Step.SIGN_OFF] = (people.curator, people.reviewer)
    for person in before[step]:
        person.passes(story)
    assert waits_for(story) == step

    for name, person in vars(people).items():
        page = person.client.get(f"/admin/reviews/{story.pk}/")
        offered = page.status_code == 200 and 'value="pass"' in page.content.decode()
        assert offered == (name in may), name


def test_the_same_person_does_not_pass_twice(city, people, story):
    people.reviewer.passes(story)

    answer = people.reviewer.passes(story)

    assert waits_for(story) == Step.WORDING
    assert "three different people" in answer.content.decode()


def test_an_author_reviews_nothing_of_their_own(city, people):
    people.curator.edits(city.landmark, lede="馆长写的一句。")
    people.editor.sends(city.landmark)

    answer = people.curator.passes(city.landmark)

    assert waits_for(city.landmark) == Step.FACTS
    assert "You wrote this change" in answer.content.decode()


def test_who_sends_a_story_in_is_an_author_too(city, people):
    people.editor.edits(city.landmark, lede="编辑写的一句。")
    people.curator.sends(city.landmark)

    people.curator.passes(city.landmark)

    assert waits_for(city.landmark) == Step.FACTS


def test_a_save_without_a_change_makes_nobody_an_author(city, people):
    people.editor.edits(city.landmark, lede="编辑写的一句。")
    people.curator.edits(city.landmark)
    people.editor.sends(city.landmark)

    people.curator.passes(city.landmark)

    assert waits_for(city.landmark) == Step.WORDING


def test_an_author_of_the_last_published_change_may_review_the_next(city, people, story):
    for person in (people.curator, people.reviewer, people.publisher):
        person.passes(story)
    people.other_editor.sends(story, lede="又改一句。")

    people.curator.passes(story)

    assert waits_for(story) == Step.WORDING
    assert not round_of(story).authors.filter(user=people.editor.user).exists()


def test_the_editor_says_why_one_may_not_review(city, people, story):
    people.reviewer.passes(story)
    edit = f"/admin/pages/{story.pk}/edit/"

    assert "You may not make it" not in people.editor.client.get(edit).content.decode()
    assert "Waits for: Second review" in people.editor.client.get(edit).content.decode()
    assert "You may make this review" in people.superuser.client.get(edit).content.decode()


def test_a_review_made_meanwhile_is_not_made_again(city, people, story):
    read_before = read(story).latest_revision_id
    people.curator.passes(story)

    people.second_reviewer.judges(story, "pass", revision=read_before)
    people.reviewer.judges(story, "pass", revision=read_before)

    assert waits_for(story) == Step.SIGN_OFF
    states = ReviewState.objects.filter(status=TaskState.STATUS_APPROVED)
    assert states.count() == 2


def test_a_round_that_is_over_is_over(city, people, story):
    for person in (people.curator, people.reviewer, people.publisher):
        person.passes(story)

    answer = people.superuser.passes(story)

    assert "waits for no review" in answer.content.decode()
    assert WorkflowState.objects.filter(status=WorkflowState.STATUS_APPROVED).count() == 1
