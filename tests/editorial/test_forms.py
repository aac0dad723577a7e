"""The forms themselves: what they say back, what they warn of, how they greet."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from heritage.editorial.teams.services import team_found

from ..city import KINDS
from .forms import filled_in
from .test_editors import edit_url

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.mark.parametrize(
    ("text", "state", "words"),
    [
        ("清光绪十四年", "understood", "1888-02-12 to 1889-01-30"),
        ("约1930年代", "understood", "1930s"),
        ("很久以前", "unread", "add it in brackets"),
        ("", "empty", ""),
    ],
)
def test_a_date_is_said_back_while_one_types(editor, text, state, words):
    answer = editor.get(reverse("story_date"), {"text": text}).json()

    assert answer["state"] == state
    assert words in answer["words"]


def test_an_edtf_value_is_said_back(editor):
    assert editor.get(reverse("story_edtf"), {"text": "193X"}).json()["state"] == "understood"
    assert editor.get(reverse("story_edtf"), {"text": "那年"}).json()["state"] == "unread"


@pytest.mark.parametrize(
    ("text", "datum", "state", "words"),
    [
        ("23.1169, 113.2352", "wgs84", "understood", "latitude 23.116900, longitude 113.235200"),
        ("23.1169, 113.2352", "gcj02", "understood", "latitude 23.119"),
        ("113.2352, 23.1169", "wgs84", "doubtful", "Longitude stood first"),
        ("39.9, 116.4", "wgs84", "doubtful", "outside Guangzhou"),
        ("23.1169", "wgs84", "unread", "needs two numbers"),
        ("48.85, 2.35", "bd09", "unread", "outside mainland China"),
        ("23.1, 113.2", "no such map", "understood", "WGS-84"),
    ],
)
def test_coordinates_are_said_back_while_one_types(editor, text, datum, state, words):
    answer = editor.get(reverse("place_point"), {"text": text, "beside": datum}).json()

    assert answer["state"] == state
    assert words in answer["words"]


def test_an_opened_form_says_what_was_understood(city, editor):
    city.landmark.datum = "gcj02"
    city.landmark.save()

    page = editor.get(edit_url(city.landmark)).content.decode()

    assert "1888-02-12 to 1889-01-30" in page
    # The point is shown as the chosen map means it, before any script runs.
    assert "latitude 23.119" in page


def test_coordinates_that_cannot_be_read_are_refused_in_words(city, editor):
    form = editor.get(edit_url(city.landmark)).context["form"]

    answer = editor.post(edit_url(city.landmark), filled_in(form, point_entered="十二甫"))

    assert "cannot be read as a coordinate" in str(answer.context["form"].errors)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_type_can_be_previewed_before_it_is_saved(city, editor, kind):
    page = city.pages[kind]
    form = editor.get(edit_url(page)).context["form"]
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    answer = editor.post(url, filled_in(form, title="改过的名称"))
    seen = editor.get(url)

    assert answer.json()["is_valid"]
    assert seen.status_code == 200
    assert "改过的名称" in seen.content.decode()


def test_a_generated_page_says_where_it_comes_from(city, editor):
    page = city.landmark
    page.save_revision().publish()
    copy = page.get_translation(Locale.objects.get(language_code="zh-hant"))

    assert "is made from the Simplified one" in editor.get(edit_url(copy)).content.decode()
    assert "is made from the Simplified" not in editor.get(edit_url(page)).content.decode()
    assert "three reviews of its own" not in editor.get(edit_url(copy)).content.decode()

    team = team_found(page=city.neighbourhood, by=None)
    team.editors.user_set.add(get_user(editor))

    assert "three reviews of its own" in editor.get(edit_url(copy)).content.decode()


def test_a_translation_says_when_its_source_has_moved_on(city, editor):
    english = Locale.objects.get(language_code="en")
    city.neighbourhood.copy_for_translation(english, copy_parents=True)
    translation = city.landmark.copy_for_translation(english)
    translation.save_revision().publish()
    assert (
        "after this page was last written" not in editor.get(edit_url(translation)).content.decode()
    )

    type(city.landmark).objects.filter(pk=city.landmark.pk).update(
        last_published_at=timezone.now() + timedelta(minutes=1)
    )

    assert "after this page was last written" in editor.get(edit_url(translation)).content.decode()


def test_an_editor_may_start_an_english_page(city, editor):
    page = editor.get(edit_url(city.landmark)).content.decode()

    assert reverse("simple_translation:submit_page_translation", args=[city.landmark.pk]) in page


def test_the_first_page_leads_to_the_three_commonest_jobs(city, editor):
    page = editor.get(reverse("wagtailadmin_home")).content.decode()
    begin = editor.get(reverse("begin_story"), {"in": city.neighbourhood.pk})

    assert "Write a story" in page
    assert reverse("wagtailimages:add_multiple") in page
    assert reverse("plaques:add") in page
    assert begin.url == reverse("wagtailadmin_pages:add_subpage", args=[city.neighbourhood.pk])


def test_each_kind_of_page_is_offered_with_its_picture_and_a_word(city, editor):
    url = reverse("wagtailadmin_pages:add_subpage", args=[city.neighbourhood.pk])

    page = editor.get(url).content.decode()

    for kind in KINDS[2:]:
        assert f"#icon-{kind}page" in page
    assert "A painted wall" in page
