"""WGS-84, GCJ-02 and BD-09, each into each.

After the formula published as eviltransform and, for BD-09, as in gcoord; numbers of gcoord hold
it in the tests. Inverses are iterated until they move less than a hundredth of a millimetre, so a
round trip loses nothing.
"""

import math
from collections.abc import Callable
from enum import StrEnum
from typing import Literal

from .errors import OutsideChina
from .points import Point
from .region import in_mainland


class Datum(StrEnum):
    """What a pair of degrees is measured against. Values are data: they stand in the database for
    ever.
    """

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


_AXIS = 6_378_245.0  # Krasovsky 1940, metres
_ECCENTRICITY = 0.006_693_421_622_965_823  # squared
_BAIDU = math.pi * 3000 / 180
_CLOSE = 1e-10  # degrees: about 0.01 mm


def convert(
    point: Point,
    source: Datum | str,
    target: Datum | str,
    *,
    outside: Literal["raise", "same"] = "raise",
) -> Point:
    """Give a point of datum `source` in datum `target`. Degrees in and out, good to 1 mm both ways.

    Outside mainland China (see `region`) GCJ-02 and BD-09 are not in use: raises OutsideChina, or
    with `outside="same"` returns the point as it is. Raises ValueError for an unknown datum. Which
    side a point is on is asked of its WGS-84 position, so a shifted point on the boundary finds
    its way back.
    """
    source, target = Datum(source), Datum(target)
    if source is target:
        return point
    wgs = _to_wgs84(point, source)
    if not in_mainland(wgs):
        if outside == "same":
            return point
        raise OutsideChina(point.lat, point.lng)
    if source is Datum.BD09 and target is Datum.GCJ02:
        return _bd09_to_gcj02(point)
    if target is Datum.WGS84:
        return wgs
    gcj = point if source is Datum.GCJ02 else _wgs84_to_gcj02(wgs)
    return gcj if target is Datum.GCJ02 else _gcj02_to_bd09(gcj)


def _to_wgs84(point: Point, source: Datum) -> Point:
    if source is Datum.BD09:
        point = _bd09_to_gcj02(point)
    return point if source is Datum.WGS84 else _inverse(_wgs84_to_gcj02, point, point)


def _inverse(forward: Callable[[Point], Point], wanted: Point, guess: Point) -> Point:
    """Find what `forward` turns into `wanted`; converges because both shifts are nearly constant
    locally.
    """
    for _round in range(30):
        reached = forward(guess)
        dlat, dlng = reached.lat - wanted.lat, reached.lng - wanted.lng
        guess = _point(guess.lat - dlat, guess.lng - dlng)
        if abs(dlat) < _CLOSE and abs(dlng) < _CLOSE:
            break
    return guess


def _point(lat: float, lng: float) -> Point:
    """A point held on the globe: the formulae leave it near the poles and the 180th meridian, far
    from their use.
    """
    return Point(min(90.0, max(-90.0, lat)), min(180.0, max(-180.0, lng)))


def _wgs84_to_gcj02(point: Point) -> Point:
    x, y = point.lng - 105, point.lat - 35
    root = math.sqrt(abs(x))
    wave = 20 * math.sin(6 * x * math.pi) + 20 * math.sin(2 * x * math.pi)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north += (wave + 20 * math.sin(y * math.pi) + 40 * math.sin(y / 3 * math.pi)) * 2 / 3
    north += (160 * math.sin(y / 12 * math.pi) + 320 * math.sin(y / 30 * math.pi)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east += (wave + 20 * math.sin(x * math.pi) + 40 * math.sin(x / 3 * math.pi)) * 2 / 3
    east += (150 * math.sin(x / 12 * math.pi) + 300 * math.sin(x / 30 * math.pi)) * 2 / 3
    latitude = math.radians(min(89.0, max(-89.0, point.lat)))
    flat = 1 - _ECCENTRICITY * math.sin(latitude) ** 2
    dlat = math.degrees(north / (_AXIS * (1 - _ECCENTRICITY) / (flat * math.sqrt(flat))))
    dlng = math.degrees(east / (_AXIS / math.sqrt(flat) * math.cos(latitude)))
    return _point(point.lat + dlat, point.lng + dlng)


def _gcj02_to_bd09(point: Point) -> Point:
    radius = math.hypot(point.lng, point.lat) + 0.000_02 * math.sin(point.lat * _BAIDU)
    angle = math.atan2(point.lat, point.lng) + 0.000_003 * math.cos(point.lng * _BAIDU)
    return _point(radius * math.sin(angle) + 0.006, radius * math.cos(angle) + 0.0065)


def _bd09_to_gcj02(point: Point) -> Point:
    return _inverse(_gcj02_to_bd09, point, _point(point.lat - 0.006, point.lng - 0.0065))
