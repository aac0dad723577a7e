"""Put a sketch map together: numbers and words ready for the template."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import get_language

from ..geodesy import Point, distance
from .along import Name, along
from .curve import cut_ring, number, smooth, straight, thin
from .features import Area, Background, Place
from .frame import Frame
from .furniture import North, ScaleBar, north, say_metres, scale_bar
from .ground import Drawn, draw_ground, write_names
from .lettering import Paper
from .markers import APART, APART_PLATES, Marker, place_labels
from .rect import XY, square
from .spread import move_apart, on_the_edge


@dataclass(frozen=True, slots=True)
class SketchMap:
    """All that `places/sketchmap.svg.html` draws. Strings are SVG numbers and path data in units.

    `leaders` joins a marker that was moved to its true spot, which `true_spots` dots. `linked` says
    whether a marker is a link: the picture is then a group to a screen reader, not an image.
    """

    width: int
    height: int
    ground: Drawn
    areas: str
    trail: str
    leaders: str
    true_spots: tuple[tuple[str, str], ...]
    names: tuple[Name, ...]
    markers: tuple[Marker, ...]
    scale_bar: ScaleBar
    north: North
    linked: bool


def draw(
    frame: Frame,
    places: Sequence[Place] = (),
    *,
    background: Background | None = None,
    areas: Sequence[Area] = (),
    trail: Sequence[Point] = (),
    join: bool = False,
    language: str | None = None,
) -> SketchMap:
    """Draw into a window. Points are WGS-84.

    `trail` is a dotted line along its points; `join=True` dots from marker to marker instead, in
    their order. Places outside the window become arrows at its edge, with their distance.
    `language` picks the background's names; the thread's language unless given.
    """
    background = background or Background()
    true = [frame.xy(place.point.lat, place.point.lng) for place in places]
    places, spots, kinds, turns = _settle(places, true, frame)
    paper = Paper(frame)
    furniture = {"scale_bar": scale_bar(paper, spots), "north": north(paper, spots)}
    line = spots if join else [frame.xy(point.lat, point.lng) for point in trail]
    paper.dotted.extend(square(at, 3) for at in along(line, 7))
    markers = place_labels(places, spots, kinds, paper)
    moved = _moved(spots, true, kinds, frame)
    return SketchMap(
        width=round(frame.width),
        height=round(frame.height),
        ground=draw_ground(background, frame),
        areas="".join(_boundary(area, frame) for area in areas),
        trail=_trail(line, joined=join),
        leaders="".join(straight([spot, home]) for spot, home in moved),
        true_spots=tuple((number(home[0]), number(home[1])) for _spot, home in moved),
        names=write_names(background, paper, language or get_language() or "zh-hans"),
        markers=tuple(
            replace(marker, turn=turn) for marker, turn in zip(markers, turns, strict=True)
        ),
        linked=any(place.url for place in places),
        **furniture,
    )


def _moved(spots: list[XY], true: list[XY], kinds: list[str], frame: Frame) -> list[tuple[XY, XY]]:
    """Markers that stand aside of their places: where each is drawn, and where it belongs."""
    return [
        (spot, home)
        for spot, home, kind in zip(spots, true, kinds, strict=True)
        if kind != "away" and math.dist(spot, home) > 4 and frame.holds(home)
    ]


def _settle(
    places: Sequence[Place], true: list[XY], frame: Frame
) -> tuple[list[Place], list[XY], list[str], list[str]]:
    """Where each marker is drawn, as what, and the turn of its arrow."""
    settled, spots, kinds, turns = [], [], [], []
    for place, spot in zip(places, true, strict=True):
        kind, turn = str(place.kind), ""
        if not frame.holds(spot):
            spot, angle = on_the_edge(spot, frame, 16)
            kind, turn = "away", f"rotate({number(angle)})"
            far = say_metres(distance(frame.centre, place.point))
            place = replace(
                place, label=f"{place.label}\n{far}", name=f"{place.name or place.label}, {far}"
            )
        settled.append(place)
        spots.append(spot)
        kinds.append(kind)
        turns.append(turn)
    return settled, _apart(spots, kinds, frame), kinds, turns


def _apart(spots: list[XY], kinds: list[str], frame: Frame) -> list[XY]:
    """Pins stay where they point; around their heads the others make room."""
    pins = {index for index, kind in enumerate(kinds) if kind == "here"}
    heads = [(at[0], at[1] - 14) if index in pins else at for index, at in enumerate(spots)]
    apart = APART_PLATES if "neighbourhood" in kinds else APART
    moved = move_apart(heads, frame, apart=apart, fixed=pins)
    return [spots[index] if index in pins else at for index, at in enumerate(moved)]


def _boundary(area: Area, frame: Frame) -> str:
    ring = cut_ring([frame.xy(point.lat, point.lng) for point in area.ring], frame)
    ring = thin([*ring, ring[0]])[:-1] if ring else []
    return straight(ring, closed=True) if len(ring) > 2 else ""


def _trail(line: list[XY], *, joined: bool) -> str:
    if len(line) < 2:
        return ""
    return straight(line) if joined else smooth(thin(line, 0.4))
