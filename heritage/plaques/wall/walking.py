"""In which order to walk past plaques."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from ..models import Plaque
from ..registries import Position

_METRES_PER_DEGREE = 111_320


@dataclass(frozen=True)
class Step:
    """A plaque of a round; `metres` from the one before, None where either has no position."""

    number: int
    plaque: Plaque
    metres: int | None


def walking_order(plaques: Iterable[Plaque], start: Position | None = None) -> list[Step]:
    """From `start`, or the northernmost, always on to the nearest; those without position last."""
    left = sorted((one for one in plaques if one.position), key=lambda one: (-one.lat, one.code))
    lost = sorted((one for one in plaques if not one.position), key=lambda one: one.code)
    here, ordered = start, []
    while left:
        after = min(left, key=lambda one: metres_between(here, one.position)) if here else left[0]
        left.remove(after)
        away = round(metres_between(here, after.position)) if here else None
        ordered.append((after, away))
        here = after.position
    ordered += [(plaque, None) for plaque in lost]
    return [Step(number, *one) for number, one in enumerate(ordered, start=1)]


def metres_between(one: Position, other: Position) -> float:
    """Straight metres between two WGS-84 points of one city; good to 0.5 % there."""
    north = (other[0] - one[0]) * _METRES_PER_DEGREE
    east = (other[1] - one[1]) * _METRES_PER_DEGREE * math.cos(math.radians(one[0]))
    return math.hypot(north, east)
