"""Where a page stands in its languages: taken down together, translated below what is not."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from heritage.places.models import NeighbourhoodPage

from .pages import publish, traditional

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def english():
    return Locale.objects.get(language_code="en")


@pytest.fixture
def translated(landmark):
    """The landmark in English; its neighbourhood has only Wagtail's stand-in, an alias."""
    page = landmark.copy_for_translation(english(), copy_parents=True)
    page.title = "Luanyu Hall"
    return publish(page)


def is_live(page):
    return type(page).objects.get(pk=page.pk).live


def test_unpublishing_a_source_takes_every_language_down_and_says_so(landmark, translated, admin):
    url = reverse("wagtailadmin_pages:unpublish", args=[landmark.pk])
    assert admin.get(url).context["translation_count"] == 2
    admin.post(url)
    assert not (is_live(landmark) or is_live(translated) or traditional(landmark).live)


def test_unpublishing_a_translation_leaves_its_source(landmark, translated, admin):
    admin.post(reverse("wagtailadmin_pages:unpublish", args=[translated.pk]))
    assert is_live(landmark) and traditional(landmark).live and not is_live(translated)


def test_pages_unpublished_together_take_every_language_down(landmark, translated, admin):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    admin.post(f"{url}?id={landmark.pk}&next=/admin/", {"include_descendants": ""})
    assert not (is_live(landmark) or is_live(translated) or traditional(landmark).live)


def test_a_stand_in_shows_the_source_with_its_note(neighbourhood, translated):
    answer = Client().get("/en/yongqing/")
    assert answer.status_code == 200
    assert answer.context["fallback_language"] == "zh-hans"
    assert answer.context["canonical"].endswith("/zh-hans/yongqing/")
    page = Client().get("/en/yongqing/luanyu/")
    assert page.context["fallback_language"] is None
    assert "/en/yongqing/</loc>" not in Client().get("/sitemap.xml").content.decode()


def test_a_translation_moves_below_a_neighbourhood_that_has_none(landmark, translated):
    other = NeighbourhoodPage(title="沙面", slug="shamian", live=False)
    landmark.get_parent().get_parent().add_child(instance=other)
    publish(other)
    landmark.refresh_from_db()
    landmark.move(other, pos="last-child")
    for language in ("zh-hans", "zh-hant", "en"):
        answer = Client().get(f"/{language}/shamian/luanyu/")
        assert answer.status_code == 200 and answer.context["fallback_language"] is None
        assert [there for _code, _url, there in answer.context["alternates"]] == [True] * 3
    assert Client().get("/en/shamian/").context["fallback_language"] == "zh-hans"


def test_a_translation_left_alone_offers_no_address_that_is_not_there(landmark, translated):
    landmark.unpublish()
    answer = Client().get("/en/yongqing/luanyu/")
    assert [url for _code, url, _there in answer.context["alternates"]] == ["/en/yongqing/luanyu/"]
    assert Client().get("/zh-hans/yongqing/luanyu/").status_code == 404


@pytest.mark.parametrize("language", ["en", "zh-hant", "zh-hans"])
def test_every_type_of_page_answers_in_every_language(city, language):
    for page in city.pages.values():
        address = page.url_path.replace("/zh-hans/", f"/{language}/", 1)
        answer = Client().get(address)
        assert answer.status_code == 200, address
        shown = answer.context["fallback_language"] or language
        assert answer.context["canonical"].endswith(
            page.url_path.replace("/zh-hans/", f"/{shown}/")
        )


def test_below_an_unpublished_neighbourhood_a_page_still_falls_back(landmark, neighbourhood):
    neighbourhood.unpublish()
    answer = Client().get("/en/yongqing/luanyu/")
    assert answer.status_code == 200
    assert answer.context["fallback_language"] == "zh-hans"
