"""`/<lang>/map/`: the sketch, the complete list, and a provider's tiles only where one is set."""

import re

import pytest
from wagtail.models import PageViewRestriction, Site

from heritage.discovery.tiles import tile_origin
from heritage.places.geodesy import Datum, Point, convert
from home.models import SiteSettings
from tests import factories as make

URL = "/zh-hans/map/"


def read(client, **question) -> str:
    answer = client.get(URL, question)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def street_map(db):
    """A provider of GCJ-02 tiles."""
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.map_tiles = "https://{s}.tiles.example/{z}/{x}/{y}.png"
    settings.map_datum = "gcj02"
    settings.map_attribution, settings.map_approval = "© Example", "GS(2026)1号"
    settings.save()


def test_the_map_has_a_sketch_and_every_published_place(city, client):
    city.mural.unpublish()
    PageViewRestriction.objects.create(page=city.corridor.page_ptr, restriction_type="login")
    make.LandmarkPageFactory(parent=city.neighbourhood, title="位置不详", point_entered="")
    html = read(client)
    assert "<svg" in html
    for title in ("恩宁路", "詹天佑故居", "位置不详"):
        assert f">{title}</a>" in html
    assert "粤剧墙（示例）" not in html
    assert "十二甫文化长廊" not in html


def test_a_kind_narrows_the_list(city, client):
    html = read(client, kind="mural")
    assert ">粤剧墙（示例）</a>" in html
    assert ">詹天佑故居</a>" not in html
    assert ">詹天佑故居</a>" in read(client, kind="castle")


def test_an_empty_city_says_what_to_do(db, client):
    assert 'class="empty"' in read(client)


def test_without_a_provider_nobody_is_asked_for_tiles(city, client):
    html = read(client)
    assert "leaflet" not in html.lower()
    assert "data-lat" not in html
    assert tile_origin() == ""


def test_with_a_provider_the_points_are_in_its_datum(city, client, street_map):
    html = read(client)
    shifted = convert(Point(23.1169, 113.2352), Datum.WGS84, Datum.GCJ02)
    lat, lng = re.search(r'data-lat="([\d.]+)" data-lng="([\d.]+)">詹天佑故居', html).groups()
    assert (lat, lng) == (f"{shifted.lat:.6f}", f"{shifted.lng:.6f}")
    assert "GS(2026)1号" in html
    assert "leaflet-src.esm.js" in html
    assert tile_origin() == "https://*.tiles.example"


def test_only_the_map_page_may_load_pictures_from_the_provider(city, client, street_map):
    assert "https://*.tiles.example" in client.get(URL)["Content-Security-Policy"]
    assert "tiles.example" not in client.get(city.landmark.url)["Content-Security-Policy"]


def test_queries_are_few_and_the_same_with_more_places(city, client, django_assert_max_num_queries):
    read(client)
    make.LandmarkPageFactory.create_batch(5, parent=city.neighbourhood)
    with django_assert_max_num_queries(6):
        read(client)
