"""Read a coordinate as editors paste it: from a map app, a register, a phone or a book."""

import re
import unicodedata

from .errors import CoordinateError
from .points import Box, Point

# Before NFKC, which would take ″ apart into two ′.
_SIGNS = str.maketrans(
    {"″": '"', "”": '"', "“": '"', "秒": '"', "′": "'", "’": "'", "‘": "'", "分": "'"}
    | {"º": "°", "˚": "°", "度": "°", "−": "-", "–": "-"}
    | dict.fromkeys("、；;·|", ",")
)
_WORDS = (
    (re.compile("北纬|北緯"), "N"),
    (re.compile("南纬|南緯"), "S"),
    (re.compile("东经|東經"), "E"),
    (re.compile("西经|西經"), "W"),
    (re.compile("[纬緯]°|LATITUDE|LAT"), "N"),
    (re.compile("[经經]°|LONGITUDE|LONG|LNG|LON"), "E"),
)
_NUMBER = r"\d+(?:\.\d+)?"
_SECONDS = rf"""(?:(?P<s>{_NUMBER})\s*(?:"|'')\s*)?"""
_MINUTES = rf"(?:(?P<m>{_NUMBER})\s*'\s*{_SECONDS})?"
_ANGLE = rf"(?P<sign>[-+])?\s*(?P<d>{_NUMBER})\s*(?:°\s*{_MINUTES})?"
_BEFORE = re.compile(rf"(?P<axis>[NSEW])?\s*{_ANGLE}")
_AFTER = re.compile(rf"{_ANGLE}(?P<axis>[NSEW])?")


def parse_point(text: str, *, near: Box | None = None) -> Point:
    """Read one coordinate in degrees, latitude and longitude in either order.

    Takes decimals, degrees-minutes-seconds, hemisphere letters or Chinese words, full-width signs.
    Without letters the order is latitude, longitude, unless only the other is on the globe, or
    only the other falls in `near`. Raises CoordinateError with codes "empty", "unreadable",
    "not_two", "same_axis", "sixty", "latitude_range" or "longitude_range".
    """
    tidy = _tidy(text)
    if not tidy:
        raise CoordinateError("empty")
    pattern = _BEFORE if tidy[0] in "NSEW" else _AFTER
    matches = list(pattern.finditer(tidy))
    if re.search(r"[^\s,/()]", pattern.sub(" ", tidy)):
        raise CoordinateError("unreadable", text=text.strip())
    if len(matches) != 2:
        raise CoordinateError("not_two", count=len(matches), text=text.strip())
    first, second = (_degrees(match, text) for match in matches)
    return _order(first, second, _axes(matches, text), near)


def _tidy(text: str) -> str:
    tidy = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS).upper()
    for pattern, letter in _WORDS:
        tidy = pattern.sub(letter, tidy)
    return re.sub("[:=]", " ", tidy).strip().lstrip("(").strip()


def _degrees(match: re.Match[str], text: str) -> float:
    minutes, seconds = float(match["m"] or 0), float(match["s"] or 0)
    if minutes >= 60 or seconds >= 60:
        raise CoordinateError("sixty", text=text.strip())
    degrees = float(match["d"]) + minutes / 60 + seconds / 3600
    return -degrees if match["sign"] == "-" or match["axis"] in ("S", "W") else degrees


def _axes(matches: list[re.Match[str]], text: str) -> bool | None:
    """Whether longitude comes first, by the letters; None without letters."""
    first, second = ((match["axis"] or "") for match in matches)
    if (first and second) and (first in "EW") == (second in "EW"):
        raise CoordinateError("same_axis", text=text.strip())
    if first:
        return first in "EW"
    return second in "NS" if second else None


def _order(first: float, second: float, longitude_first: bool | None, near: Box | None) -> Point:
    if longitude_first is None:
        longitude_first = abs(first) > 90 >= abs(second)
        if near and abs(first) <= 90 and abs(second) <= 90:
            straight, swapped = Point(first, second), Point(second, first)
            longitude_first = near.contains(swapped) and not near.contains(straight)
    return Point(second, first) if longitude_first else Point(first, second)
