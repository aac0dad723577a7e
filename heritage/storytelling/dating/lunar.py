"""When the Chinese lunar year begins, and its months.

From 1645 (the 时宪历) months begin on the civil day, at Beijing, of the true new moon, and the
month without one of the twelve principal solar terms in a year of thirteen months is the leap
month; terms are the true ones (定气). Under the Ming the terms divided the year evenly (平气). Both
are computed here from the sky (see ``sky``); the seven Ming years in which the mean tables of the
大统历 chose another day are facts listed below. Checked day for day against the DILA time
authority's table of 1368-1911 in the tests.

Before the Ming the official calendars are not computed: ``year_bounds`` answers with the whole
Gregorian year widened to 20 February of the next, inside which each lunar year of a calendar that
begins with the month of 雨水 lies; where the law moved the start of the year (Qin and early Han,
Wang Mang, Wei 237-239, Wu Zetian 689-700, Tang 761) it is widened backwards. All days are proleptic
Gregorian.
"""

from __future__ import annotations

from functools import lru_cache
from math import floor
from typing import NamedTuple

from . import sky
from .day import Day

FIRST_COMPUTED, FIRST_OF_TRUE_TERMS, LAST_COMPUTED = 1368, 1645, 2100

_BEIJING = (116 + 25 / 60) / 360
_MING_SHIFTS = {1523: 1, 1524: 1, 1545: -29, 1571: 1, 1599: 1, 1600: -1, 1643: 1}
# (first year, last year, month of the year before in which the widened year begins)
_MOVED_STARTS = ((-255, -103, 10), (9, 23, 12), (237, 239, 12), (689, 700, 11), (761, 762, 11))


class Month(NamedTuple):
    """A lunar month: number 1-12, whether it is the leap month after it, Julian Day Number of its
    first day, and length."""

    number: int
    leap: bool
    start: int
    length: int


def _civil(moment: float) -> int:
    return floor(moment + _BEIJING + 0.5)


def _principal_terms(year: int) -> list[int]:
    """Civil days of the thirteen principal terms from the winter solstice before a year to the one
    in it."""
    start = sky.sun_reaches(270, Day(year - 1, 12, 21).julian_day)
    if year >= FIRST_OF_TRUE_TERMS:
        return [_civil(sky.sun_reaches((270 + 30 * i) % 360, start + 30.4 * i)) for i in range(13)]
    end = sky.sun_reaches(270, Day(year, 12, 21).julian_day)
    return [_civil(start + (end - start) * i / 12) for i in range(13)]


def _solstice_year(year: int) -> list[Month]:
    """Months from the one that holds the winter solstice of ``year - 1`` to the one before the next
    solstice's."""
    terms = _principal_terms(year)
    lunation = sky.lunation_before(terms[0] + 2.0)
    while _civil(sky.new_moon(lunation)) > terms[0]:
        lunation -= 1
    moons = [_civil(sky.new_moon(lunation + i)) for i in range(15)]
    count = max(i for i in range(15) if moons[i] <= terms[12])
    leap_due, number, months = count == 13, 11, []
    for i in range(count):
        empty = not any(moons[i] <= term < moons[i + 1] for term in terms)
        leap = leap_due and empty and i > 0
        leap_due = leap_due and not leap
        number = number if leap or i == 0 else number % 12 + 1
        months.append(Month(number, leap, moons[i], moons[i + 1] - moons[i]))
    return months


@lru_cache(maxsize=1024)
def new_year(year: int) -> Day:
    """The first day of the lunar year that mostly covers a Gregorian year from 1368 to 2100."""
    start = next(
        month.start for month in _solstice_year(year) if month.number == 1 and not month.leap
    )
    return Day.from_julian_day(start + _MING_SHIFTS.get(year, 0))


@lru_cache(maxsize=256)
def months(year: int) -> tuple[Month, ...]:
    """The months of a lunar year from 1645 to 2100, the first month first; empty for earlier
    years."""
    if not FIRST_OF_TRUE_TERMS <= year <= LAST_COMPUTED:
        return ()
    start, end = new_year(year).julian_day, new_year(year + 1).julian_day
    return tuple(
        month
        for month in _solstice_year(year) + _solstice_year(year + 1)
        if start <= month.start < end
    )


def year_bounds(year: int) -> tuple[Day, Day]:
    """First and last day of a lunar year: exact from 1368, widened as the module says before."""
    if FIRST_COMPUTED <= year < LAST_COMPUTED:
        return new_year(year), Day.from_julian_day(new_year(year + 1).julian_day - 1)
    for first, last, month in _MOVED_STARTS:
        if first <= year <= last:
            return Day(year - 1, month, 1), Day(year + 1, 2, 20)
    return Day(year, 1, 1), Day(year + 1, 2, 20)


def month_bounds(year: int, number: int, leap: bool = False) -> tuple[Day, Day] | None:
    """First and last day of a lunar month, or None where it is not computed or the year has no such
    month."""
    for month in months(year):
        if (month.number, month.leap) == (number, leap):
            return Day.from_julian_day(month.start), Day.from_julian_day(
                month.start + month.length - 1
            )
    return None
