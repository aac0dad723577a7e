"""One person, one reason: gone everywhere at once, and back only through the three reviews."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Locale, Page, PageLogEntry

from heritage.delivery import freshness
from heritage.editorial.reviews.rounds import round_of
from heritage.editorial.reviews.withdrawing import story_withdrawn

from .test_returning import signed  # noqa: F401 - a fixture
from .test_three_people import read

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
REASON = "住户要求撤下门牌照片。"
MAY = {"curator", "reviewer", "second_reviewer", "publisher", "operator", "superuser"}


def withdraw(person, page, reason=REASON, **said):
    url = reverse("reviews:withdraw", args=[page.pk])
    return person.client.post(url, {"reason": reason, "languages": "all"} | said)


@pytest.mark.parametrize("name", ["editor", *sorted(MAY), "auditor"])
def test_one_person_of_these_withdraws_alone(city, people, name):
    withdraw(getattr(people, name), city.landmark)

    assert read(city.landmark).live == (name not in MAY)


def test_a_withdrawal_needs_its_reason(city, people):
    answer = withdraw(people.curator, city.landmark, " ")

    assert answer.context["form"].errors["reason"]
    assert read(city.landmark).live


def surfaces(city) -> dict[str, str]:
    """Where a visitor or a machine meets the landmark, beside its own page."""
    return {
        "home": city.home.url,
        "neighbourhood": city.neighbourhood.url,
        "search": "/zh-hans/search/?q=詹天佑故居",
        "map": "/zh-hans/map/",
        "feed": "/zh-hans/feed/",
        "sitemap": "/sitemap.xml",
        "geojson": "/data/places.geojson",
        "trail": city.trail.url,
        "person": city.person.url,
        "list": "/zh-hans/all/landmarks/",
    }


def links_to(client, url: str, page) -> bool:
    answer = client.get(url, follow=True)
    assert answer.status_code == 200, url
    return page.url in answer.content.decode()


def test_it_is_gone_from_every_surface_at_once(city, people, client):
    call_command("rebuild_references_index", verbosity=0)
    page = read(city.landmark)
    page.save_revision().publish()
    shown = {name for name, url in surfaces(city).items() if links_to(client, url, page)}
    assert {"neighbourhood", "sitemap", "geojson", "trail", "list"} <= shown, shown
    url = page.url

    withdraw(people.reviewer, page)

    assert client.get(url).status_code == 404
    for name, address in surfaces(city).items():
        assert not links_to(client, address, page), name
    door = client.get(f"/q/{city.plaque.code}")
    assert door.status_code == 200 or url not in door.url


def test_every_kept_page_is_out_of_date_for_every_process(
    city, people, django_capture_on_commit_callbacks
):
    token = freshness.current()

    with django_capture_on_commit_callbacks(execute=True):
        withdraw(people.reviewer, city.landmark)

    assert freshness.current() != token


def test_all_languages_or_this_one_only(city, people):
    english = Locale.objects.get(language_code="en")
    city.neighbourhood.copy_for_translation(english, copy_parents=True)
    translation = city.landmark.copy_for_translation(english)
    translation.save_revision().publish()
    read(city.landmark).save_revision().publish()
    traditional = city.landmark.get_translation(Locale.objects.get(language_code="zh-hant"))

    withdraw(people.curator, translation, languages="this")
    assert read(city.landmark).live and read(traditional).live and not read(translation).live

    translation.specific.save_revision().publish()
    withdraw(people.curator, city.landmark)
    assert not any(read(one).live for one in (city.landmark, traditional, translation))


def test_what_waits_for_its_day_is_taken_off_the_schedule(people, signed):  # noqa: F811 - the fixture
    withdraw(people.curator, signed)

    page = read(signed)
    assert not page.live
    assert page.scheduled_revision is None
    assert not hasattr(Page.objects.get(pk=page.pk), "sign_off")


def test_a_review_under_way_ends(people, story):
    withdraw(people.publisher, story)

    assert round_of(story) is None


def test_who_when_and_why_stay_on_record(city, people):
    withdraw(people.reviewer, city.landmark)

    entry = PageLogEntry.objects.get(page=city.landmark.pk, action="reviews.withdraw")
    assert (entry.user, entry.data["reason"]) == (people.reviewer.user, REASON)
    edit = reverse("wagtailadmin_pages:edit", args=[city.landmark.pk])
    assert REASON in people.editor.client.get(edit).content.decode()
    history = reverse("wagtailadmin_pages:history", args=[city.landmark.pk])
    assert REASON in people.editor.client.get(history).content.decode()


def test_whoever_keeps_copies_hears_of_it(city, people, django_capture_on_commit_callbacks):
    heard = []

    def listen(sender, page, by, reason, **_signal):
        heard.append((page.pk, by, reason))

    story_withdrawn.connect(listen)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(people.reviewer, city.landmark)
    story_withdrawn.disconnect(listen)

    assert heard == [(city.landmark.pk, people.reviewer.user, REASON)]


def test_the_way_back_is_through_the_three_reviews(city, people):
    withdraw(people.reviewer, city.landmark)
    people.editor.sends(city.landmark)
    for person in (people.curator, people.second_reviewer, people.publisher):
        person.passes(city.landmark)

    assert read(city.landmark).live


def test_what_stands_below_goes_too_where_it_is_asked(city, people):
    withdraw(people.curator, city.neighbourhood, below="on")

    assert not any(read(page).live for page in (city.neighbourhood, city.landmark, city.mural))


def test_the_unpublish_view_asks_for_the_reason_too(city, people):
    url = reverse("wagtailadmin_pages:unpublish", args=[city.landmark.pk])

    answer = people.superuser.client.post(url)

    assert answer.url == reverse("reviews:withdraw", args=[city.landmark.pk])
    assert read(city.landmark).live


def test_nothing_of_a_team_is_unpublished_in_bulk(city, people):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    people.superuser.client.post(f"{url}?id={city.landmark.pk}&next=/admin/")

    assert read(city.landmark).live


def test_a_page_nobody_can_read_is_not_withdrawn_again(city, people):
    withdraw(people.curator, city.landmark)
    withdraw(people.curator, city.landmark)

    assert (
        PageLogEntry.objects.filter(action="reviews.withdraw", page=city.landmark.pk).count() == 1
    )
