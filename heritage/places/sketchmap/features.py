"""What goes into a sketch map: places on it, a trail through them, areas, and the ground below."""

from dataclasses import dataclass, field
from typing import Literal

from ..geodesy import Point

Kind = Literal["here", "stop", "place", "neighbourhood"]


@dataclass(frozen=True, slots=True)
class Place:
    """A marker at a WGS-84 point.

    `kind`: "here" a pin, "stop" a numbered circle, "place" a small one, "neighbourhood" a dot with
    its enamel plate. `label` is written on the map where it fits ("here" and "neighbourhood":
    always); `name` is said to a screen reader and defaults to the label. `state`: "", "done" or
    "next", for CSS. With `url` the marker is a link.
    """

    point: Point
    label: str = ""
    number: int | None = None
    kind: Kind = "place"
    url: str = ""
    state: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A boundary: one ring of WGS-84 points, open or closed."""

    ring: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A proper name in the site's three languages."""

    zh_hans: str
    zh_hant: str
    en: str

    def in_language(self, code: str) -> str:
        """The name for a Django language code; Simplified Chinese for one we do not have."""
        if code.startswith("en"):
            return self.en
        return self.zh_hant if code.lower() in ("zh-hant", "zh-tw", "zh-hk") else self.zh_hans


Line = tuple[tuple[float, float], ...]  # (lat, lng) in WGS-84 degrees


@dataclass(frozen=True, slots=True)
class Stream:
    """A river by its centre line and its width in metres."""

    line: Line
    width: float
    name: Named | None = None


@dataclass(frozen=True, slots=True)
class Road:
    """A street by its centre line; rank 1 is drawn on every map, rank 2 only on close ones."""

    line: Line
    name: Named
    rank: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True)
class Ground:
    """A hill, park or lake: its middle (lat, lng) and half its height and width in metres."""

    middle: tuple[float, float]
    half: tuple[float, float]
    name: Named
    kind: Literal["green", "lake"] = "green"


@dataclass(frozen=True, slots=True)
class Background:
    """The drawn surroundings of a city."""

    streams: tuple[Stream, ...] = field(default=())
    roads: tuple[Road, ...] = field(default=())
    grounds: tuple[Ground, ...] = field(default=())
