"""The door always opens: each case of DESIGN, in three languages, in two queries."""

import pytest
from django.test import Client
from wagtail.models import Locale, Page

from heritage.plaques.models import Plaque
from heritage.plaques.services import plaque_for, plaque_retarget, plaque_retire

from ..factories import LandmarkPageFactory, NeighbourhoodPageFactory, UserFactory
from .people import editor_of
from .scanning import TONGUES, links, scan

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

each_language = pytest.mark.parametrize("language", TONGUES)


@pytest.fixture
def plaque(city) -> Plaque:
    return city.plaque


@pytest.fixture
def english(city) -> Page:
    """The landmark in English, published."""
    locale = Locale.objects.get(language_code="en")
    city.neighbourhood.copy_for_translation(locale).save_revision().publish()
    copy = city.landmark.copy_for_translation(locale)
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy


@each_language
def test_a_published_page_opens_in_the_language_asked_for(plaque, language):
    answer = scan(plaque.code, language)

    assert answer.status_code == 302
    assert answer["Location"] == f"/{language}/enning/zhan-tianyou/#q-{plaque.code}"
    assert Client().get(answer["Location"]).status_code == 200


def test_a_translation_opens_where_it_stands(plaque, english):
    Page.objects.filter(pk=english.pk).update(url_path="/en/enning/elsewhere/")

    assert scan(plaque.code, "en")["Location"].startswith("/en/enning/elsewhere/#")


def test_an_unpublished_translation_gives_way_to_the_source(plaque, english):
    english.unpublish()

    assert scan(plaque.code, "en")["Location"].startswith("/en/enning/zhan-tianyou/#")


def test_with_the_source_withdrawn_any_live_translation_opens(city, plaque, english):
    city.landmark.unpublish()

    for language in TONGUES:
        assert scan(plaque.code, language)["Location"].startswith("/en/enning/zhan-tianyou/#")


def test_a_cookie_and_a_choice_made_at_the_door_go_before_the_browser(plaque):
    client = Client()
    client.cookies["django_language"] = "en"
    assert scan(plaque.code, "zh-hant", client)["Location"].startswith("/en/")
    assert client.get(f"/q/{plaque.code}?in=zh-hant")["Location"].startswith("/zh-hant/")
    assert client.get(f"/q/{plaque.code}?in=//evil.example")["Location"].startswith("/en/")


@pytest.mark.parametrize("dress", ["/q/{}", "/Q/{}", "/q/{}/", "/Q/{}/", "/q//{}", "/q/{}//"])
def test_an_address_is_read_in_any_dress(plaque, dress):
    for code in (plaque.code, plaque.code.lower(), f"{plaque.code[:3]}-{plaque.code[3:]}"):
        answer = Client().get(dress.format(code))
        assert (answer.status_code, answer["Location"][-8:]) == (302, f"q-{plaque.code}")


def test_a_renamed_and_moved_page_keeps_its_printed_code(city, plaque):
    other = NeighbourhoodPageFactory(parent=city.home, slug="pantang", title="泮塘")
    page = Page.objects.get(pk=city.landmark.pk)
    page.slug = "renamed"
    page.save()
    page.move(Page.objects.get(pk=other.pk), pos="last-child")

    assert scan(plaque.code)["Location"] == f"/zh-hans/pantang/renamed/#q-{plaque.code}"


def published_once(page):
    """The page, after an editor published it as it stands."""
    page.save_revision().publish()
    return page


@each_language
def test_an_unpublished_page_leads_to_its_neighbourhood_with_a_word_why(city, plaque, language):
    published_once(city.landmark).unpublish()

    answer = scan(plaque.code, language)

    assert answer.status_code == 200
    assert "plaques/revised.html" in {t.name for t in answer.templates}
    assert city.landmark.title in answer.content.decode()
    assert links(answer)[0] == f"/{language}/enning/"
    assert answer["Content-Language"] == language


def test_a_withdrawn_story_is_named_in_the_visitors_language(city, plaque, english):
    english.title = "House of Zhan"
    published_once(city.landmark).unpublish()
    published_once(english).unpublish()

    assert "House of Zhan" in scan(plaque.code, "en").content.decode()
    assert city.landmark.title in scan(plaque.code, "zh-hant").content.decode()


