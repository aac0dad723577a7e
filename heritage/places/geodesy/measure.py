"""How far, which way, and how long on foot."""

import math
from itertools import pairwise

from .points import Point

_EARTH = 6_371_008.8  # mean radius, metres
DETOUR = 1.3  # streets over the straight line, as in the demo city's routes
METRES_A_MINUTE = 75


def distance(start: Point, end: Point) -> float:
    """Metres along the great circle (haversine), both points in one datum. Good to 0.5 %."""
    lat1, lat2 = math.radians(start.lat), math.radians(end.lat)
    dlng = math.radians(end.lng - start.lng)
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(dlng / 2) ** 2
    )
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))


def length(points: list[Point] | tuple[Point, ...]) -> float:
    """Metres along a line of points; 0 for fewer than two."""
    return sum(distance(start, end) for start, end in pairwise(points))


def bearing(start: Point, end: Point) -> float:
    """Degrees clockwise from north at the start, 0 ≤ bearing < 360; 0 when the points are one."""
    lat1, lat2 = math.radians(start.lat), math.radians(end.lat)
    dlng = math.radians(end.lng - start.lng)
    east = math.sin(dlng) * math.cos(lat2)
    north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(dlng)
    return math.degrees(math.atan2(east, north)) % 360


def walk_metres(straight: float) -> int:
    """Walking metres for a straight distance, rounded as people say it: 10 m below a kilometre,
    then 100 m.
    """
    metres = straight * DETOUR
    step = 10 if metres < 995 else 100
    return max(step, _half_up(metres / step) * step) if straight > 0 else 0


def walk_minutes(straight: float) -> int:
    """Whole walking minutes for a straight distance in metres, never less than 1."""
    return max(1, _half_up(straight * DETOUR / METRES_A_MINUTE))


def _half_up(value: float) -> int:
    return math.floor(value + 0.5)
