"""What waits for whom, in the admin and by mail, each in the reader's language."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.users.models import UserProfile

from heritage.editorial.reviews.inbox import (
    sent_back_to,
    submitted_by,
    waiting_count,
    waiting_for,
)

from ..factories import LandmarkPageFactory
from .test_returning import REASON
from .test_withdrawal import withdraw

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.fixture
def post(django_capture_on_commit_callbacks):
    """`post(function)` does it and returns the letters that went out: {address: subject}."""

    def posted(do) -> dict[str, str]:
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            do()
        assert all(len(letter.to) == 1 for letter in mail.outbox)
        assert len({letter.to[0] for letter in mail.outbox}) == len(mail.outbox), "told twice"
        return {letter.to[0]: letter.subject for letter in mail.outbox}

    return posted


def names(people, found) -> set[str]:
    return {name for name, person in vars(people).items() if person.user.email in found}


def test_each_step_is_told_to_those_who_make_it(people, city, post):
    letters = post(lambda: people.editor.sends(city.landmark, lede="新的一句。"))
    assert names(people, letters) == {"curator", "reviewer", "second_reviewer"}
    assert reverse("reviews:page", args=[city.landmark.pk]) in mail.outbox[0].body

    letters = post(lambda: people.reviewer.passes(city.landmark))
    assert names(people, letters) == {"second_reviewer"}

    letters = post(lambda: people.second_reviewer.passes(city.landmark))
    assert names(people, letters) == {"publisher"}

    letters = post(lambda: people.publisher.passes(city.landmark))
    assert names(people, letters) == {"editor"}
    assert "is public" in mail.outbox[0].body


def test_an_author_is_not_asked_to_review(people, city, post):
    people.curator.edits(city.landmark, lede="主编写的。")

    letters = post(lambda: people.editor.sends(city.landmark))

    assert names(people, letters) == {"reviewer", "second_reviewer"}


def test_a_return_reaches_all_authors_with_the_reason(people, city, post):
    people.other_editor.edits(city.landmark, lede="另一位写的。")
    people.editor.sends(city.landmark)

    letters = post(lambda: people.curator.returns(city.landmark, REASON))

    assert names(people, letters) == {"editor", "other_editor"}
    assert REASON in mail.outbox[0].body


def test_a_reopening_is_told_to_all_concerned(people, story, post):
    people.curator.passes(story)

    letters = post(lambda: people.other_editor.edits(story, lede="改过的。"))

    assert "curator" in names(people, letters)
    assert "editor" in names(people, letters)
    assert "other_editor" not in names(people, letters)


def test_a_withdrawal_is_told_to_the_team_and_the_reviewers(people, city, post):
    letters = post(lambda: withdraw(people.operator, city.landmark))

    assert names(people, letters) == {
        "editor", "other_editor", "curator", "reviewer", "second_reviewer", "publisher"
    }  # fmt: skip


def test_letters_speak_the_readers_language(people, city, post):
    profile = UserProfile.get_for_user(people.curator.user)
    profile.preferred_language = "zh-hans"
    profile.save()

    post(lambda: people.editor.sends(city.landmark, lede="新的一句。"))

    bodies = {letter.to[0]: letter.body for letter in mail.outbox}
    assert "Hello Mr Chan," in bodies[people.reviewer.user.email]
    with override("zh-hans"):
        words = gettext("Hello %(name)s,") % {"name": "Mrs Leung"}
    assert words != "Hello Mrs Leung,"
    assert words in bodies[people.curator.user.email]


def test_who_does_not_wish_for_letters_gets_none(people, city, post):
    profile = UserProfile.get_for_user(people.curator.user)
    profile.submitted_notifications = False
    profile.save()

    letters = post(lambda: people.editor.sends(city.landmark, lede="新的一句。"))

    assert "curator" not in names(people, letters)


@pytest.mark.databases
def test_the_inbox_shows_each_person_what_is_theirs(people, story):
    waiting = {name for name, one in vars(people).items() if waiting_for(one.user)}
    assert waiting == {"curator", "reviewer", "second_reviewer", "superuser"}
    [item] = submitted_by(people.editor.user)
    assert (item.page.pk, item.neighbourhood, item.step) == (story.pk, "恩宁路", 1)

    people.curator.passes(story)
    people.reviewer.returns(story, REASON)

    assert not any(waiting_for(one.user) for one in vars(people).values())
    [item] = sent_back_to(people.editor.user)
    assert item.reason == REASON
    page = people.editor.client.get(reverse("reviews:inbox")).content.decode()
    assert REASON in page
    assert story.title in page


def test_a_curator_of_another_neighbourhood_sees_nothing(people, city, story):
    from heritage.editorial.teams.roles import TeamRole
    from heritage.editorial.teams.services import team_found

    from ..factories import NeighbourhoodPageFactory
    from .conftest import member

    elsewhere = NeighbourhoodPageFactory(parent=city.home, slug="dongshan", title="东山")
    other = member(TeamRole.CURATOR, team_found(page=elsewhere, by=None))

    assert waiting_for(other.user) == []
    assert other.reads(story).status_code == 302
    assert 'value="pass"' not in other.passes(story).content.decode()


def test_the_menu_counts_what_waits(people, story):
    assert waiting_count(people.curator.user) == 1
    page = people.curator.client.get(reverse("wagtailadmin_home")).content.decode()
    assert "data-reviews-waiting" in page
    page = people.editor.client.get(reverse("wagtailadmin_home")).content.decode()
    assert "data-reviews-waiting" not in page


def test_the_inbox_costs_the_same_however_much_waits(people, city, story):
    def queries(person) -> int:
        with CaptureQueriesContext(connection) as found:
            person.client.get(reverse("reviews:inbox"))
        return len(found.captured_queries)

    everybody = (people.curator, people.reviewer, people.editor)
    for person in everybody:
        queries(person)
    few = [queries(person) for person in everybody]
    for number in range(6):
        page = LandmarkPageFactory(
            parent=city.neighbourhood, slug=f"more-{number}", live=False, picture=story.picture
        )
        page.save_revision(user=people.editor.user)
        page.get_workflow().start(page, people.editor.user)

    assert [queries(person) for person in everybody] == few
    assert waiting_count(people.curator.user) == 7
