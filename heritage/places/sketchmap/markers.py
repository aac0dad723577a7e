"""Markers and their labels, placed so that none hides another."""

from dataclasses import dataclass

from .along import along
from .choose import Option, choose
from .curve import number
from .features import Place
from .lettering import SIZE, Paper, text_width, wrap
from .rect import XY, Rect, centred, square

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

    @property
    def said(self) -> str:
        """Its name for a screen reader, and for a voice that says what is written beside it."""
        rows = self.label.rows if self.label else ()
        written = " ".join(row.text for row in rows).rstrip("…")
        return self.name if written in ("", self.name) else f"{written} ({self.name})"


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
    named = [index for index, place in enumerate(places) if place.label]
    chosen = choose([_options(places[i], spots[i], kinds[i], paper) for i in named])
    boxes = {index: option.box for index, option in zip(named, chosen, strict=True)}
    paper.take(boxes.values())
    for option in chosen:
        if option.leader:
            paper.take(square(spot, 1) for spot in along(option.leader, 5))
    return [
        _marker(place, spots[index], kinds[index], boxes.get(index), paper)
        for index, place in enumerate(places)
    ]


def _rows(place: Place, kind: str) -> list[str]:
    wide = {"neighbourhood": 8.5, "away": 11}.get(kind, 7.5)
    return wrap(place.label, limit=SIZE * wide, lines=1 if kind == "neighbourhood" else 2)


def _options(place: Place, at: XY, kind: str, paper: Paper) -> list[Option]:
    """Where a label may stand; earlier and nearer spots are a little cheaper."""
    rows, plate = _rows(place, kind), kind == "neighbourhood"
    wide = max(text_width(row) for row in rows) + (14 if plate else 2)
    high = _PLATE if plate else _LEADING * len(rows)
    around = body(at, kind)
    middle = (around.left + around.right) / 2, (around.top + around.bottom) / 2
    reach = (around.right - around.left + wide) / 2, (around.bottom - around.top + high) / 2
    options = []
    for gap in (2, 12, 24, 36, 50) if plate else (2, 6):
        for rank, (across, down) in enumerate(_AROUND if plate else _BESIDE):
            x = middle[0] + across * (reach[0] + gap)
            x = min(max(x, wide / 2 + 4), paper.frame.width - wide / 2 - 4)
            box = centred((x, middle[1] + down * (reach[1] + gap)), wide, high)
            cost = rank * 0.4 + gap * 0.6
            options.append(_option(box, cost, at if plate else None, paper))
    return options


def _option(box: Rect, cost: float, dot: XY | None, paper: Paper) -> Option:
    cost += paper.cost([box])
    if not dot:
        return Option(box, cost)
    leader = (dot, ((box.left + box.right) / 2, (box.top + box.bottom) / 2))
    others = (rect for rect in paper.taken if not rect.crossed_by(dot, dot))
    cost += 30 * sum(rect.crossed_by(*leader) for rect in others)
    return Option(box, cost, leader)


def _marker(place: Place, at: XY, kind: str, box: Rect | None, paper: Paper) -> Marker:
    label = None
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
    return covered < 6 and paper.beyond(box) == 0


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
