"""Reign years and eras: ``清光绪十四年``, ``光绪戊子年``, ``康熙年间``."""

from __future__ import annotations

from dataclasses import replace

from . import gregorian, lunar, periods
from .cursor import Cursor
from .day import Day, first_day, last_day
from .dynasties import part_of
from .eras import Era, days_of, find, find_by_cycle
from .eras_japan import FIRST_GREGORIAN, JAPAN
from .numerals import year_cycle_index
from .span import Span, year_text


def read(cursor: Cursor, left: Span | None = None) -> Span | None:
    """A reign or dynasty at the cursor; ``left`` is the start of the range it ends, if any."""
    start = cursor.at
    span = _shortened(cursor, left)
    if span is None:
        cursor.at = start
        dynasties = _dynasties(cursor)
        span = (
            _named(cursor, dynasties)
            if cursor.peek().kind == "era"
            else periods.read(cursor, dynasties)
        )
    if span is None:
        cursor.at = start
    return span


def _dynasties(cursor: Cursor) -> tuple[str, ...]:
    """The dynasty words that stand before an era name, or the first of a row of them."""
    names, resume = [], cursor.at
    while token := cursor.take("dynasty"):
        names.append(str(token.value))
        after_first = cursor.at
        cursor.take_word("suffix", "代", "朝", "时期", "时", "帝")
        cursor.take("emperor")
        if cursor.peek().kind == "era":
            return tuple(names)
        if len(names) == 1:
            resume = after_first
    cursor.at = resume
    return tuple(names[:1])


def _named(cursor: Cursor, dynasties: tuple[str, ...]) -> Span | None:
    name = str(cursor.peek().value)
    cursor.at += 1
    if name == "太平天国" and cursor.peek().kind not in ("number", "cycle"):
        cursor.at -= 1
        return periods.read(cursor, ("太平天国",))
    after_name = cursor.at
    span = _reign_year(cursor, name, dynasties)
    if span is None:
        cursor.at = after_name
        span = _whole_era(cursor, name, dynasties)
    return span


def _reign_year(cursor: Cursor, name: str, dynasties: tuple[str, ...]) -> Span | None:
    said = cursor.take_word("suffix", "岁次") is not None
    cycle = cursor.take("cycle")
    if cycle and isinstance(cycle.value, int):
        cursor.take_word("suffix", "年", "岁")
        found = find_by_cycle(name, cycle.value, dynasties)
        return _in_reign(cursor, *found) if found else None
    token = cursor.peek()
    if said or token.kind != "number" or cursor.peek(1).kind in ("decade_word", "century_word"):
        return None
    cursor.at += 1
    bare = not (cursor.take_word("suffix", "年") or cursor.take("era_year"))
    era = find(name, token.value, dynasties) if isinstance(token.value, int) else None
    if era is None or not isinstance(token.value, int):
        return None
    span = _in_reign(cursor, era, token.value)
    return replace(span, strong=not bare) if span else None


def _in_reign(cursor: Cursor, era: Era, number: int) -> Span | None:
    year = era.first + number - 1
    cursor.take_word("suffix", "岁次", "岁")
    cycle = cursor.take("cycle")
    wrong = cycle is not None and cycle.value != year_cycle_index(year)
    if cycle:
        cursor.take_word("suffix", "年", "岁")
    return _lunar_date(cursor, era, number, wrong)


def _lunar_date(cursor: Cursor, era: Era, number: int, wrong: bool) -> Span | None:
    """The year, or the month and day in it where the calendar is computed; a season or part of the
    year is not narrowed."""
    year = era.first + number - 1
    if era.dynasty == JAPAN and year >= FIRST_GREGORIAN:
        return gregorian.within_year(cursor, year)
    own_calendar = era.dynasty in ("太平天国", JAPAN)
    first, last = (
        (first_day(year), Day(year + 1, 2, 20)) if own_calendar else days_of(era.name, year, year)
    )
    context = (("era", era), ("reign_year", number))
    span = Span(year_text(year), year_text(year), first, last, "reign", context, doubtful=wrong)
    if cursor.take("season_spring", "season_autumn", "season_summer", "season_winter", "part"):
        return span
    leap = cursor.take("leap") is not None
    month = cursor.number_before("month_word")
    if month is None:
        return span
    day = cursor.number_before("day_word") or _last_number(cursor)
    return span if own_calendar else _in_month(span, year, month, leap, day)


