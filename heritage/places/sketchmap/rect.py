"""Boxes on the drawing, and what meets them."""

from typing import NamedTuple

XY = tuple[float, float]


class Rect(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Rect") -> float:
        """The area both cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0

    def crossed_by(self, start: XY, end: XY) -> bool:
        """Whether a straight line between two spots touches the box (Liang–Barsky)."""
        enter, leave = 0.0, 1.0
        for axis, near, far in ((0, self.left, self.right), (1, self.top, self.bottom)):
            low, high, step = near - start[axis], far - start[axis], end[axis] - start[axis]
            if step == 0:
                if low > 0 or high < 0:
                    return False
                continue
            first, last = sorted((low / step, high / step))
            enter, leave = max(enter, first), min(leave, last)
        return enter <= leave


def square(at: XY, half: float) -> Rect:
    """The box of `half` units to every side of a spot."""
    return Rect(at[0] - half, at[1] - half, at[0] + half, at[1] + half)


def centred(at: XY, wide: float, high: float) -> Rect:
    """The box of a size round a spot."""
    return Rect(at[0] - wide / 2, at[1] - high / 2, at[0] + wide / 2, at[1] + high / 2)
