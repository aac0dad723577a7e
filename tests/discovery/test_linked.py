"""JSON-LD on story pages."""

import json
import re

import pytest

from tests import factories as make

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def read(client, page) -> dict:
    html = client.get(page.url).content.decode()
    (block,) = BLOCK.findall(html)
    return json.loads(block)


def test_a_landmark_says_what_where_and_whose_picture(city, client, settings):
    settings.SITE_URL = "https://qilou.example"
    city.landmark.alt_names = "詹公馆\n芽菜巷42号"
    city.landmark.save()
    thing = read(client, city.landmark)
    assert thing["@type"] == ["LandmarksOrHistoricalBuildings", "TouristAttraction"]
    assert thing["name"] == "詹天佑故居"
    assert thing["alternateName"] == ["Former Home of Zhan Tianyou", "詹公馆", "芽菜巷42号"]
    assert thing["url"] == "https://qilou.example/zh-hans/enning/zhan-tianyou/"
    assert thing["geo"]["latitude"] == 23.1169
    assert thing["address"]["addressLocality"] == "广州"
    assert thing["image"]["creditText"] == "本项目绘"
    assert thing["image"]["license"] == make.CC_BY
    assert thing["image"]["contentUrl"].startswith("https://qilou.example/media/")
    assert thing["containedInPlace"]["url"] == "https://qilou.example/zh-hans/enning/"
    assert "isAccessibleForFree" not in thing


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("mural", "VisualArtwork"),
        ("trail", "TouristTrip"),
        ("person", "Person"),
        ("history", "Article"),
        ("neighbourhood", "Place"),
    ],
)
def test_each_kind_has_its_word(city, client, name, kind):
    assert read(client, getattr(city, name))["@type"] == kind


def test_a_trail_has_its_stops_in_order(city, client):
    stops = read(client, city.trail)["itinerary"]["itemListElement"]
    assert [stop["position"] for stop in stops] == [1, 2, 3]
    assert stops[0]["item"]["name"] == "詹天佑故居"


def test_a_person_has_dates_only_where_they_are_certain(city, client):
    assert read(client, city.person)["birthDate"] == "1861"
    city.person.born = "约1861年"
    city.person.save()
    assert "birthDate" not in read(client, city.person)


def test_what_is_unknown_is_left_out(city, client):
    page = make.LandmarkPageFactory(
        parent=city.neighbourhood, point_entered="", address="", foreign_name="", lede=""
    )
    assert (
        not {"geo", "address", "image", "alternateName", "description"} & read(client, page).keys()
    )


def test_no_text_can_end_the_block(city, client):
    city.landmark.lede = "</script><script>alert(1)</script> & <!--"
    city.landmark.save()
    html = client.get(city.landmark.url).content.decode()
    assert read(client, city.landmark)["description"] == city.landmark.lede
    assert "<script>alert" not in html
