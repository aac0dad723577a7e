"""What is asked of every story."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale

from heritage.editorial.readiness.judging import readiness_of
from heritage.histories.models import TimelineEntry
from heritage.storytelling.models import Source, Statement
from heritage.storytelling.traditional import sync_page
from tests.factories import PictureFactory, RecordingFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.wagtail8,
    pytest.mark.usefixtures("in_english"),
]


def missing(page) -> set[str]:
    return {item.code for item in readiness_of(page).missing}


def wished(page) -> set[str]:
    return {item.code for item in readiness_of(page).wished}


def asked(page) -> set[str]:
    return {item.code for item in readiness_of(page).items}


def item(page, code):
    return next(one for one in readiness_of(page).items if one.code == code)


@pytest.mark.parametrize(
    "kind", ["neighbourhood", "landmark", "mural", "history", "person", "trail"]
)
def test_a_page_with_all_that_is_asked_is_ready(city, kind):
    page = getattr(city, kind)
    assert missing(page) == set()


def test_a_page_wants_a_lead_picture(city):
    city.landmark.picture = None
    assert "picture" in missing(city.landmark)


@pytest.mark.parametrize("words", ["", " ", "IMG_2041.jpg", "enning", "微信图片_20240501"])
def test_every_picture_says_what_it_shows(city, words):
    picture = PictureFactory(alt_zh=words)
    picture.file.name = "original_images/enning.jpg"
    picture.save(update_fields=["file"])
    city.landmark.body = [("picture", {"picture": picture, "caption": "", "cites": ""})]
    found = item(city.landmark, "picture-words")
    assert not found.is_done
    assert found.field.endswith(".picture")
    assert found.url.endswith(f"/{picture.pk}/#id_alt_zh")


def test_a_picture_without_rights_is_not_published(city):
    city.landmark.picture = PictureFactory(rights="", licence_uri="")
    assert "#id_rights" in item(city.landmark, "picture-words").url


def test_pictures_of_panels_are_asked_as_well(city):
    panel = city.corridor.panels_in_order.get()
    panel.picture = PictureFactory(alt_zh="")
    panel.save()
    assert item(city.corridor, "picture-words").field == "panels_in_order-0.picture"


def test_a_story_names_a_source(city):
    city.landmark.sources = []
    assert "sources" in missing(city.landmark)


def test_red_history_names_a_source_for_each_block(city):
    page = city.history
    page.is_red = True
    page.body = [
        ("text", {"text": "<p>一九二六年成立。</p>", "cites": "1"}),
        ("heading", "后来"),
        ("text", {"text": "<p>次年北迁。</p>", "cites": ""}),
        ("factoid", {"figure": "60", "words": "期", "cites": "7"}),
    ]
    page.entries = [TimelineEntry(date="1926年", text="成立。", cites="1")]
    lacks = item(page, "red-sources").lacks
    assert [lack.field.rpartition(".")[2] for lack in lacks] == ["cites", "cites"]
    assert "次年北迁" in str(lacks[0].why)


def test_a_red_trail_is_red_history(city):
    city.trail.theme = "red"
    assert "red-sources" in asked(city.trail)
    assert "red-sources" not in asked(city.landmark)


@pytest.mark.parametrize(
    ("words", "is_understood"),
    [
        ("清光绪十四年", True),
        ("不详", True),
        ("建造年代待考", True),
        ("很久以前", False),
        ("", False),
    ],
)
def test_a_date_is_understood_or_marked_unknown(city, words, is_understood):
    city.landmark.date = words
    city.landmark.date_edtf = ""
    assert ("date" not in missing(city.landmark)) == is_understood


def test_a_date_read_by_hand_is_understood(city):
    city.landmark.date, city.landmark.date_edtf = "很久以前", "18XX"
    assert "date" not in missing(city.landmark)


def test_statements_that_compete_are_settled_or_explained(city):
    page = city.landmark
    two = [Statement(claim="date", text="1888年"), Statement(claim="date", text="1890年")]
    page.statements = two
    assert "statements" in missing(page)
    two[0].is_preferred = True
    assert "statements" not in missing(page)
    two[1].is_preferred = True
    assert "statements" in missing(page)
    two[1].note = "各说并存"
    assert "statements" not in missing(page)


def test_a_recording_wants_its_transcript_and_a_sound_without_speech_none(city):
    page = city.landmark
    recording = RecordingFactory(transcript="")
    page.body = [("audio", {"recording": recording, "caption": ""})]
    found = item(page, "transcript")
    assert not found.is_done
    assert found.url.endswith("#id_transcript")
    recording.speech = "zxx"
    recording.save()
    assert "transcript" not in missing(page)
    assert "audio" not in wished(page)


def test_a_page_is_to_be_checked_every_year(city):
    page = city.landmark
    assert "checked" in wished(page)
    page.checked_on = timezone.localdate()
    assert "checked" not in wished(page)
    page.checked_on -= timedelta(days=400)
    assert "checked" in wished(page)


def test_a_number_that_leads_to_no_source_is_pointed_out(city):
    city.landmark.body = [("text", {"text": "<p>一九三一年开通。</p>", "cites": "4"})]
    assert "cites" in wished(city.landmark)


class TestLanguages:
    """What is asked of a translation, and of a page for its translations."""

    @pytest.fixture
    def english(self, city):
        locale, _made = Locale.objects.get_or_create(language_code="en")
        city.neighbourhood.copy_for_translation(locale)
        page = city.landmark.copy_for_translation(locale)
        page.title = "Former Home of Zhan Tianyou"
        return page

    def test_an_english_page_is_wished_for_until_it_is_published(self, city, english):
        assert "not published" in item(city.landmark, "english").why
        english.save_revision().publish()
        assert "english" not in wished(city.landmark)

    def test_a_translation_is_not_asked_what_its_source_answers(self, city, english):
        assert not asked(english) & {"location", "plaque", "english", "checked", "date"}
        assert {"lede", "picture", "sources"} <= asked(english)

    def test_an_english_page_wants_its_pictures_described_in_english(self, city, english):
        english.picture = PictureFactory(alt_en="")
        assert "picture-words" in missing(english)

    def test_a_generated_traditional_page_is_asked_nothing(self, city):
        page = sync_page(city.landmark)
        assert asked(page) == set()


def test_ways_to_sources_lead_to_the_list(city):
    Source.objects.all().delete()
    assert item(city.landmark, "sources").anchor == "#:w:contentpath=sources"
