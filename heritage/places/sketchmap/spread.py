"""Markers that would lie on each other are moved apart, as little as it takes."""

import math

from .frame import Frame
from .rect import XY


def move_apart(
    spots: list[XY], frame: Frame, *, apart: float, fixed: set[int], inset: float = 15
) -> list[XY]:
    """The spots, pushed to at least `apart` units from each other where the window has room.

    Those whose index is in `fixed` stay; the others give way.
    """
    moved = [
        spot if index in fixed else frame.pull_in(spot, inset) for index, spot in enumerate(spots)
    ]
    for _round in range(80):
        quiet = True
        for one in range(len(moved)):
            for two in range(one + 1, len(moved)):
                gap = math.dist(moved[one], moved[two])
                if gap < apart - 0.05:
                    quiet = False
                    pushed = _pushed(moved[one], moved[two], gap, apart, one)
                    moved[one], moved[two] = pushed
        moved = [
            spots[index] if index in fixed else frame.pull_in(spot, inset)
            for index, spot in enumerate(moved)
        ]
        if quiet:
            break
    return moved


def _pushed(one: XY, two: XY, gap: float, apart: float, turn: int) -> tuple[XY, XY]:
    if gap < 0.01:  # one on the other: any way out, but always the same
        across, down = math.cos(turn * 2.4), math.sin(turn * 2.4)
    else:
        across, down = (two[0] - one[0]) / gap, (two[1] - one[1]) / gap
    push = (apart - gap) / 2 + 0.05
    return (
        (one[0] - across * push, one[1] - down * push),
        (two[0] + across * push, two[1] + down * push),
    )


def on_the_edge(at: XY, frame: Frame, inset: float) -> tuple[XY, float]:
    """Where the line from the middle to a spot outside leaves the window, and its direction in
    degrees clockwise from east."""
    across, down = at[0] - frame.width / 2, at[1] - frame.height / 2
    share = min(
        (frame.width / 2 - inset) / abs(across) if across else math.inf,
        (frame.height / 2 - inset) / abs(down) if down else math.inf,
    )
    spot = (frame.width / 2 + across * share, frame.height / 2 + down * share)
    return spot, math.degrees(math.atan2(down, across))
