"""Coordinates of a row: read, put into one form, checked against the city."""

import re
from dataclasses import dataclass
from functools import lru_cache

from heritage.places.geodesy import (
    GUANGZHOU,
    CoordinateError,
    Datum,
    Point,
    convert,
    parse_point,
    within_box,
)

from ..columns.folding import DATUM_WORDS, squeeze

_PLAIN = re.compile(r"[-+]?\d+(?:\.\d+)?")
_COMMA = re.compile(r"[-+]?\d{1,3},\d+")
_COMMA_PAIR = re.compile(r"([-+]?\d{1,3}),(\d+)\s*[;/|\s]\s*([-+]?\d{1,3}),(\d+)")
_WKT = re.compile(
    r"(?:<[^>]*>\s*)?(?:SRID=\d+;\s*)?POINT\s*Z?\s*\(\s*([-+]?[\d.]+)[\s,]+([-+]?[\d.]+)[^)]*\)",
    re.I,
)
_GEOJSON = re.compile(r'.*"coordinates"\s*:\s*\[\s*([-+]?[\d.]+)\s*,\s*([-+]?[\d.]+).*', re.S)
_EPSG = re.compile(r".*\D(\d{4,5})$")
_DATUMS = DATUM_WORDS | {
    "cgcs2000坐标系": "wgs84", "2000国家大地坐标": "wgs84", "大地2000": "wgs84",
    "国家大地坐标系2000": "wgs84", "2000": "wgs84", "wgs": "wgs84", "84": "wgs84", "4490": "wgs84",
    "world geodetic system 1984": "wgs84", "gps坐标": "wgs84", "天地图": "wgs84",
    "gcj": "gcj02", "02": "gcj02", "gcj02火星": "gcj02", "高德坐标": "gcj02", "谷歌中国": "gcj02",
    "bd": "bd09", "09": "bd09", "百度坐标": "bd09", "百度地图": "bd09", "高德地图": "gcj02",
    "腾讯地图": "gcj02",
}  # fmt: skip
UNKNOWN = "unknown"


class PointError(ValueError):
    """What is wrong with a row's coordinates: a code of REFUSALS with its gaps."""

    def __init__(self, code: str, **params: object) -> None:
        self.code, self.params = code, params
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Placed:
    """A point as it goes onto a page (`entered`, `datum`) and as WGS-84."""

    entered: str
    datum: str
    wgs84: Point


@lru_cache(maxsize=256)
def datum_of(words: str) -> str:
    """wgs84, gcj02 or bd09 for a datum in any wording; "unknown" for another; "" for nothing."""
    word = squeeze(words)
    if not word:
        return ""
    match = _EPSG.match(words.strip())
    for form in (word, word.removesuffix("坐标系"), word.removesuffix("坐标"), match and match[1]):
        if form and form in _DATUMS:
            return _DATUMS[form]
    return UNKNOWN


def place(lat: str, lng: str, both: str, datum: str, *, anywhere: bool) -> Placed | None:
    """Read a row's coordinates from its cells; None where it has none.

    `lat`, `lng`: the cells of these columns; `both`: the cell of a column that holds the two.
    Raises PointError.
    """
    if lat or lng:
        entered, point = _separate(lat, lng)
    elif both:
        entered, point = _together(both)
    else:
        return None
    if point.lat == 0 and point.lng == 0:
        raise PointError("zero_point")
    if datum == UNKNOWN:
        raise PointError("unknown_datum")
    try:
        wgs84 = convert(point, Datum(datum), Datum.WGS84)
    except CoordinateError as error:
        raise PointError("unreadable_point", why=str(error)) from error
    if not anywhere and not within_box(wgs84):
        raise PointError("outside_city")
    return Placed(entered, datum, wgs84)


def _separate(lat: str, lng: str) -> tuple[str, Point]:
    if not (lat and lng):
        raise PointError("half_point")
    lat, lng = _with_dot(lat), _with_dot(lng)
    if _PLAIN.fullmatch(lat) and _PLAIN.fullmatch(lng):
        north, east = float(lat), float(lng)
        _refuse_odd(north, east)
        return f"{lat}, {lng}", Point(north, east)
    entered = f"{lat}, {lng}"
    point = _parsed(entered)
    # Read as one pair, letters decide; the columns have said which is which.
    if GUANGZHOU.contains(point) and _first_number(lat) > 90:
        raise PointError("swapped", lat=f"{point.lat:.4f}")
    return entered, point


def _with_dot(number: str) -> str:
    """23,1088 → 23.1088, as numbers are written from Lisbon to Berlin."""
    return number.replace(",", ".") if _COMMA.fullmatch(number) else number


def _refuse_odd(north: float, east: float) -> None:
    if abs(north) > 180 or abs(east) > 180:
        raise PointError("projected")
    straight = abs(north) <= 90 and GUANGZHOU.contains(Point(north, east))
    if (
        not straight
        and abs(east) <= 90
        and (abs(north) > 90 or GUANGZHOU.contains(Point(east, north)))
    ):
        raise PointError("swapped", lat=f"{east:g}")
    if abs(north) > 90:
        raise PointError("unreadable_point", why=_why(north, east))


def _why(north: float, east: float) -> str:
    try:
        Point(north, east)
    except CoordinateError as error:
        return str(error)
    return ""


def _together(text: str) -> tuple[str, Point]:
    match = _WKT.fullmatch(text) or _GEOJSON.fullmatch(text)
    if match:  # both write longitude first
        lat, lng = match[2], match[1]
        if abs(float(lat)) > 180 or abs(float(lng)) > 180:
            raise PointError("projected")
        if abs(float(lat)) > 90:
            raise PointError("swapped", lat=lng)
        return f"{lat}, {lng}", Point(float(lat), float(lng))
    if pair := _COMMA_PAIR.fullmatch(text):
        text = "{}.{}, {}.{}".format(*pair.groups())
    return text[:80], _parsed(text)


def _parsed(text: str) -> Point:
    try:
        return parse_point(text, near=GUANGZHOU)
    except CoordinateError as error:
        numbers = [float(one) for one in _PLAIN.findall(text)]
        if len(numbers) == 2 and max(map(abs, numbers)) > 1000:
            raise PointError("projected") from error
        raise PointError("unreadable_point", why=str(error)) from error


def _first_number(text: str) -> float:
    match = re.search(r"\d+(?:\.\d+)?", text)
    return float(match[0]) if match else 0.0
