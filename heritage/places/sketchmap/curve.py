"""Lines and rings as SVG path data: smoothed, cut to the window, and short."""

from itertools import pairwise

from .frame import Frame
from .rect import XY, Rect

Line = list[XY]


def number(value: float) -> str:
    """One decimal at most, and no locale."""
    text = f"{value:.1f}".removesuffix(".0")
    if text in ("0", "-0"):
        return "0"
    return text.replace("0.", ".", 1) if abs(value) < 1 and "." in text else text


def _pair(at: XY, start: XY = (0, 0)) -> str:
    """A spot as seen from `start`, without the blank that a minus makes needless."""
    across, down = number(at[0] - start[0]), number(at[1] - start[1])
    return f"{across}{'' if down.startswith('-') else ' '}{down}"


def visible_runs(line: Line, frame: Frame, reach: float) -> list[Line]:
    """The stretches of a line that come within `reach` units of the window, whole segments."""
    runs: list[Line] = []
    joined = False
    window = Rect(-reach, -reach, frame.width + reach, frame.height + reach)
    for start, end in pairwise(line):
        seen = window.crossed_by(start, end)
        if seen and joined:
            runs[-1].append(end)
        elif seen:
            runs.append([start, end])
        joined = seen
    return runs


def smooth(line: Line, *, closed: bool = False) -> str:
    """Path data of a Catmull–Rom curve through all points."""
    line = [line[-1], *line, *line[:2]] if closed else [line[0], *line, line[-1]]
    line = [(round(across, 1), round(down, 1)) for across, down in line]
    parts = [f"M{_pair(line[1])}"]
    for before, start, end, after in zip(line, line[1:], line[2:], line[3:], strict=False):
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        parts.append(f"c{_pair(one, start)} {_pair(two, start)} {_pair(end, start)}")
    return "".join(parts).replace(" -", "-") + ("Z" if closed else "")


def straight(line: Line, *, closed: bool = False) -> str:
    """Path data of straight strokes."""
    return "M" + "L".join(_pair(at) for at in line) + ("Z" if closed else "")


def cut_ring(ring: Line, frame: Frame, margin: float = 8) -> Line:
    """The part of a ring in the window and `margin` round it (Sutherland–Hodgman); may be []."""
    for axis, limit, sign in (
        (0, -margin, 1),
        (0, frame.width + margin, -1),
        (1, -margin, 1),
        (1, frame.height + margin, -1),
    ):
        ring = _cut_edge(ring, axis, limit, sign)
    return ring


def _cut_edge(ring: Line, axis: int, limit: float, sign: int) -> Line:
    kept: Line = []
    for start, end in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        was_in, is_in = sign * (start[axis] - limit) >= 0, sign * (end[axis] - limit) >= 0
        if was_in != is_in:
            share = (limit - start[axis]) / (end[axis] - start[axis])
            kept.append(
                (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
            )
        if is_in:
            kept.append(end)
    return kept


def thin(line: Line, tolerance: float = 0.7) -> Line:
    """The line without points that lie within `tolerance` of it (Douglas–Peucker)."""
    if len(line) < 3:
        return line
    offsets = [_offset(at, line[0], line[-1]) for at in line]
    worst = max(range(len(line)), key=offsets.__getitem__)
    if offsets[worst] <= tolerance:
        return [line[0], line[-1]]
    return thin(line[: worst + 1], tolerance)[:-1] + thin(line[worst:], tolerance)


def _offset(at: XY, start: XY, end: XY) -> float:
    across, down = end[0] - start[0], end[1] - start[1]
    size = (across * across + down * down) ** 0.5
    if size == 0:
        return ((at[0] - start[0]) ** 2 + (at[1] - start[1]) ** 2) ** 0.5
    return abs(across * (at[1] - start[1]) - down * (at[0] - start[0])) / size
