"""A city with few people may ease the rule; then the page says so, to reviewers and readers."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from heritage.editorial.reviews.inbox import waiting_for
from heritage.editorial.reviews.models import ReviewSettings, ReviewState
from heritage.editorial.reviews.steps import Step

from .test_three_people import NEW, read, waits_for

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def ease(**rules):
    settings = ReviewSettings.load()
    for name, value in rules.items():
        setattr(settings, name, value)
    settings.save()


@pytest.mark.databases
def test_one_person_passes_twice_where_the_rule_is_eased(people, story, client):
    ease(may_pass_twice=True)
    people.reviewer.passes(story)
    assert [item.page.pk for item in waiting_for(people.reviewer.user)] == [story.pk]
    assert "That stays on record" in people.reviewer.reads(story).content.decode()

    people.reviewer.passes(story)
    people.publisher.passes(story)

    assert read(story).lede == NEW
    assert PageLogEntry.objects.filter(page=story.pk, action="reviews.exception").count() == 1
    assert "passed another of the three reviews" in people.editor.reads(story).content.decode()
    assert "reviewed-by-few" in client.get(story.url).content.decode()


def test_an_author_reviews_where_the_rule_is_eased(people, city):
    ease(may_review_own=True)
    people.curator.sends(city.landmark, lede=NEW)

    people.curator.passes(city.landmark)

    assert waits_for(city.landmark) == Step.WORDING
    [passed] = ReviewState.objects.exclude(exception="")
    assert passed.exception == "author"


def test_the_easing_of_one_rule_leaves_the_other(people, city):
    ease(may_review_own=True)
    people.curator.sends(city.landmark, lede=NEW)
    people.reviewer.passes(city.landmark)
    people.reviewer.passes(city.landmark)

    assert waits_for(city.landmark) == Step.WORDING


def test_what_three_people_passed_says_nothing_of_it(people, story, client):
    for person in (people.curator, people.reviewer, people.publisher):
        person.passes(story)

    assert "reviewed-by-few" not in client.get(story.url).content.decode()


def test_only_those_who_run_the_site_ease_the_rule(people):
    url = reverse("wagtailsettings:edit", args=["reviews", "reviewsettings"])

    for person in (people.curator, people.reviewer, people.publisher):
        assert person.client.get(url).status_code == 302
    assert people.superuser.client.get(url, follow=True).status_code == 200
