"""A place on the earth, and a box of them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from .errors import CoordinateError


@dataclass(frozen=True, slots=True)
class Point:
    """Latitude and longitude in degrees, in whatever datum its owner says.

    Raises CoordinateError ("latitude_range", "longitude_range") for what is not on the globe, NaN
    included.
    """

    lat: float
    lng: float

    def __post_init__(self) -> None:
        if not -90 <= self.lat <= 90:
            raise CoordinateError("latitude_range", value=self.lat)
        if not -180 <= self.lng <= 180:
            raise CoordinateError("longitude_range", value=self.lng)

    def __iter__(self) -> Iterator[float]:
        """Latitude, then longitude: `lat, lng = point`."""
        return iter((self.lat, self.lng))

    def rounded(self, places: int = 6) -> Self:
        """The same point to so many decimals; six are about 11 cm."""
        return type(self)(round(self.lat, places), round(self.lng, places))


@dataclass(frozen=True, slots=True)
class Box:
    """South, west, north and east edge in degrees; never across the 180th meridian."""

    south: float
    west: float
    north: float
    east: float

    def contains(self, point: Point) -> bool:
        return self.south <= point.lat <= self.north and self.west <= point.lng <= self.east

    def grown(self, metres: float) -> Self:
        """The box with so many metres added on every side."""
        dlat = metres / 111_320
        dlng = dlat / max(0.01, math.cos(math.radians((self.south + self.north) / 2)))
        return type(self)(self.south - dlat, self.west - dlng, self.north + dlat, self.east + dlng)


# The municipality's outermost degrees, rounded outwards.
GUANGZHOU = Box(south=22.4, west=112.9, north=24.0, east=114.1)


def within_box(point: Point, box: Box = GUANGZHOU, *, margin: float = 0) -> bool:
    """Whether a point lies in a box, or within `margin` metres of it: the check behind "is this
    really in the city?".
    """
    return box.grown(margin).contains(point)
