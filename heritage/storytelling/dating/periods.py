"""Dynasties, periods and the Republic: ``清末``, ``清代1888年``, ``民国五年三月``."""

from __future__ import annotations

from dataclasses import replace

from . import gregorian
from .cursor import Cursor
from .day import first_day
from .dynasties import PERIODS, part_of
from .numerals import year_cycle_index
from .span import Span, years

LONGEST_REPUBLIC, YEARS_ON_THE_MAINLAND = 120, 38


def read(cursor: Cursor, dynasties: tuple[str, ...]) -> Span | None:
    """What follows a dynasty or period already taken; it is the first of ``dynasties``."""
    if not dynasties:
        return None
    name = dynasties[0]
    if name == "太平天国" and cursor.peek().kind == "era":
        cursor.at += 1
    if name == "民国" and cursor.peek().kind in ("number", "cycle"):
        return _republic(cursor)
    if name not in PERIODS:
        return None
    said = cursor.take("suffix") is not None
    return _dated_within(cursor, name) or _period_span(cursor, name, said)


def _dated_within(cursor: Cursor, name: str) -> Span | None:
    """``清代1888年``: the year is the date; a year outside the dynasty is doubtful."""
    if cursor.peek().kind != "number":
        return None
    span, whole = gregorian.read(cursor), _whole_period(name)
    if span is None or span.earliest is None or span.latest is None:
        return span
    outside = (whole.latest and span.earliest > whole.latest) or (
        whole.earliest and span.latest < whole.earliest
    )
    return span.marked(doubtful=bool(outside))


def _whole_period(name: str) -> Span:
    first, last = PERIODS[name]
    span = years(first if first is not None else 0, last if last is not None else 0, "period")
    if first is None or first < -9999:
        span = replace(span, first="..", earliest=None if first is None else first_day(first))
    return replace(span, last="..", latest=None) if last is None else span


def _period_span(cursor: Cursor, name: str, said: bool) -> Span:
    span = _whole_period(name)
    part = cursor.take("part")
    cursor.take("suffix")
    first, last = PERIODS[name]
    if part and first is not None and last is not None and first >= -9999:
        span = replace(years(*part_of(name, str(part.value), first, last), "period"), vague=True)
    if name == "建国初":
        span = span.marked(vague=True)
    long = len(name) >= 2 and name not in ("大理", "现代", "南越", "建国", "近现代")
    return replace(span, context=(("period", name),), strong=said or part is not None or long)


def _republic(cursor: Cursor) -> Span | None:
    token = cursor.take("number", "cycle")
    if token is None or not isinstance(token.value, int):
        return None
    if token.kind == "cycle":
        cursor.take_word("suffix", "年")
        number = 1 + (token.value - year_cycle_index(1912)) % 60
        return republic_year(cursor, number) if number <= YEARS_ON_THE_MAINLAND else None
    if token.value > LONGEST_REPUBLIC:
        cursor.at -= 1
        return _dated_within(cursor, "民国")
    bare = cursor.take_word("suffix", "年") is None
    if bare and cursor.peek().kind in ("decade_word", "century_word", "month_word"):
        return None
    span = republic_year(cursor, token.value)
    return replace(span, strong=not bare) if span else None


def republic_year(cursor: Cursor, number: int) -> Span | None:
    """A year of the Republic, whose calendar is the Gregorian, and the month and day after it."""
    if not 1 <= number <= LONGEST_REPUBLIC:
        return None
    span = gregorian.within_year(cursor, 1911 + number)
    return replace(span, context=(*span.context, ("republic", number))) if span else None
