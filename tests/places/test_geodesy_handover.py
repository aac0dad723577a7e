"""Links to map apps: the right numbers, in the right order, in the right datum."""

from urllib.parse import parse_qs, urlsplit

import pytest

from heritage.places.geodesy import Datum, Point, convert, distance, handover

HALL = Point(23.135548, 113.259364)
NAME = "国民党“一大”旧址 & 50%; A:B|C"


def query(link):
    return {
        key: values[0]
        for key, values in parse_qs(urlsplit(link.url).query, strict_parsing=True).items()
    }


def numbers(text, *, lng_first=False):
    first, second = (float(part) for part in text.split(","))
    return Point(second, first) if lng_first else Point(first, second)


def test_each_app_gets_the_point_in_its_own_datum():
    links = handover(HALL, NAME)
    gcj, bd = convert(HALL, "wgs84", "gcj02"), convert(HALL, "wgs84", "bd09")
    marker = query(links["tencent"])["marker"].split(";")[0].removeprefix("coord:")
    for given, expected in [
        (numbers(query(links["amap"])["position"], lng_first=True), gcj),
        (numbers(query(links["baidu"])["location"]), bd),
        (numbers(marker), gcj),
        (numbers(query(links["apple"])["ll"]), gcj),
        (numbers(query(links["google"])["query"]), gcj),
        (numbers(links["geo"].url.removeprefix("geo:").split("?")[0]), HALL),
    ]:
        assert distance(given, expected) < 0.2
    assert query(links["amap"])["coordinate"] == "gaode"
    assert query(links["baidu"])["coord_type"] == "bd09ll"
    assert {app: link.datum for app, link in links.items()} == {
        "amap": Datum.GCJ02,
        "baidu": Datum.BD09,
        "tencent": Datum.GCJ02,
        "apple": Datum.GCJ02,
        "google": Datum.GCJ02,
        "geo": Datum.WGS84,
    }


def test_a_name_with_every_awkward_sign_arrives_whole():
    links = handover(HALL, NAME, address="东风中路259号; 越秀区")
    assert (
        query(links["amap"])["name"]
        == query(links["baidu"])["title"]
        == query(links["apple"])["q"]
        == NAME
    )
    assert query(links["baidu"])["content"] == "东风中路259号; 越秀区"
    assert query(links["tencent"])["marker"].split(";")[1:] == [
        "title:国民党“一大”旧址 & 50%； A：B｜C",
        "addr:东风中路259号； 越秀区",
    ]
    for link in links.values():
        assert link.url.isascii()
        assert " " not in link.url
        assert '"' not in link.url


def test_outside_mainland_china_the_apps_are_told_it_is_wgs84():
    links = handover(Point(22.2819, 114.1589), "Central")
    assert {link.datum for link in links.values()} == {Datum.WGS84}
    assert query(links["amap"]) | {"name": ""} == {
        "position": "114.158900,22.281900",
        "name": "",
        "src": "qilou",
        "coordinate": "wgs84",
    }
    assert query(links["baidu"])["coord_type"] == "wgs84"
    assert query(links["tencent"])["coord_type"] == "1"


@pytest.mark.parametrize("app", ["amap", "baidu", "tencent", "apple", "google"])
def test_links_to_apps_are_https_pages(app):
    assert handover(HALL, "中山纪念堂")[app].url.startswith("https://")
