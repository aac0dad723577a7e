"""`/data/places.geojson`: what machines read about every place."""

import json

import pytest
from wagtail.models import Locale, PageViewRestriction

from tests import factories as make

URL = "/data/places.geojson"


def read(client, **question):
    answer = client.get(URL, question)
    assert answer.status_code == 200
    return json.loads(answer.content)["features"]


def names(features):
    return [feature["properties"]["name"] for feature in features]


def test_every_published_place_is_there_with_its_facts(city, client, settings):
    settings.SITE_URL = "https://qilou.example"
    answer = client.get(URL)
    assert answer["Content-Type"] == "application/geo+json"
    assert "max-age" in answer["Cache-Control"]
    body = json.loads(answer.content)
    assert body["type"] == "FeatureCollection"
    kinds = [feature["properties"]["kind"] for feature in body["features"]]
    assert kinds == ["neighbourhood", "landmark", "mural", "corridor"]
    landmark = body["features"][1]
    assert landmark["id"] == str(city.landmark.translation_key)
    assert landmark["geometry"] == {"type": "Point", "coordinates": [113.2352, 23.1169]}
    assert landmark["properties"] == {
        "name": "詹天佑故居",
        "kind": "landmark",
        "url": "https://qilou.example/zh-hans/enning/zhan-tianyou/",
        "lang": "zh-hans",
        "neighbourhood": "恩宁路",
        "designations": [landmark["properties"]["designations"][0]],
    }


def test_drafts_and_private_pages_are_not(city, client):
    city.mural.unpublish()
    PageViewRestriction.objects.create(page=city.corridor.page_ptr, restriction_type="login")
    assert [f["properties"]["kind"] for f in read(client)] == ["neighbourhood", "landmark"]


def test_a_place_without_a_point_is_there_but_in_no_box(city, client):
    make.LandmarkPageFactory(parent=city.neighbourhood, title="不详", point_entered="")
    everything = {f["properties"]["name"]: f["geometry"] for f in read(client)}
    assert everything["不详"] is None
    assert "不详" not in names(read(client, bbox="113,22,114,24"))


def test_a_box_a_kind_and_a_language_narrow_it(city, client):
    assert names(read(client, bbox="113.235,23.116,113.2353,23.117")) == ["詹天佑故居"]
    assert names(read(client, kind="mural")) == ["粤剧墙（示例）"]
    assert len(read(client, kind="mural,corridor")) == 2
    home = city.home.get_translation_or_none(Locale.objects.get(language_code="en"))
    assert home
    english = city.neighbourhood.copy_for_translation(Locale.objects.get(language_code="en"))
    english.title = "Enning Road"
    english.save_revision().publish()
    features = read(client, lang="en")
    assert names(features)[:1] == ["Enning Road"]
    by_kind = {f["properties"]["kind"]: f["properties"] for f in features}
    assert by_kind["landmark"]["lang"] == "zh-hans"
    assert "/en/enning/zhan-tianyou/" in by_kind["landmark"]["url"]


@pytest.mark.parametrize(
    "question",
    [
        {"bbox": "1,2,3"},
        {"bbox": "a,b,c,d"},
        {"bbox": "nan,0,1,1"},
        {"bbox": "inf,0,1,1"},
        {"bbox": "114,22,113,24"},
        {"bbox": "-999,0,1,1"},
        {"bbox": "\x00"},
        {"kind": "castle"},
        {"kind": "landmark,'"},
        {"lang": "fr"},
        {"lang": "../en"},
    ],
)
def test_a_bad_question_is_answered_with_a_sentence(city, client, question):
    answer = client.get(URL, question)
    assert answer.status_code == 400
    assert answer.json()["error"].endswith((".", "。"))


def test_the_queries_do_not_grow_with_the_places(city, client, django_assert_max_num_queries):
    make.LandmarkPageFactory.create_batch(5, parent=city.neighbourhood)
    with django_assert_max_num_queries(6):
        client.get(URL)
