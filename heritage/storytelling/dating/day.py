"""A day of the proleptic Gregorian calendar that may lie before the year 1, which ``datetime.date``
cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


def days_in_month(year: int, month: int) -> int:
    """Days in a month, 1-12, of an astronomical year (0 is 1 BC)."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@dataclass(frozen=True, eq=False, slots=True)
class Day:
    """One day: ``Day(-202, 1, 1)`` is 1 January 203 BC (astronomical numbering, year 0 is 1 BC).

    Ordered; equal to, ordered with and hashed like the ``datetime.date`` of the same day. It also
    equals its own ISO string, as a convenience for reading and testing only: its hash is that of
    the date, so do not mix it with strings in one set. Raises ValueError for a day that does not
    exist.
    """

    year: int
    month: int = 1
    day: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12 or not 1 <= self.day <= days_in_month(self.year, self.month):
            raise ValueError(
                f"There is no day {self.day} in month {self.month} of the year {self.year}."
            )

    @property
    def sort_key(self) -> int:
        """A whole number in the order of time. Stone-age years need 64 bits."""
        return self.year * 10000 + self.month * 100 + self.day

    @property
    def julian_day(self) -> int:
        """The Julian Day Number at noon of this day."""
        shift = (14 - self.month) // 12
        y, m = self.year + 4800 - shift, self.month + 12 * shift - 3
        return self.day + (153 * m + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 32045

    @classmethod
    def from_julian_day(cls, number: int) -> Day:
        """The day of a Julian Day Number; after E. G. Richards, *Explanatory Supplement to the
        Astronomical Almanac*."""
        a = number + 32044
        b = (4 * a + 3) // 146097
        c = a - 146097 * b // 4
        d = (4 * c + 3) // 1461
        e = c - 1461 * d // 4
        m = (5 * e + 2) // 153
        return cls(100 * b + d - 4800 + m // 10, m + 3 - 12 * (m // 10), e - (153 * m + 2) // 5 + 1)

    def isoformat(self) -> str:
        """``1894-02-06``; ``-0202-01-01`` before the year 0."""
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"

    def __str__(self) -> str:
        return self.isoformat()

    def __hash__(self) -> int:
        return (
            hash(date(self.year, self.month, self.day))
            if 1 <= self.year <= 9999
            else hash(self.sort_key)
        )

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            return self.isoformat() == other
        key = _key(other)
        return NotImplemented if key is None else self.sort_key == key

    def __lt__(self, other: object) -> bool:
        key = _key(other)
        return NotImplemented if key is None else self.sort_key < key

    def __le__(self, other: object) -> bool:
        key = _key(other)
        return NotImplemented if key is None else self.sort_key <= key

    def __gt__(self, other: object) -> bool:
        key = _key(other)
        return NotImplemented if key is None else self.sort_key > key

    def __ge__(self, other: object) -> bool:
        key = _key(other)
        return NotImplemented if key is None else self.sort_key >= key


def _key(other: object) -> int | None:
    if isinstance(other, Day):
        return other.sort_key
    if isinstance(other, str):
        return _string_key(other)
    if isinstance(other, date) and not isinstance(other, datetime):
        return other.year * 10000 + other.month * 100 + other.day
    return None


def _string_key(text: str) -> int | None:
    sign, rest = (-1, text[1:]) if text.startswith("-") else (1, text)
    parts = rest.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return sign * int(parts[0]) * 10000 + int(parts[1]) * 100 + int(parts[2])


def first_day(year: int, month: int = 1) -> Day:
    """The first day of a year or of one of its months."""
    return Day(year, month, 1)


def last_day(year: int, month: int = 12) -> Day:
    """The last day of a year or of one of its months."""
    return Day(year, month, days_in_month(year, month))