def _last_number(cursor: Cursor) -> int | None:
    """``八月十九``: a day without its word, at the end or before a dash."""
    token = cursor.peek()
    if cursor.peek(1).kind not in ("dash", "end") or not isinstance(token.value, int):
        return None
    return token.value if cursor.take("number") else None


def _in_month(span: Span, year: int, month: int, leap: bool, day: int | None) -> Span | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 30):
        return None
    span = replace(span, context=(*span.context, ("lunar_month", month)))
    bounds = lunar.month_bounds(year, month, leap)
    if bounds is None:
        return None if lunar.months(year) else span
    first, last = bounds
    if day is not None:
        first = last = Day.from_julian_day(first.julian_day + day - 1)
        if first > bounds[1]:
            return None
    return replace(
        span, first=first.isoformat(), last=last.isoformat(), earliest=first, latest=last
    )


def _whole_era(cursor: Cursor, name: str, dynasties: tuple[str, ...]) -> Span | None:
    token = cursor.peek()
    if token.kind in ("number", "cycle"):
        return None
    era = find(name, None, dynasties)
    if era is None:
        return None
    said = cursor.take_word(
        "suffix", "年间", "时期", "时代", "年", "时", "朝", "间", "期间", "年号", "之际", "之间"
    )
    part = cursor.take("part")
    first, last = era.first, era.last
    if part:
        first, last = _part_of_era(str(part.value), first, last)
    said = cursor.take_word("suffix", "年间", "时期", "时代") or said
    context = (("era_name", name),)
    text = year_text(first), year_text(last)
    bounds = _bounds(era, first, last)
    return Span(
        *text,
        *bounds,
        "era",
        context,
        vague=part is not None,
        strong=bool(said or part or dynasties),
    )


def _bounds(era: Era, first: int, last: int) -> tuple[Day, Day]:
    """First and last day of a row of an era's years."""
    if era.dynasty != JAPAN:
        return days_of(era.name, first, last)
    return first_day(first), (last_day(last) if last >= FIRST_GREGORIAN else Day(last + 1, 2, 20))


def _part_of_era(part: str, first: int, last: int) -> tuple[int, int]:
    few = max(1, min(10, (last - first + 1) // 3))
    if part == "初":
        return first, first + few - 1
    return (last - few + 1, last) if part == "末" else part_of("", part, first, last)


def _shortened(cursor: Cursor, left: Span | None) -> Span | None:
    """``二十年`` after ``光绪十四年``, ``五月`` after ``光绪十四年三月``, ``八年`` after
    ``民国五年``, ``道光年间`` after ``清嘉庆``."""
    if left is None or cursor.peek().kind not in ("number", "leap"):
        return None
    era, number = left.get("era"), left.get("reign_year")
    if (
        left.get("lunar_month")
        and isinstance(era, Era)
        and isinstance(number, int)
        and _month_comes(cursor)
    ):
        return _lunar_date(cursor, era, number, False)
    year = cursor.number_before("suffix", "年")
    if year is None or year > periods.LONGEST_REPUBLIC:
        return None
    if isinstance(number := left.get("republic") or number, int) and _is_next_digit(number, year):
        year = number + 1
    if left.get("republic"):
        return periods.republic_year(cursor, year)
    return _in_reign(cursor, era, year) if isinstance(era, Era) and 1 <= year <= era.years else None


def _is_next_digit(number: int, digit: int) -> bool:
    """``十四、五年``: only the last digit of the following year is said."""
    return number > 10 and digit == number % 10 + 1


def _month_comes(cursor: Cursor) -> bool:
    return cursor.peek().kind == "leap" or cursor.peek(1).kind == "month_word"
