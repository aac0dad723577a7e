"""What pasted coordinates mean, in the editor's language."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from heritage.storytelling.editing.understanding import Understanding

from ..geodesy import (
    GUANGZHOU,
    CoordinateError,
    Datum,
    Point,
    convert,
    handover,
    parse_point,
    within_box,
)

LARGEST_LATITUDE = 90


def understand_point(text: str, datum: str = Datum.WGS84) -> Understanding:
    """Say where a pasted coordinate lies, as WGS-84, and what looks wrong about it."""
    if not text.strip():
        return Understanding()
    try:
        point = convert(parse_point(text, near=GUANGZHOU), _known(datum), Datum.WGS84)
    except CoordinateError as error:
        return Understanding(str(error), "unread")
    words = _("Understood as: latitude %(lat)s, longitude %(lng)s (WGS-84).") % {
        "lat": f"{point.lat:.6f}",
        "lng": f"{point.lng:.6f}",
    }
    doubts = list(_doubts(text, point))
    return Understanding(
        " ".join([words, *doubts]),
        "doubtful" if doubts else "understood",
        handover(point, text)["amap"].url,
        _("See it on Amap"),
    )


def _doubts(text: str, point: Point) -> Iterator[str]:
    if not within_box(point):
        yield _(
            "This lies outside Guangzhou. Compare the numbers with the map and check which map "
            "they come from."
        )
    first = re.search(r"\d+(?:\.\d+)?", text)
    if first and float(first[0]) > LARGEST_LATITUDE and not re.search(r"[EWew经經]", text):
        yield _("Longitude stood first; the two numbers were taken the other way round.")


def _known(datum: str) -> Datum:
    return Datum(datum) if datum in set(Datum) else Datum.WGS84
