"""Points on the earth: datums, distances, pasted coordinates, links to map apps. Plain Python, no
models.

Everything takes and gives degrees; distances are metres. Unless a name says otherwise a point is
WGS-84.
"""

from .datum import Datum, convert
from .errors import CoordinateError, OutsideChina
from .handover import Handover, handover
from .measure import bearing, distance, length, walk_metres, walk_minutes
from .points import GUANGZHOU, Box, Point, within_box
from .reading import parse_point
from .region import in_mainland

__all__ = [
    "GUANGZHOU",
    "Box",
    "CoordinateError",
    "Datum",
    "Handover",
    "OutsideChina",
    "Point",
    "bearing",
    "convert",
    "distance",
    "handover",
    "in_mainland",
    "length",
    "parse_point",
    "walk_metres",
    "walk_minutes",
    "within_box",
]
