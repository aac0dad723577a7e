"""An address finds its page in the language asked for, or in the source language, never a 404."""

import pytest
from django.test import Client
from wagtail.models import Locale

from heritage.places.models import LandmarkPage, NeighbourhoodPage
from home.models import HomePage
from home.routing import find_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def landmark():
    home = HomePage.objects.get(slug="zh-hans")
    neighbourhood = NeighbourhoodPage(title="沙面", slug="shamian")
    home.add_child(instance=neighbourhood)
    page = LandmarkPage(title="沙面建筑群", slug="houses")
    neighbourhood.add_child(instance=page)
    return page


def test_a_page_and_all_that_its_frame_needs_cost_one_query(landmark, django_assert_num_queries):
    with django_assert_num_queries(1):
        route, rest = find_story("zh-hans", ["shamian", "houses"])
        assert route.page.locale.language_code == "zh-hans"
    assert rest == []
    assert (route.home.slug, route.neighbourhood.title) == ("zh-hans", "沙面")
    assert route.fallback_language is None


def test_a_page_without_translation_falls_back_to_the_source(landmark):
    route, _rest = find_story("en", ["shamian", "houses"])
    assert route.page.pk == landmark.pk
    assert route.fallback_language == "zh-hans"
    assert ("en", "/en/shamian/houses/", False) in route.alternates


def test_a_translation_is_preferred_once_it_is_published(landmark):
    english = Locale.objects.get(language_code="en")
    neighbourhood = landmark.get_parent().specific
    neighbourhood.copy_for_translation(english)
    copy = landmark.copy_for_translation(english)
    assert find_story("en", ["shamian", "houses"])[0].page.pk == landmark.pk
    copy.save_revision().publish()
    assert find_story("en", ["shamian", "houses"])[0].page.pk == copy.pk


def test_what_is_not_there_is_not_found(landmark):
    assert find_story("zh-hans", list("abcdefgh")) is None
    assert Client().get("/zh-hans/shamian/nothing/").status_code == 404
    assert Client().get("/en/nothing/").status_code == 404


@pytest.mark.parametrize(
    ("header", "door"),
    [
        ("zh-CN,zh;q=0.9", "/zh-hans/"),
        ("zh-TW", "/zh-hant/"),
        ("zh-HK,zh;q=0.8,en;q=0.5", "/zh-hant/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("fr", "/zh-hans/"),
        ("", "/zh-hans/"),
    ],
)
def test_the_bare_address_leads_to_the_visitors_language(header, door):
    response = Client().get("/", headers={"accept-language": header})
    assert (response.status_code, response["Location"]) == (302, door)
    assert "Accept-Language" in response["Vary"]
