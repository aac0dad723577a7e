"""The window: which stretch of the earth a map shows, and at what scale."""

import math
from dataclasses import dataclass
from statistics import median

from ..geodesy import Point, distance
from .rect import XY

_METRES_A_DEGREE = 111_320


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of `width` × `height` units round a WGS-84 centre, north up."""

    centre: Point
    metres_per_unit: float
    width: float
    height: float

    def xy(self, lat: float, lng: float) -> XY:
        """Units from the top left corner; equirectangular, true to a metre or two within a city."""
        east = (lng - self.centre.lng) * _METRES_A_DEGREE * math.cos(math.radians(self.centre.lat))
        north = (lat - self.centre.lat) * _METRES_A_DEGREE
        scale = self.metres_per_unit
        return self.width / 2 + east / scale, self.height / 2 - north / scale

    def holds(self, at: XY, inset: float = 0) -> bool:
        """Whether a spot is in the window, `inset` units from its edge; negative reaches beyond."""
        across, down = at
        return inset <= across <= self.width - inset and inset <= down <= self.height - inset

    def pull_in(self, at: XY, inset: float) -> XY:
        """The spot, moved straight into the window."""
        across, down = at
        return (
            min(max(across, inset), self.width - inset),
            min(max(down, inset), self.height - inset),
        )


def extent(points: list[Point]) -> tuple[Point, float, float]:
    """Middle of the points' bounding box, and its width and height in metres."""
    south, north = min(p.lat for p in points), max(p.lat for p in points)
    west, east = min(p.lng for p in points), max(p.lng for p in points)
    middle = Point((south + north) / 2, (west + east) / 2)
    across = distance(Point(middle.lat, west), Point(middle.lat, east))
    return middle, across, distance(Point(south, middle.lng), Point(north, middle.lng))


def near_the_rest(points: list[Point], *, reach: float = 3.2) -> list[Point]:
    """The points without those so far out that they would shrink the rest to a blot.

    Far is beyond `reach` times the median distance from the median point.
    """
    if len(points) < 4:
        return points
    middle = Point(median(p.lat for p in points), median(p.lng for p in points))
    limit = reach * median(distance(middle, point) for point in points)
    return [point for point in points if distance(middle, point) <= limit] or points
