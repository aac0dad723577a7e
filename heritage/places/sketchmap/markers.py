"""Markers and their labels, placed so that none hides another."""

import math
from dataclasses import dataclass

from .along import along
from .curve import number
from .features import Place
from .frame import XY
from .lettering import SIZE, Paper, Rect, square, text_width, wrap

RADIUS = {"here": 11.0, "stop": 11.5, "place": 9.0, "neighbourhood": 4.5, "away": 9.0}
APART = 25.0  # units between middles: targets of 24 px that do not overlap
APART_PLATES = 13.0  # the plate is the target, its dot may stand closer
_LEADING = 15.5
_PLATE = 25.0  # height of an enamel plate
_BESIDE = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.5, 1), (-0.5, 1), (0.5, -1), (-0.5, -1))
_AROUND = (*_BESIDE, (1, 1), (1, -1), (-1, 1), (-1, -1), (1, 0.5), (1, -0.5), (-1, 0.5), (-1, -0.5))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a label, at `y` units below the marker."""

    text: str
    y: str


@dataclass(frozen=True, slots=True)
class Label:
    """Lines round `x`, and on a plate its corner and size; units from the marker."""

    rows: tuple[Row, ...]
    x: str
    anchor: str = "middle"
    plate: tuple[str, str, str, str] | None = None
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker ready to draw: numbers are strings, so that no locale touches them."""

    x: str
    y: str
    kind: str
    state: str
    number: int | None
    name: str
    url: str
    label: Label | None = None
    turn: str = ""


def body(at: XY, kind: str) -> Rect:
    """What a marker covers."""
    if kind == "here":
        return Rect(at[0] - 12, at[1] - 33, at[0] + 12, at[1] + 3)
    return square(at, RADIUS[kind] + 1.5)


def place_labels(
    places: list[Place], spots: list[XY], kinds: list[str], paper: Paper
) -> list[Marker]:
    """Markers with labels. Plates, pins and places at the edge are always named; others if free."""
    paper.take(body(spot, kind) for spot, kind in zip(spots, kinds, strict=True))
    boxes: dict[int, list[Rect]] = {}
    named = [index for index, place in enumerate(places) if place.label]
    named.sort(key=lambda index: kinds[index] != "away")  # at the edge there is the least choice
    for _round in range(4):  # later rounds move early labels away from late ones
        for index in named:
            for rect in boxes.get(index, ()):
                paper.taken.remove(rect)
            boxes[index] = _best(places[index], spots[index], kinds[index], paper)
            paper.take(boxes[index])
    return [
        _marker(place, spots[index], kinds[index], boxes.get(index, []), paper)
        for index, place in enumerate(places)
    ]


def _rows(place: Place, kind: str) -> list[str]:
    wide = {"neighbourhood": 8.5, "away": 11}.get(kind, 7.5)
    return wrap(place.label, limit=SIZE * wide, lines=1 if kind == "neighbourhood" else 2)


def _best(place: Place, at: XY, kind: str, paper: Paper) -> list[Rect]:
    """The cheapest spot round a marker, then its leader; earlier and nearer ones win a draw."""
    rows = _rows(place, kind)
    wide = max(text_width(row) for row in rows) + (14 if kind == "neighbourhood" else 2)
    high = _PLATE if kind == "neighbourhood" else _LEADING * len(rows)
    around = body(at, kind)
    best, least = [Rect(0, 0, 0, 0)], math.inf
    plate = kind == "neighbourhood"
    for gap in (2, 12, 24, 36, 50) if plate else (2, 6):
        for rank, (across, down) in enumerate(_AROUND if plate else _BESIDE):
            middle_x = (around.left + around.right) / 2 + across * (
                (around.right - around.left + wide) / 2 + gap
            )
            middle_y = (around.top + around.bottom) / 2 + down * (
                (around.bottom - around.top + high) / 2 + gap
            )
            middle_x = min(max(middle_x, wide / 2 + 4), paper.frame.width - wide / 2 - 4)
            rects = [_around(middle_x, middle_y, wide, high)]
            if plate:
                rects += _leader(at, (middle_x, middle_y))
            cost = paper.cost(rects) + rank * 0.4 + gap * 0.6
            if cost < least:
                best, least = rects, cost
    return best


def _around(across: float, down: float, wide: float, high: float) -> Rect:
    return Rect(across - wide / 2, down - high / 2, across + wide / 2, down + high / 2)


def _leader(at: XY, middle: XY) -> list[Rect]:
    """Spots under the line from a dot to its plate, between the two."""
    spots = (spot for spot in along([at, middle], 4) if math.dist(at, spot) > 9)
    return [square(spot, 1) for spot in spots if abs(spot[1] - middle[1]) > _PLATE / 2]


def _marker(place: Place, at: XY, kind: str, rects: list[Rect], paper: Paper) -> Marker:
    label, box = None, rects[0] if rects else None
    if box and (kind in ("here", "neighbourhood", "away") or _free(box, paper)):
        label = _label(_rows(place, kind), box, at, kind)
    elif box:
        paper.taken.remove(box)
    return Marker(
        x=number(at[0]),
        y=number(at[1]),
        kind=kind,
        state=place.state,
        number=place.number,
        name=place.name or place.label,
        url=place.url,
        label=label,
    )


def _free(box: Rect, paper: Paper) -> bool:
    covered = sum(box.overlap(other) for other in paper.taken if other is not box)
    return covered < 6 and box.beyond(paper.frame) == 0


def _label(rows: list[str], box: Rect, at: XY, kind: str) -> Label:
    middle = (box.left + box.right) / 2 - at[0], (box.top + box.bottom) / 2 - at[1]
    first = middle[1] - _LEADING * (len(rows) - 1) / 2
    written = tuple(Row(row, number(first + _LEADING * index)) for index, row in enumerate(rows))
    if kind != "neighbourhood":
        edge = {1: box.left - at[0] + 1, -1: box.right - at[0] - 1}
        side = (box.left > at[0]) - (box.right < at[0])
        anchor = {1: "start", -1: "end", 0: "middle"}[side]
        return Label(written, number(edge.get(side, middle[0])), anchor)
    plate = (box.left - at[0], box.top - at[1], box.right - box.left, box.bottom - box.top)
    left, top, wide, high = (number(value) for value in plate)
    return Label(
        written,
        number(middle[0]),
        plate=(left, top, wide, high),
        leader=f"M0 0L{number(middle[0])} {number(middle[1])}",
    )
