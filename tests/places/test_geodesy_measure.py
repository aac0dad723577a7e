"""Distances as the map measures them and as people say them."""

import pytest

from heritage.places.geodesy import (
    Box,
    CoordinateError,
    Point,
    bearing,
    distance,
    length,
    walk_metres,
    walk_minutes,
    within_box,
)

INSTITUTE = Point(23.130235, 113.271136)
CONGRESS = Point(23.12657, 113.272152)
COMMITTEE = Point(23.125194, 113.269732)


def test_distances_are_those_of_the_demo_route():
    assert round(distance(INSTITUTE, CONGRESS)) == 421
    assert round(distance(CONGRESS, COMMITTEE)) == 291
    assert round(length([INSTITUTE, CONGRESS, COMMITTEE])) in (711, 712)
    assert length([INSTITUTE]) == 0


def test_opposite_ends_of_the_earth_are_half_its_girth_apart():
    assert round(distance(Point(0, 0), Point(0, 180)) / 1000) == 20015


@pytest.mark.parametrize(
    ("end", "degrees"),
    [((24, 113), 0), ((23, 114), 90), ((22, 113), 180), ((23, 112), 270)],
)
def test_bearing_runs_clockwise_from_north(end, degrees):
    assert bearing(Point(23, 113), Point(*end)) == pytest.approx(degrees, abs=0.3)


@pytest.mark.parametrize(
    ("straight", "metres", "minutes"),
    [
        (0, 0, 1),
        (2, 10, 1),
        (62, 80, 1),
        (291, 380, 5),
        (421, 550, 7),
        (467, 610, 8),
        (765, 990, 13),
        (770, 1000, 13),
        (1326, 1700, 23),
    ],
)
def test_a_walk_is_told_as_people_say_it(straight, metres, minutes):
    assert (walk_metres(straight), walk_minutes(straight)) == (metres, minutes)


@pytest.mark.parametrize(
    ("lat", "lng", "code"),
    [
        (90.1, 0, "latitude_range"),
        (float("nan"), 0, "latitude_range"),
        (0, -181, "longitude_range"),
    ],
)
def test_a_point_off_the_globe_is_refused(lat, lng, code):
    with pytest.raises(CoordinateError) as refusal:
        Point(lat, lng)
    assert refusal.value.code == code


def test_a_box_tells_the_city_from_elsewhere():
    assert within_box(INSTITUTE)
    assert not within_box(Point(22.28, 114.16))
    small = Box(23.0, 113.0, 23.1, 113.1)
    assert not within_box(Point(23.105, 113.05), small)
    assert within_box(Point(23.105, 113.05), small, margin=1000)


def test_rounding_keeps_six_decimals():
    assert Point(23.12345678, 113.98765432).rounded() == Point(23.123457, 113.987654)
