"""Draw a city's background into a window: water, greens, streets, and their names."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from .along import Name, name_along, name_at
from .curve import Line, number, smooth, visible_runs
from .features import Background, Ground
from .frame import Frame
from .lettering import Paper

_CLOSE = 14  # metres a unit: maps finer than this show small streets and their names


@dataclass(frozen=True, slots=True)
class Stroke:
    """Path data drawn with one width."""

    d: str
    width: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """The background in a window; all empty where the window lies elsewhere."""

    water: tuple[Stroke, ...]
    lakes: str
    greens: str
    roads: tuple[Stroke, ...]

    @property
    def anything(self) -> bool:
        return bool(self.water or self.lakes or self.greens or self.roads)


def draw_ground(background: Background, frame: Frame) -> Drawn:
    """Everything that meets the window."""
    water = []
    for stream in background.streams:
        width = max(2.0, stream.width / frame.metres_per_unit)
        runs = visible_runs(_line(stream.line, frame), frame, width)
        if runs:
            water.append(Stroke("".join(smooth(run) for run in runs), number(width)))
    roads = []
    for rank, width in ((2, 4.5), (1, 7.5 if frame.metres_per_unit < _CLOSE else 5)):
        runs = [run for road in _roads(background, frame, rank) for run in road[1]]
        if runs:
            roads.append(Stroke("".join(smooth(run) for run in runs), number(width)))
    shapes = {"lake": "", "green": ""}
    for ground in background.grounds:
        shapes[ground.kind] += _shape(ground, frame)
    return Drawn(tuple(water), shapes["lake"], shapes["green"], tuple(roads))


def write_names(background: Background, paper: Paper, language: str) -> tuple[Name, ...]:
    """Names of what is in the window, the river first, each once and only where it has room."""
    frame = paper.frame
    names: list[Name | None] = []
    for stream in background.streams:
        runs = visible_runs(_line(stream.line, frame), frame, 0)
        written = {name.text for name in names if name}
        if not stream.name or stream.name.in_language(language) in written:
            continue
        if stream.width / frame.metres_per_unit >= 5:
            names.append(name_along(stream.name.in_language(language), runs, "water", paper))
    for ground in background.grounds:
        middle = frame.xy(*ground.middle)
        if frame.holds(middle, 10) and ground.half[1] / frame.metres_per_unit > 8:
            kind = "water" if ground.kind == "lake" else "green"
            names.append(name_at(ground.name.in_language(language), middle, kind, paper))
    if frame.metres_per_unit >= _CLOSE:  # a city: its river and hills are enough
        return tuple(name for name in names if name)
    for name, runs in _roads(background, frame, 1) + _roads(background, frame, 2):
        names.append(name_along(name(language), runs, "road", paper))
    return tuple(name for name in names if name)


def _roads(
    background: Background, frame: Frame, rank: int
) -> list[tuple[Callable[[str], str], list[Line]]]:
    if rank == 2 and frame.metres_per_unit >= _CLOSE:
        return []
    found = [
        (road.name.in_language, visible_runs(_line(road.line, frame), frame, 4))
        for road in background.roads
        if road.rank == rank
    ]
    return [(name, runs) for name, runs in found if runs]


def _line(line: tuple[tuple[float, float], ...], frame: Frame) -> Line:
    return [frame.xy(lat, lng) for lat, lng in line]


def _shape(ground: Ground, frame: Frame) -> str:
    """An uneven oval, as a hand would draw it; "" when out of sight or too small."""
    middle = frame.xy(*ground.middle)
    high, wide = (half / frame.metres_per_unit for half in ground.half)
    if max(high, wide) < 3 or not frame.holds(middle, -max(high, wide)):
        return ""
    wobble = (1.0, 0.9, 1.05, 0.94, 0.98, 1.06, 0.92, 1.03)
    angles = [(math.radians(45 * step), stretch) for step, stretch in enumerate(wobble)]
    ring = [
        (middle[0] + wide * stretch * math.cos(angle), middle[1] + high * stretch * math.sin(angle))
        for angle, stretch in angles
    ]
    return smooth(ring, closed=True)
