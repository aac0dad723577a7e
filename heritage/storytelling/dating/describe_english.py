"""Dates in English words: ``203 BC``, ``1930s``, ``5–10 May 1922``, ``28 March 1914 – 1916``."""

from __future__ import annotations

from .edtf import Point

UNKNOWN = "Date unknown"

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASON_NAMES = ("spring", "summer", "autumn", "winter")
_GROUPS = {
    **dict(enumerate(_SEASON_NAMES * 3, 21)),
    **{
        33 + i: f"{place} quarter of"
        for i, place in enumerate(("first", "second", "third", "fourth"))
    },
    37: "January–April",
    38: "May–August",
    39: "September–December",
    40: "first half of",
    41: "second half of",
}


def year(text: str) -> str:
    """``1888``, ``203 BC`` for ``-0202``, ``AD 8``, ``1930s`` for ``193X``, ``20th century`` for
    ``19XX``."""
    bc, digits = text.startswith("-"), text.lstrip("-")
    known = digits.rstrip("X")
    wild = len(digits) - len(known)
    if wild == 2 and "X" not in known:
        return f"{_ordinal(int(known) + 1)} century" + (" BC" if bc else "")
    if wild == 1 and "X" not in known and not bc and int(known) % 10:
        return f"{int(known)}0s"
    if "X" in digits:
        ends = [int(digits.replace("X", d)) for d in "09"]
        return f"{ends[1] + 1}–{ends[0] + 1} BC" if bc else f"{ends[0]}–{ends[1]}"
    number = int(text)
    if number < 1:
        return f"{1 - number} BC"
    return f"AD {number}" if number < 100 else str(number)


def _ordinal(number: int) -> str:
    ending = (
        {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        if number % 100 not in (11, 12, 13)
        else "th"
    )
    return f"{number}{ending}"


def _month(point: Point) -> str:
    if not point.month or (point.month == "XX" and point.day in ("", "XX")):
        return ""
    code = int(point.month) if point.month.isdigit() else 0
    return _GROUPS[code] if code > 12 else _MONTHS[code - 1] if code else "a month of"


def _day(point: Point) -> str:
    return str(int(point.day)) if point.day.isdigit() else ""


def point(point: Point) -> str:
    return " ".join(part for part in (_day(point), _month(point), year(point.year)) if part)


def between(first: Point, last: Point) -> str:
    """Closed up between single words (618–907), with spaces where an end has several."""
    a, b = year(first.year), year(last.year)
    if a == b and first.month and last.month:
        return _within(first, last, a)
    if (
        not (first.month or last.month)
        and a.endswith(" BC")
        and b.endswith(" BC")
        and " " not in a.removesuffix(" BC")
    ):
        return f"{a.removesuffix(' BC')}–{b}"
    common_era = "AD " if a.endswith(" BC") and point(last).isdigit() else ""
    return between_texts(point(first), common_era + point(last))


def _within(first: Point, last: Point, same_year: str) -> str:
    if first.month == last.month and first.day and last.day:
        return f"{_day(first)}–{_day(last)} {_month(first)} {same_year}"
    starts = " ".join(part for part in (_day(first), _month(first)) if part)
    ends = " ".join(part for part in (_day(last), _month(last)) if part)
    return f"{between_texts(starts, ends)} {same_year}"


def between_texts(first: str, last: str) -> str:
    return f"{first} – {last}" if " " in first + last else f"{first}–{last}"


def since(text: str, unknown: bool) -> str:
    return f"from {text}, end unknown" if unknown else f"from {text}"


def until(text: str, unknown: bool) -> str:
    return f"beginning unknown, to {text}" if unknown else f"up to {text}"


def marked(text: str, approximate: bool, uncertain: bool) -> str:
    return ("c. " if approximate else "") + text + (" (unconfirmed)" if uncertain else "")


def listed(texts: list[str], any_of: bool) -> str:
    if len(texts) < 2:
        return "".join(texts)
    return ", ".join(texts[:-1]) + (" or " if any_of else " and ") + texts[-1]
