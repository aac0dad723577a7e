"""The 40 demo sites against the districts' GCJ-02 outlines: the datum, seen on real data."""

import csv
import json
import os
from pathlib import Path

import pytest

from heritage.places.geodesy import Point, convert

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("QILOU_SHARED", ROOT.parent / "shared"))
SITES = SHARED / "data/guangzhou/demo_heritage_sites.csv"
DISTRICTS = SHARED / "data/geo/guangzhou_districts_gcj02.geojson"
pytestmark = pytest.mark.skipif(
    not (SITES.exists() and DISTRICTS.exists()), reason="shared test data not present"
)


def rings(geometry):
    polygons = (
        [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    )
    return [ring for polygon in polygons for ring in polygon]


def inside(point, geometry):
    odd = False
    for ring in rings(geometry):
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > point.lat) != (y2 > point.lat) and point.lng < x1 + (point.lat - y1) / (
                y2 - y1
            ) * (x2 - x1):
                odd = not odd
    return odd


@pytest.fixture(scope="module")
def wrongly_placed():
    """A function of a datum: how many sites, and which fall outside the district they name."""
    features = json.loads(DISTRICTS.read_text(encoding="utf-8"))["features"]
    outlines = {feature["properties"]["name"]: feature["geometry"] for feature in features}
    with SITES.open(encoding="utf-8") as lines:
        sites = list(csv.DictReader(lines))

    def check(target):
        wrong = set()
        for site in sites:
            stored = Point(float(site["lat_wgs84"]), float(site["lng_wgs84"]))
            address = site["address_zh"]
            district = next(
                name for name in outlines if address.startswith(name.removesuffix("区"))
            )
            if not inside(convert(stored, "wgs84", target), outlines[district]):
                wrong.add(site["slug"])
        return len(sites), wrong

    return check


def test_all_sites_stand_in_the_district_of_their_address_once_converted(wrongly_placed):
    assert wrongly_placed("gcj02") == (40, set())


def test_unconverted_three_sites_fall_into_the_wrong_district(wrongly_placed):
    assert wrongly_placed("wgs84") == (40, {"sanyuanli", "guangxiao", "huaisheng"})
