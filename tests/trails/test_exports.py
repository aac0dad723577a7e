"""A trail to take along: GPX and GeoJSON, through the addresses that never change."""

import json
from xml.etree import ElementTree as ET

import pytest

from tests import factories as make

GPX = {"g": "http://www.topografix.com/GPX/1/1"}
AT = "/zh-hans/enning/walk/"


@pytest.fixture
def awkward(city):
    """A trail whose names and words would break carelessly written XML."""
    city.trail.title = "甲 & <乙> \x07"
    city.trail.lede = "“丙” ]]>"
    city.trail.save()
    stop = city.trail.stops.first()
    stop.words = "<p>走 &amp; 看 <b>&lt;门&gt;</b></p>"
    stop.save()
    return city


def test_a_gpx_has_its_waypoints_and_a_route_in_order(city, client, settings):
    settings.SITE_URL = "https://qilou.example"
    answer = client.get(f"{AT}trail.gpx")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/gpx+xml")
    root = ET.fromstring(answer.content)
    assert root.get("version") == "1.1"
    assert root.get("creator")
    assert [child.tag.split("}")[1] for child in root] == ["metadata", "wpt", "wpt", "wpt", "rte"]
    first = root.find("g:wpt", GPX)
    assert (first.get("lat"), first.get("lon")) == ("23.116900", "113.235200")
    assert [child.tag.split("}")[1] for child in first] == ["name", "desc", "link"]
    assert first.findtext("g:name", namespaces=GPX) == "1. 詹天佑故居"
    link = first.find("g:link", GPX).get("href")
    assert link == "https://qilou.example/zh-hans/enning/zhan-tianyou/"
    names = [point.findtext("g:name", namespaces=GPX) for point in root.find("g:rte", GPX)[3:]]
    assert [name[:2] for name in names] == ["1.", "2.", "3."]


def test_awkward_words_are_escaped(awkward, client):
    root = ET.fromstring(client.get(f"{AT}trail.gpx").content)
    assert root.find("g:metadata", GPX).findtext("g:name", namespaces=GPX) == "甲 & <乙> "
    words = root.find("g:wpt", GPX).findtext("g:desc", namespaces=GPX)
    assert "走 & 看" in words


def test_a_geojson_has_stops_and_the_line_through_them(city, client):
    answer = client.get(f"{AT}trail.geojson")
    assert answer["Content-Type"] == "application/geo+json"
    *stops, line = json.loads(answer.content)["features"]
    assert [stop["properties"]["number"] for stop in stops] == [1, 2, 3]
    assert line["geometry"]["type"] == "LineString"
    assert line["geometry"]["coordinates"][0] == [113.2352, 23.1169]


def test_a_withdrawn_stop_is_left_out_and_a_placeless_one_has_no_point(city, client):
    city.mural.unpublish()
    nowhere = make.LandmarkPageFactory(parent=city.neighbourhood, title="不详", point_entered="")
    make.TrailStopFactory(trail=city.trail, page=nowhere.page_ptr, sort_order=9)
    *stops, _line = json.loads(client.get(f"{AT}trail.geojson").content)["features"]
    assert [stop["properties"]["name"] for stop in stops][-1] == "不详"
    assert "粤剧墙（示例）" not in [stop["properties"]["name"] for stop in stops]
    assert stops[-1]["geometry"] is None
    assert client.get(f"{AT}trail.gpx").status_code == 200


def test_other_files_of_a_trail_are_not_found(city, client):
    for name in ("trail.pdf", "other.gpx"):
        assert client.get(f"{AT}{name}").status_code == 404
    assert client.get("/zh-hans/enning/zhan-tianyou/trail.gpx").status_code == 404


def test_an_export_takes_few_queries_however_many_stops(
    city, client, django_assert_max_num_queries
):
    for page in make.LandmarkPageFactory.create_batch(5, parent=city.neighbourhood):
        make.TrailStopFactory(trail=city.trail, page=page.page_ptr)
    client.get(f"{AT}trail.gpx")
    with django_assert_max_num_queries(10):
        client.get(f"{AT}trail.gpx")
