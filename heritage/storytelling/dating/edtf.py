"""Read EDTF (ISO 8601-2:2019, profile at loc.gov/standards/datetime): levels 0 and 1, and the parts
of 2 in use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .day import Day, days_in_month, first_day, last_day

_DATE = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
    r"(?:T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](?:Z|[+-][0-2][0-9]:[0-5][0-9])?)?",
    re.ASCII,
)
_YEAR = re.compile(
    r"(?:Y(-?)([0-9]{1,12})(?:E([0-9]))?|(-?)([0-9]{4}))(?:S([0-9]{1,2}))?([?~%]?)", re.ASCII
)
_SET = re.compile(r"[\[{](.*)[\]}]")
# First and last month of the codes 21-41: seasons, northern and southern seasons, quarters, thirds,
# halves of a year.
_GROUPS = {
    **{21 + i: (3 * i % 12 + 3, 3 * i % 12 + 5) for i in range(8)},
    **{29 + i: ((3 * i + 6) % 12 + 3, (3 * i + 6) % 12 + 5) for i in range(4)},
    **{33 + i: (3 * i + 1, 3 * i + 3) for i in range(4)},
    **{37 + i: (4 * i + 1, 4 * i + 4) for i in range(3)},
    40: (1, 6),
    41: (7, 12),
}
LONGEST = 200


@dataclass(frozen=True)
class Point:
    """One date: year, month and day as written (``19XX``, ``05``, ``21`` for spring; "" where not
    given) and its bounds.

    ``approximate`` and ``uncertain`` tell whether any part carries ``~`` or ``?`` (``%`` is both).
    """

    year: str
    month: str = ""
    day: str = ""
    approximate: bool = False
    uncertain: bool = False
    earliest: Day | None = None
    latest: Day | None = None


@dataclass(frozen=True)
class Edtf:
    """A date: ``first`` only for a single one, both for an interval (None is open, ``unknown``
    lists ends left empty)."""

    first: Point | None
    last: Point | None
    kind: str = "single"
    unknown: tuple[str, ...] = ()
    members: tuple[Edtf, ...] = ()

    @property
    def earliest(self) -> Day | None:
        return self.first.earliest if self.first else None

    @property
    def latest(self) -> Day | None:
        return self.last.latest if self.last else None


def parse(text: str) -> Edtf:
    """The structure of an EDTF string. Raises ValueError with a sentence for the editor."""
    text = text.strip()
    if not text:
        raise ValueError("The date is empty: write a year such as 1888.")
    if len(text) > LONGEST:
        raise ValueError(f"The date is longer than {LONGEST} characters.")
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text, text.split("/"))
    point = _point(text)
    return Edtf(point, point)


def _interval(text: str, ends: list[str]) -> Edtf:
    if len(ends) != 2 or not any(end not in ("", "..") for end in ends):
        raise ValueError(
            f"“{text}” is not an interval: write two dates with one / between them, "
            "such as 1964/2008, or 1985/.. for what goes on."
        )
    first, last = (_point(end) if end not in ("", "..") else None for end in ends)
    unknown = tuple(name for name, end in zip(("first", "last"), ends, strict=True) if not end)
    if first and last and first.earliest and last.latest and first.earliest > last.latest:
        raise ValueError(f"“{text}” ends before it begins.")
    return Edtf(first, last, "interval", unknown)


def _set(text: str) -> Edtf:
    match = _SET.fullmatch(text)
    if not match or (text[0] == "[") != (text[-1] == "]"):
        raise ValueError(f"“{text}” is not a set: close it with the bracket that opened it.")
    members = tuple(_member(text, part.strip()) for part in match[1].split(","))
    starts, ends = [member.earliest for member in members], [member.latest for member in members]
    first = None if None in starts else min(members, key=_start).first
    last = None if None in ends else max(members, key=_end).last
    return Edtf(first, last, "set", (), members)


def _start(date: Edtf) -> int:
    return date.earliest.sort_key if date.earliest else 0


def _end(date: Edtf) -> int:
    return date.latest.sort_key if date.latest else 0


def _member(text: str, part: str) -> Edtf:
    if ".." not in part:
        point = _point(part)
        return Edtf(point, point)
    ends = part.split("..")
    if len(ends) != 2 or not any(ends):
        raise ValueError(f"“{text}” holds “{part}”, which is not a range: write 1670..1672.")
    return _interval(text, [end or ".." for end in ends])


def _point(text: str) -> Point:
    year = _YEAR.fullmatch(text)
    if year and (text.startswith("Y") or year[6]):
        return _year(text, year)
    match = _DATE.fullmatch(text)
    if not match or match[2] == "-0000" or ("T" in text and (not match[8] or "X" in text)):
        raise ValueError(
            f"“{text}” is not an EDTF date: write 1888, 1888-05, 1888-05-12, 1888~, 188X "
            "or 1888/1890."
        )
    marks = {match[i] for i in (1, 3, 4, 6, 7, 9)}
    parts = (match[2], match[5] or "", match[8] or "")
    bounds = _bounds(text, *parts)
    return Point(*parts, bool(marks & {"~", "%"}), bool(marks & {"?", "%"}), *bounds)


def _year(text: str, match: re.Match[str]) -> Point:
    value = int(match[2] or match[5]) * 10 ** int(match[3] or 0)
    if match[2] and value < 10_000:
        raise ValueError(f"“{text}”: Y is for years of more than four digits; write {value:04d}.")
    if value >= 10**12 or (match[4] == "-" and value == 0):
        raise ValueError(f"“{text}” is outside the years that can be written.")
    value = -value if (match[1] or match[4]) else value
    marks = match[7]
    return Point(
        str(value),
        "",
        "",
        marks in ("~", "%") or bool(match[6]),
        marks in ("?", "%"),
        first_day(value),
        last_day(value),
    )


def _bounds(text: str, year: str, month: str, day: str) -> tuple[Day, Day]:
    sign = -1 if year.startswith("-") else 1
    digits = year.lstrip("-")
    ends = sorted((sign * int(digits.replace("X", "0")), sign * int(digits.replace("X", "9"))))
    if not month:
        return first_day(ends[0]), last_day(ends[1])
    if month.isdigit() and int(month) in _GROUPS and not day:
        return _group(ends, *_GROUPS[int(month)])
    months = [number for number in range(1, 13) if _fits(month, number)]
    earliest = _extreme(_years(digits, sign, ends[0], 1), months, day, 1)
    latest = _extreme(_years(digits, sign, ends[1], -1), months, day, -1)
    if earliest is None or latest is None:
        raise ValueError(f"“{text}” is not a day or month of the calendar.")
    return earliest, latest


def _group(ends: list[int], first: int, last: int) -> tuple[Day, Day]:
    """A season that runs into the next year counts to 31 December, as the strict bounds of
    python-edtf do."""
    return first_day(ends[0], first), last_day(ends[1], min(last, 12))


def _fits(pattern: str, number: int) -> bool:
    return all(p in ("X", d) for p, d in zip(pattern, f"{number:02d}", strict=True))


def _years(digits: str, sign: int, start: int, step: int) -> list[int]:
    """The first eight or so years of a pattern from one of its ends: enough to meet a leap year."""
    wild = [digits[i] == "X" for i in range(4)]
    years = range(start, start + step * (40 if any(wild) else 1), step)
    return [
        y
        for y in years
        if y * sign >= 0
        and all(w or a == b for w, a, b in zip(wild, digits, f"{abs(y):04d}", strict=False))
    ]


def _extreme(years: list[int], months: list[int], day: str, step: int) -> Day | None:
    for year in years:
        for month in months[::step]:
            days = range(1, days_in_month(year, month) + 1)
            fitting = [d for d in days if not day or _fits(day, d)]
            if fitting:
                return Day(year, month, fitting[::step][0])
    return None
