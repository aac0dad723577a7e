"""Writing on the map: how wide words are, and where they fit without covering anything."""

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from .frame import Frame
from .rect import XY, Rect, square

SIZE = 13.5  # units: 13 px or more on a phone of 360 px


def is_chinese(text: str) -> bool:
    return any(unicodedata.east_asian_width(char) == "W" for char in text)


def text_width(text: str, size: float = SIZE) -> float:
    """Units a line of text takes: an em for Chinese, a little over half for Latin."""
    return size * sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.57 for char in text)


def wrap(text: str, *, limit: float, lines: int = 2) -> list[str]:
    """Break a label into at most so many lines of `limit` units; what is left over becomes …"""
    if "\n" in text:
        return [row for part in text.split("\n") for row in wrap(part, limit=limit, lines=1)]
    words = [part for word in text.split() for part in (list(word) if is_chinese(word) else [word])]
    joint = "" if is_chinese(text) else " "
    rows: list[str] = [""]
    for word in words:
        longer = f"{rows[-1]}{joint}{word}" if rows[-1] else word
        if not rows[-1] or text_width(longer) <= limit:
            rows[-1] = longer
        elif len(rows) < lines:
            rows.append(word)
        else:
            rows[-1] = rows[-1].rstrip("—-·,，") + "…"
            break
    return _evened(rows)


def _evened(rows: list[str]) -> list[str]:
    """Two Chinese lines of nearly equal length, quoted words kept whole, rather than a full line
    and an orphan."""
    if len(rows) != 2 or not is_chinese(rows[0]):
        return rows
    whole = "".join(rows)
    breaks = [at for at in range(2, len(whole) - 1) if _may_break(whole, at)]
    half = min(breaks, key=lambda at: abs(at - len(whole) / 2), default=len(rows[0]))
    return [whole[:half], whole[half:]]


def _may_break(text: str, at: int) -> bool:
    before = text[:at]
    open_quote = before.count("“") > before.count("”") or before.count("《") > before.count("》")
    return not open_quote and text[at] not in "、，。）”》…—"


@dataclass
class Paper:
    """What has been drawn so far, so that the next word keeps clear of it."""

    frame: Frame
    taken: list[Rect] = field(default_factory=list)
    dotted: list[Rect] = field(default_factory=list)  # the trail: better not crossed

    def beyond(self, rect: Rect, inset: float = 3) -> float:
        """How many units stick out of the window."""
        return max(
            0.0,
            inset - rect.left,
            inset - rect.top,
            rect.right - self.frame.width + inset,
            rect.bottom - self.frame.height + inset,
        )

    def cost(self, rects: Iterable[Rect]) -> float:
        """0 for free space; grows with what would be covered or cut off."""
        return sum(
            40 * self.beyond(rect)
            + sum(30 + over for other in self.taken if (over := rect.overlap(other)))
            + sum(rect.overlap(other) for other in self.dotted) / 4
            for rect in rects
        )

    def take(self, rects: Iterable[Rect]) -> None:
        self.taken.extend(rects)


def line_of_squares(at: XY, angle: float, length: float, size: float = SIZE) -> list[Rect]:
    """Rects under a text of `length` units, turned by `angle` degrees round its middle."""
    count = max(1, math.ceil(length / size))
    step = length / count
    across, down = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    offsets = [(index - (count - 1) / 2) * step for index in range(count)]
    return [square((at[0] + across * o, at[1] + down * o), size * 0.56) for o in offsets]
