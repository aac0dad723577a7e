"""Choose where each label stands, so that together they hide least."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from .rect import XY, Rect

_COVERED = 30.0  # what one thing on another costs, besides its area
_CROSSED = 25.0
_KEPT = 40  # options of a label worth weighing against the others


@dataclass(frozen=True, slots=True)
class Option:
    """One place for a label: its box, its own cost, and the leader from its dot if it has one.

    `span` holds box and leader: what does not meet it costs nothing.
    """

    box: Rect
    cost: float
    leader: tuple[XY, XY] | None = None
    span: Rect = field(init=False)

    def __post_init__(self) -> None:
        ends = self.leader or ()
        span = Rect(
            min(self.box.left, *(x for x, _y in ends), self.box.right),
            min(self.box.top, *(y for _x, y in ends), self.box.bottom),
            max(self.box.right, *(x for x, _y in ends), self.box.left),
            max(self.box.bottom, *(y for _x, y in ends), self.box.top),
        )
        object.__setattr__(self, "span", span)

    def against(self, other: "Option") -> float:
        """What the two cost beside each other."""
        if not self.span.overlap(other.span):
            return 0.0
        over = self.box.overlap(other.box)
        return (_COVERED + over if over else 0.0) + self._lines(other)

    def _lines(self, other: "Option") -> float:
        cost = 0.0
        for one, two in ((self, other), (other, self)):
            if one.leader and two.box.crossed_by(*one.leader):
                cost += _COVERED
        if self.leader and other.leader and _cross(self.leader, other.leader):
            cost += _CROSSED
        return cost


def choose(options: Sequence[Sequence[Option]]) -> list[Option]:
    """One option of each list. Tries a few orders, improves each until nothing moves, keeps the
    cheapest; the same input always gives the same answer."""
    options = [sorted(kept, key=lambda option: option.cost)[:_KEPT] for kept in options]
    first = list(range(len(options)))
    by_room = sorted(first, key=lambda index: -options[index][0].cost)
    best: list[Option] = []
    least = math.inf
    for order in (first, first[::-1], by_room):
        chosen = _settle(options, order)
        cost = sum(_total(option, index, chosen) for index, option in chosen.items())
        if cost < least:
            best, least = [chosen[index] for index in first], cost
    return best


def _settle(options: Sequence[Sequence[Option]], order: list[int]) -> dict[int, Option]:
    chosen: dict[int, Option] = {}
    for _round in range(6):
        before = dict(chosen)
        for index in order:
            chosen[index] = min(options[index], key=lambda option: _total(option, index, chosen))
        if chosen == before:
            break
    return chosen


def _total(option: Option, index: int, chosen: dict[int, Option]) -> float:
    others = (other for at, other in chosen.items() if at != index)
    return option.cost + sum(option.against(other) for other in others)


def _cross(one: tuple[XY, XY], two: tuple[XY, XY]) -> bool:
    return _sides(one, two) and _sides(two, one)


def _sides(line: tuple[XY, XY], other: tuple[XY, XY]) -> bool:
    """Whether the ends of `other` lie on different sides of `line`."""
    (x1, y1), (x2, y2) = line
    one, two = ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) for x, y in other)
    return one * two < 0
