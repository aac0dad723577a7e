"""Names of streets and rivers, written along them where there is room."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .curve import Line, number
from .lettering import SIZE, Paper, is_chinese, line_of_squares, text_width
from .rect import XY

_ORDER = (0.5, 0.35, 0.65, 0.2, 0.8, 0.42, 0.58, 0.27, 0.73, 0.12, 0.88)


@dataclass(frozen=True, slots=True)
class Name:
    """A word on the ground: `kind` is "road", "water" or "green"; `turn` an SVG transform or ""."""

    text: str
    x: str
    y: str
    kind: str
    turn: str = ""
    upright: bool = False


def name_along(text: str, runs: list[Line], kind: str, paper: Paper) -> Name | None:
    """Write a name on the longest visible stretch, at the first spot that covers nothing."""
    stretch = max((_inside(run, paper) for run in runs), key=_length, default=[])
    width = text_width(text) * (1.15 if kind == "water" else 1)
    if _length(stretch) < width * 0.9:
        return None
    for share in _ORDER:
        at, angle = _spot(stretch, share)
        upright = is_chinese(text) and 60 < abs(angle) <= 90
        if upright:
            angle = 90
        rects = line_of_squares(at, angle, width)
        if paper.cost(rects) == 0:
            paper.take(rects)
            turn = "" if upright else f"rotate({number(angle)} {number(at[0])} {number(at[1])})"
            return Name(text, number(at[0]), number(at[1]), kind, turn, upright)
    return None


def name_at(text: str, at: XY, kind: str, paper: Paper) -> Name | None:
    """Write a name in the middle of something, or a little below or above it."""
    for shift in (0, SIZE, -SIZE, 2 * SIZE, -2 * SIZE):
        spot = (at[0], at[1] + shift)
        rects = line_of_squares(spot, 0, text_width(text))
        if paper.cost(rects) == 0:
            paper.take(rects)
            return Name(text, number(spot[0]), number(spot[1]), kind)
    return None


def along(line: Sequence[XY], step: float) -> Iterator[XY]:
    """Spots on a line, no more than `step` units apart."""
    for start, end in pairwise(line):
        count = max(1, math.ceil(math.dist(start, end) / step))
        for share in (index / count for index in range(count + 1)):
            yield start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _inside(run: Line, paper: Paper) -> Line:
    """The longest stretch of a run that lies in the window, in steps of some four units."""
    best: Line = []
    current: Line = []
    for at in along(run, 4):
        current = [*current, at] if paper.frame.holds(at, 6) else []
        best = max(best, current, key=len)
    return best


def _length(line: Line) -> float:
    return sum(math.dist(start, end) for start, end in pairwise(line))


def _spot(line: Line, share: float) -> tuple[XY, float]:
    """A point of the line and its direction there, turned so that words stand on their feet."""
    index = min(len(line) - 1, round(share * (len(line) - 1)))
    before, after = line[max(0, index - 5)], line[min(len(line) - 1, index + 5)]
    angle = math.degrees(math.atan2(after[1] - before[1], after[0] - before[0]))
    return line[index], (angle + 90) % 180 - 90