def test_a_deleted_page_leads_to_its_neighbourhood(city, plaque):
    Page.objects.get(pk=city.landmark.pk).delete()

    answer = scan(plaque.code)

    assert "plaques/gone.html" in {t.name for t in answer.templates}
    assert links(answer)[0] == "/zh-hans/enning/"


def test_with_the_neighbourhood_gone_too_home_is_left(city, plaque):
    Page.objects.get(pk=city.neighbourhood.pk).delete()

    answer = scan(plaque.code, "en")

    assert answer.status_code == 200
    assert links(answer) == ["/en/"]


@each_language
def test_an_unbound_plaque_says_that_it_waits(city, language):
    [plaque] = Plaque.objects.mint(1, neighbourhood_key=city.neighbourhood.translation_key)

    answer = scan(plaque.code, language)

    assert "plaques/waiting.html" in {t.name for t in answer.templates}
    assert links(answer)[0] == f"/{language}/enning/"


def test_an_operator_is_led_to_bind_an_unbound_plaque_and_a_visitor_is_not(admin):
    [plaque] = Plaque.objects.mint(1)
    stranger = Client()
    stranger.force_login(UserFactory())

    assert scan(plaque.code, client=admin)["Location"] == f"/q/{plaque.code}/fix/"
    for client in (Client(), stranger):
        assert "plaques/waiting.html" in {
            t.name for t in scan(plaque.code, client=client).templates
        }
    assert admin.get(f"/q/{plaque.code}?visitor").status_code == 200


def test_a_retired_plaque_leads_to_where_the_story_lives_now(city, plaque):
    plaque_retire(plaque=plaque)
    assert scan(plaque.code)["Location"].startswith("/zh-hans/enning/zhan-tianyou/#")

    city.landmark.unpublish()
    answer = scan(plaque.code)
    assert "plaques/retired.html" in {t.name for t in answer.templates}
    assert links(answer)[0] == "/zh-hans/enning/"


def test_an_answer_is_not_kept_by_shared_caches(plaque):
    for answer in (scan(plaque.code), scan("7K3")):
        assert {"private", "no-cache"} <= set(answer["Cache-Control"].split(", "))
        assert {"Accept-Language", "Cookie"} <= set(answer["Vary"].split(", "))


def test_no_case_asks_the_database_more_than_twice(city, plaque, django_assert_max_num_queries):
    [unbound] = Plaque.objects.mint(1, neighbourhood_key=city.neighbourhood.translation_key)
    draft = LandmarkPageFactory(parent=city.neighbourhood, slug="draft", live=False)
    scan("7K3")  # what the frame keeps in the cache for every page
    for code in (plaque.code, unbound.code, plaque_for(page=draft).code, "7K3M9X", plaque.code[1:]):
        for language in TONGUES:
            with django_assert_max_num_queries(2):
                scan(code, language)


def test_a_plaque_pointed_elsewhere_opens_there_at_once(city, plaque):
    assert "zhan-tianyou" in scan(plaque.code)["Location"]
    plaque_retarget(plaque=plaque, page=city.mural)
    assert "opera-wall" in scan(plaque.code)["Location"]


def test_the_title_of_a_draft_is_told_to_nobody(city):
    """Neither by the plaque that waits for its publishing, nor to who mistypes its code."""
    draft = LandmarkPageFactory(
        parent=city.neighbourhood, slug="secret", title="尚未公开的标题", live=False
    )
    code = plaque_for(page=draft).code
    slip = code[:-1] + ("Z" if code[-1] != "Z" else "Y")

    for typed in (code, slip):
        answer = scan(typed)
        assert answer.status_code == 200
        assert draft.title not in answer.content.decode()
    assert code in scan(slip).content.decode()


def test_who_comes_to_put_a_plaque_up_finds_the_way_in_and_why_not(city, client):
    [plaque] = Plaque.objects.mint(1, neighbourhood_key=city.neighbourhood.translation_key)
    way_in = f"/q/{plaque.code}/fix/"

    assert scan(plaque.code).content.decode().count(way_in) == 1
    stranger = editor_of(None, "view_plaque", client=client)
    told = stranger.get(f"/Q/{plaque.code}").content.decode()
    assert way_in not in told
    assert "door-staff" in told
