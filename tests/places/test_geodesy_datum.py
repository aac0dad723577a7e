"""Datums: gcoord's numbers, round trips, and where the shift ends."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heritage.places.geodesy import (
    Datum,
    OutsideChina,
    Point,
    convert,
    distance,
    in_mainland,
)

with (Path(__file__).parent / "datum_vectors.csv").open(encoding="utf-8") as lines:
    VECTORS = list(csv.DictReader(lines))
PLACES = [row["place"] for row in VECTORS]

OUTSIDE = {
    "hong kong central": (22.2819, 114.1589),
    "kowloon": (22.3193, 114.1694),
    "lantau airport": (22.3080, 113.9185),
    "lo wu station": (22.5282, 114.1131),
    "sheung shui": (22.5010, 114.1280),
    "tin shui wai": (22.4600, 114.0000),
    "ping chau": (22.5430, 114.4320),
    "macau senado": (22.1936, 113.5401),
    "macau guia": (22.1965, 113.5498),
    "macau taipa": (22.1560, 113.5570),
    "macau coloane": (22.1170, 113.5530),
    "taipei": (25.0330, 121.5654),
    "kaohsiung": (22.6273, 120.3014),
    "penghu": (23.5700, 119.5800),
    "hanoi": (21.0278, 105.8342),
    "seoul": (37.5665, 126.9780),
    "london": (51.5074, -0.1278),
    "north pole": (90.0, 180.0),
}
INSIDE = {
    "shenzhen bay port": (22.5030, 113.9450),
    "luohu": (22.5400, 114.1170),
    "futian port": (22.5185, 114.0720),
    "liantang": (22.5590, 114.1680),
    "yantian": (22.5650, 114.2600),
    "nan'ao, dapeng": (22.5350, 114.4850),
    "gongbei": (22.2200, 113.5480),
    "hengqin": (22.1400, 113.5200),
    "sanya": (18.2528, 109.5119),
    "kashgar": (39.4677, 75.9938),
    "mohe": (52.9720, 122.5380),
    "dandong": (40.1290, 124.3850),
    "ji'an": (41.1253, 126.1940),
    "hohhot": (40.8426, 111.7492),
    "zhoushan": (29.9850, 122.2070),
    "pingtan": (25.5040, 119.7900),
}


def point(row, datum):
    return Point(float(row[f"{datum}_lat"]), float(row[f"{datum}_lng"]))


@pytest.mark.parametrize("row", VECTORS, ids=PLACES)
@pytest.mark.parametrize("source", ["wgs84", "gcj02", "bd09"])
@pytest.mark.parametrize("target", ["wgs84", "gcj02", "bd09"])
def test_conversions_agree_with_gcoord_to_a_millimetre(row, source, target):
    assert distance(convert(point(row, source), source, target), point(row, target)) < 0.001


@given(lat=st.floats(22.45, 23.95), lng=st.floats(112.95, 113.8))
def test_every_round_trip_in_the_city_returns_within_a_millimetre(lat, lng):
    start = Point(lat, lng)
    for first in Datum:
        for second in Datum:
            there = convert(convert(start, "wgs84", first), first, second)
            assert distance(convert(there, second, Datum.WGS84), start) < 0.001


@given(
    lat=st.floats(-90, 90),
    lng=st.floats(-180, 180),
    source=st.sampled_from(Datum),
    target=st.sampled_from(Datum),
)
def test_any_point_on_the_globe_is_converted_returned_or_refused(lat, lng, source, target):
    start = Point(lat, lng)
    lenient = convert(start, source, target, outside="same")
    try:
        assert convert(start, source, target) == lenient
    except OutsideChina as refusal:
        assert lenient == start
        assert refusal.code == "outside_china"


@pytest.mark.parametrize("place", OUTSIDE)
def test_points_outside_mainland_china_are_not_shifted(place):
    start = Point(*OUTSIDE[place])
    assert not in_mainland(start)
    assert convert(start, "wgs84", "bd09", outside="same") == start
    with pytest.raises(OutsideChina, match="outside mainland China"):
        convert(start, "wgs84", "gcj02")


@pytest.mark.parametrize("place", INSIDE)
def test_points_on_this_side_of_a_boundary_are_shifted(place):
    start = Point(*INSIDE[place])
    assert 100 < distance(convert(start, "wgs84", "gcj02"), start) < 800


def test_the_shift_at_guangzhou_is_some_six_hundred_metres():
    start = Point(23.1291, 113.2644)
    assert 600 < distance(convert(start, "wgs84", "gcj02"), start) < 640


def test_a_datum_is_its_stored_word_and_an_unknown_one_is_refused():
    assert list(Datum) == ["wgs84", "gcj02", "bd09"]
    with pytest.raises(ValueError, match="cgcs"):
        convert(Point(23, 113), "cgcs2000", "wgs84")
