"""Scale bar and north arrow, in corners where no marker stands."""

import math
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .curve import number
from .lettering import Paper, text_width
from .rect import XY, Rect

_LENGTHS = (20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
_LONGEST = 84  # units


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A bar of `length` units from (x, y) to the right, standing for `label`."""

    x: str
    y: str
    length: str
    label: str


@dataclass(frozen=True, slots=True)
class North:
    """The tail of the arrow's letter."""

    x: str
    y: str


def say_metres(metres: float) -> str:
    """A distance in the reader's language: metres to 10 m, from a kilometre on kilometres."""
    if metres < 1000:
        return _("%(metres)d m") % {"metres": round(metres, -1) or 10}
    kilometres = f"{metres / 1000:.0f}" if metres >= 10_000 else f"{metres / 1000:.1f}"
    return _("%(km)s km") % {"km": kilometres.removesuffix(".0")}


def scale_bar(paper: Paper, spots: list[XY]) -> ScaleBar:
    """The roundest length that fits; placed at the left if it can be."""
    frame = paper.frame
    fitting = [metres for metres in _LENGTHS if metres / frame.metres_per_unit <= _LONGEST]
    metres = fitting[-1] if fitting else _LENGTHS[0]
    length, label = metres / frame.metres_per_unit, say_metres(metres)
    size = (max(length, text_width(label)) + 4, 26.0)
    box = _corner(paper, spots, size, ((0, 0), (0, 1), (1, 1), (1, 0)))
    return ScaleBar(number(box.left + 2), number(box.top + 5), number(length), label)


def north(paper: Paper, spots: list[XY]) -> North:
    """At the right if it can be."""
    box = _corner(paper, spots, (18.0, 38.0), ((1, 0), (1, 1), (0, 1), (0, 0)))
    return North(number((box.left + box.right) / 2), number(box.top + 37))


def _corner(
    paper: Paper, spots: list[XY], size: tuple[float, float], order: tuple[tuple[int, int], ...]
) -> Rect:
    """The corner whose nearest marker is far enough, or else farthest; marked as taken."""
    frame, inset = paper.frame, 10
    best, widest = Rect(0, 0, 0, 0), -1.0
    for right, low in order:
        left = inset + right * (frame.width - size[0] - 2 * inset)
        top = inset + low * (frame.height - size[1] - 2 * inset)
        box = Rect(left, top, left + size[0], top + size[1])
        middle = (left + size[0] / 2, top + size[1] / 2)
        room = min((math.dist(middle, spot) for spot in spots), default=999.0)
        room = min(room, 75) - 1000 * (paper.cost([box]) > 0)
        if room > widest or widest < 0:
            best, widest = box, room
    paper.take([best])
    return best
