"""Coordinates as editors paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heritage.places.geodesy import GUANGZHOU, Box, CoordinateError, Point, parse_point

HERE = Point(23.1234, 113.2345)


@pytest.mark.parametrize(
    "text",
    [
        "23.1234, 113.2345",
        "  23.1234,113.2345  ",
        "113.2345,23.1234",
        "23.1234 113.2345",
        "（２３．１２３４，１１３．２３４５）",
        "23.1234、113.2345",
        "23.1234；113.2345",
        "23.1234°N, 113.2345°E",
        "N23.1234 E113.2345",
        "n 23.1234°, e 113.2345°",
        "113.2345E 23.1234N",
        "北纬23.1234°，东经113.2345°",
        "东经113.2345度，北纬23.1234度",
        "北緯 23.1234 東經 113.2345",
        "纬度：23.1234 经度：113.2345",
        "lat=23.1234, lng=113.2345",
        "Longitude: 113.2345, Latitude: 23.1234",
        "23°7′24.24″N 113°14′4.2″E",
        "23º7'24.24\"N 113º14'4.2\"E",
        "23° 7' 24.24'' N, 113° 14' 4.2'' E",
        "北纬23度7分24.24秒，东经113度14分4.2秒",
        "北纬２３°７′２４.２４″，东经１１３°１４′４.２″",
        "23°7.404′N 113°14.07′E",
        "+23.1234, +113.2345",
    ],
)
def test_one_place_written_in_many_ways(text):
    read = parse_point(text)
    assert (read.lat, read.lng) == (
        pytest.approx(HERE.lat, abs=1e-6),
        pytest.approx(HERE.lng, abs=1e-6),
    )


def test_degrees_and_minutes_without_seconds():
    assert parse_point("23°7′24″N 113°15′E").rounded() == Point(23.123333, 113.25)


def test_south_and_west_are_negative():
    assert (
        parse_point("33.5S 70.6W")
        == parse_point("-33.5, -70.6")
        == parse_point("−33.5，−70.6")
        == Point(-33.5, -70.6)
    )


def test_a_box_settles_an_order_that_the_numbers_leave_open():
    paris = Box(48.8, 2.2, 48.9, 2.5)
    assert parse_point("2.35, 48.85") == Point(2.35, 48.85)
    assert parse_point("2.35, 48.85", near=paris) == Point(48.85, 2.35)
    assert parse_point("48.85, 2.35", near=paris) == Point(48.85, 2.35)
    assert parse_point("113.2345,23.1234", near=GUANGZHOU) == HERE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("　", "empty"),
        ("恩宁路99号", "unreadable"),
        ("https://example.org/23.1,113.2", "unreadable"),
        ("23.1234", "not_two"),
        ("23.1, 113.2, 15", "not_two"),
        ("23.1N 113.2N", "same_axis"),
        ("23°61′N 113°15′E", "sixty"),
        ("95.5, 120.1", "latitude_range"),
        ("23.1, 213.2", "longitude_range"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(text, code):
    with pytest.raises(CoordinateError) as refusal:
        parse_point(text)
    assert refusal.value.code == code
    assert str(refusal.value) == refusal.value.message % refusal.value.params
    assert str(refusal.value).endswith(".")


@given(st.text(max_size=40))
def test_any_text_gives_a_point_or_a_coordinate_error(text):
    try:
        assert isinstance(parse_point(text), Point)
    except CoordinateError as refusal:
        assert str(refusal)


@given(lat=st.floats(-90, 90), lng=st.floats(-180, 180))
def test_what_we_write_we_read(lat, lng):
    assert parse_point(f"{lat:.6f}, {lng:.6f}") in (
        Point(lat, lng).rounded(),
        Point(lng, lat).rounded() if abs(lng) <= 90 else None,
    )
