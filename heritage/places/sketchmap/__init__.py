"""The project's own sketch map: what a visitor sees where no map provider is asked for tiles.

`landmark_map`, `trail_map` and `city_map` choose the window; `draw` fills any other. The template
`places/sketchmap.svg.html` draws the result, `places/sketchmap.html` adds frame and caption.
"""

from collections.abc import Sequence

from ..geodesy import Point, distance
from .drawing import SketchMap, draw
from .features import Area, Background, Ground, Named, Place, Road, Stream
from .frame import Frame, extent, near_the_rest
from .ground import draw_ground
from .guangzhou import GUANGZHOU_SKETCH

__all__ = [
    "GUANGZHOU_SKETCH",
    "Area",
    "Background",
    "Frame",
    "Ground",
    "Named",
    "Place",
    "Road",
    "SketchMap",
    "Stream",
    "city_map",
    "draw",
    "landmark_map",
    "trail_map",
]

WIDTH = 328  # units: a phone's column, so that a unit is a pixel there
_SIDE, _TOP = 38, 40  # units kept free round the outermost markers


def landmark_map(
    place: Place,
    near: Sequence[Place] = (),
    *,
    background: Background | None = GUANGZHOU_SKETCH,
    areas: Sequence[Area] = (),
    language: str | None = None,
) -> SketchMap:
    """One place in the middle of a window 600 m to 1.6 km wide, wide enough for what is near.

    What lies farther is left out: the page's own list has it.
    """
    width, height = WIDTH, 240
    reach = max((_reach(place.point, one.point, width, height) for one in near), default=0.0)
    scale = min(max(reach, 600 / width), 1600 / width)
    frame = Frame(place.point, scale, width, height)
    for metres in (1000, 1600, 2400):  # out in the open, look farther for a river or a road
        if not background or draw_ground(background, frame).anything:
            break
        frame = Frame(place.point, max(scale, metres / width), width, height)
    shown = [one for one in near if frame.holds(frame.xy(one.point.lat, one.point.lng), 8)]
    return draw(frame, [place, *shown], background=background, areas=areas, language=language)


def _reach(middle: Point, point: Point, width: float, height: float) -> float:
    """Metres a unit at which a point comes to lie inside the margins."""
    east = distance(middle, Point(middle.lat, point.lng))
    north = distance(middle, Point(point.lat, middle.lng))
    return max(east / (width / 2 - _SIDE), north / (height / 2 - _TOP))


def trail_map(
    stops: Sequence[Place],
    line: Sequence[Point] = (),
    *,
    background: Background | None = GUANGZHOU_SKETCH,
    language: str | None = None,
) -> SketchMap:
    """Numbered stops joined by a dotted line, or by `line` where the way itself is known."""
    points = [*line, *(stop.point for stop in stops)]
    frame = _fit(points, least=500, low=210, high=360)
    return draw(frame, stops, background=background, trail=line, join=not line, language=language)


def city_map(
    places: Sequence[Place],
    *,
    background: Background | None = GUANGZHOU_SKETCH,
    areas: Sequence[Area] = (),
    language: str | None = None,
) -> SketchMap:
    """All neighbourhoods; the few that lie far from the rest are arrows at the edge."""
    points = near_the_rest([place.point for place in places])
    frame = _fit(points, least=2000, low=335, high=400, side=56)
    return draw(frame, places, background=background, areas=areas, language=language)


def _fit(points: list[Point], *, least: float, low: int, high: int, side: float = _SIDE) -> Frame:
    """A window round all points, `least` metres wide or more, as high as they need."""
    middle, across, down = extent(points)
    scale = max(across / (WIDTH - 2 * side), least / WIDTH)
    height = min(max(down / scale + 2 * _TOP, low), high)
    scale = max(scale, down / (height - 2 * _TOP))
    return Frame(middle, scale, WIDTH, round(height))
