"""Sitemap, robots and feed."""

from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from heritage.discovery import sitemap

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def english(city):
    """The neighbourhood in English."""
    page = city.neighbourhood.copy_for_translation(Locale.objects.get(language_code="en"))
    page.title = "Enning Road"
    page.save_revision().publish()
    return page


def locations(client, url="/sitemap.xml") -> dict:
    root = ET.fromstring(client.get(url).content)
    return {entry.findtext("s:loc", namespaces=SITEMAP): entry for entry in root}


def test_the_sitemap_lists_pages_with_their_other_languages(city, english, client, settings):
    settings.SITE_URL = "https://qilou.example"
    found = locations(client)
    entry = found["https://qilou.example/zh-hans/enning/"]
    links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", SITEMAP)}
    assert links["en"] == "https://qilou.example/en/enning/"
    assert links["zh-Hans"] == links["x-default"] == "https://qilou.example/zh-hans/enning/"
    assert "https://qilou.example/zh-hans/enning/zhan-tianyou/" in found
    assert "https://qilou.example/en/enning/zhan-tianyou/" not in found


def test_the_sitemap_leaves_out_drafts_and_private_pages(city, client):
    city.mural.unpublish()
    PageViewRestriction.objects.create(page=city.corridor.page_ptr, restriction_type="login")
    text = client.get("/sitemap.xml").content.decode()
    assert "opera-wall" not in text
    assert "corridor" not in text


def test_a_large_sitemap_is_an_index_of_files(city, client, monkeypatch):
    monkeypatch.setattr(sitemap, "ADDRESSES_A_FILE", 4)
    files = list(locations(client))
    assert files[0].endswith("/sitemap-1.xml")
    total = sum(len(locations(client, f"/sitemap-{n + 1}.xml")) for n in range(len(files)))
    assert total == len(sitemap.list_addresses())
    assert client.get("/sitemap-99.xml").status_code == 404


def test_the_sitemap_takes_the_same_queries_however_large(city, client, django_assert_num_queries):
    with django_assert_num_queries(2):
        client.get("/sitemap.xml")


def test_robots_keep_out_of_the_desk_and_the_codes(db, client, settings):
    settings.SITE_URL = "https://qilou.example"
    text = client.get("/robots.txt").content.decode()
    for line in ("Disallow: /admin/", "Disallow: /q/", "Disallow: /zh-hans/search/"):
        assert line in text.splitlines()
    assert "Sitemap: https://qilou.example/sitemap.xml" in text


def test_the_feed_has_the_newest_stories_first(city, english, client, settings):
    settings.SITE_URL = "https://qilou.example"
    for age, page in enumerate([city.trail, city.landmark, city.mural]):
        page.first_published_at = timezone.now() - timezone.timedelta(days=-10 + age)
        page.title = "甲 & 乙 <丙>" if page == city.trail else page.title
        page.save()
    answer = client.get("/zh-hans/feed/")
    assert answer["Content-Type"].startswith("application/atom+xml")
    root = ET.fromstring(answer.content)
    entries = root.findall("a:entry", ATOM)
    assert entries[0].findtext("a:title", namespaces=ATOM) == "甲 & 乙 <丙>"
    links = [entry.find("a:link", ATOM).get("href") for entry in entries]
    assert links[1] == "https://qilou.example/zh-hans/enning/zhan-tianyou/"
    own = [e.get("href") for e in root.findall("a:link", ATOM) if e.get("rel") == "self"]
    assert own == ["https://qilou.example/zh-hans/feed/"]
    assert b"Enning Road" in client.get("/en/feed/").content
    assert b"Enning Road" not in answer.content
