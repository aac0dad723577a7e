"""Years, months, days, decades and centuries of the common era."""

from __future__ import annotations

from dataclasses import replace

from .cursor import Cursor
from .day import Day, days_in_month, first_day, last_day
from .dynasties import part_of
from .span import Span, year_text, years
from .tokens import is_positional

LATEST_YEAR = 2199

_SEASONS = {"season_spring": 21, "season_summer": 22, "season_autumn": 23, "season_winter": 24}
_YEAR_PARTS = {
    "初": (1, 3),
    "前期": (1, 6),
    "中": (5, 8),
    "后期": (7, 12),
    "末": (10, 12),
    "上半": (1, 6),
    "下半": (7, 12),
}
_DAYS_OF_PART = {
    "初": (1, 10),
    "前期": (1, 10),
    "中": (11, 20),
    "后期": (21, 31),
    "末": (21, 31),
    "上半": (1, 15),
    "下半": (16, 31),
}
_YEARS_OF_DECADE = {
    "初": (0, 3), "前期": (0, 4), "中": (3, 6), "后期": (5, 9), "末": (7, 9), "上半": (0, 4),
    "下半": (5, 9), "中后期": (3, 9), "前中期": (0, 6),
}  # fmt: skip
_XUN = {"xun_early": (1, 10), "xun_middle": (11, 20), "xun_late": (21, 31)}


def read(cursor: Cursor, left: Span | None = None) -> Span | None:
    """A date of the common era at the cursor; ``left`` is the start of the range it ends, if
    any."""
    start = cursor.at
    era = _era_mark(cursor)
    after_mark = cursor.at
    ways = (
        lambda: _century(cursor, era, left),
        lambda: _decade(cursor, left),
        lambda: _year(cursor, era, left),
    )
    for way in ways if era else (*ways, lambda: _shortened(cursor, left)):
        cursor.at = after_mark
        span = way()
        if span is not None:
            return span
    cursor.at = start
    return None


def _era_mark(cursor: Cursor) -> str:
    if cursor.take("bc") or (cursor.peek(1).kind == "number" and cursor.take_word("before", "前")):
        return "bc"
    return "ad" if cursor.take("ad") else ""


def _century(cursor: Cursor, era: str, left: Span | None) -> Span | None:
    named = cursor.take("century")
    number = named.value if named else cursor.number_before("century_word")
    if not isinstance(number, int) or not 1 <= number <= 22:
        return None
    if era == "bc" or (
        left and left.get("bc") and not era and number < int(str(left.get("century") or 0))
    ):
        return _part_of_century(cursor, -100 * number + 1, f"-{number - 1:02d}XX", number, True)
    low = 100 * (number - 1)
    decade = cursor.number_before("decade_word")
    if decade is not None:
        return _decade_span(cursor, low + decade) if decade in range(0, 100, 10) else None
    return _part_of_century(cursor, low, f"{number - 1:02d}XX", number, False)


def _part_of_century(cursor: Cursor, low: int, text: str, number: int, bc: bool) -> Span:
    whole = years(low, low + 99, "century", century=number, bc=bc)
    cursor.take("suffix")
    part = cursor.take("part")
    if not part:
        return replace(whole, first=text, last=text)
    first, last = part_of("", str(part.value), low, low + 99)
    return replace(
        years(first, last, "century", century=number, bc=bc),
        vague=part.value not in ("上半", "下半"),
    )


def _decade(cursor: Cursor, left: Span | None) -> Span | None:
    start = cursor.at
    number = cursor.number_before("decade_word")
    if number is None:
        return None
    century = left.get("century") if left and not left.get("bc") else None
    if isinstance(century, int) and number in range(0, 100, 10):
        number += 100 * (century - 1)
    if 1000 <= number <= LATEST_YEAR and number % 10 == 0:
        return _decade_span(cursor, number)
    cursor.at = start
    return None


def _decade_span(cursor: Cursor, first: int) -> Span:
    context = {"century": first // 100 + 1}
    part = cursor.take("part")
    if part:
        low, high = (first + year for year in _YEARS_OF_DECADE[str(part.value)])
        return replace(
            years(low, high, "decade", **context), vague=part.value not in ("上半", "下半")
        )
    text = year_text(first)[:3] + "X"
    return replace(years(first, first + 9, "decade", **context), first=text, last=text)


def _year(cursor: Cursor, era: str, left: Span | None) -> Span | None:
    token = cursor.peek()
    if token.kind != "number" or not isinstance(token.value, int):
        return None
    cursor.at += 1
    bare = cursor.take_word("suffix", "年") is None
    if bare and cursor.peek().kind in ("month_word", "day_word", "century_word", "decade_word"):
        return None
    year = _which_year(token.value, len(token.text), is_positional(token), bare, era, left)
    if year is None:
        return None
    span = replace(years(year, year, "year", year=year, bc=year < 1), strong=not bare or bool(era))
    return _within_year(cursor, span, year) if not bare else span


def _which_year(
    value: int, digits: int, positional: bool, bare: bool, era: str, left: Span | None
) -> int | None:
    if era == "bc":
        return 1 - value if 1 <= value <= 9999 else None
    if era == "ad":
        return value if 1 <= value <= LATEST_YEAR else None
    if left and left.get("bc") and value <= -int(str(left.get("year") or 0)):
        return 1 - value if value else None
    if left and digits == 2 and positional and left.get("year") and not left.get("bc"):
        base = int(str(left.get("year")))
        return base - base % 100 + value if base >= 1000 and value > base % 100 else None
    if left and digits == 1 and positional and isinstance(base := left.get("year"), int):
        return base + 1 if base >= 1000 and value == base % 10 + 1 else None
    whole = digits == 4 or (digits == 3 and not bare) if positional else value >= 1000
    return value if whole and 100 <= value <= LATEST_YEAR else None


def _within_year(cursor: Cursor, span: Span, year: int) -> Span | None:
    lunar = cursor.take("lunar")
    if cursor.peek().kind == "number" and cursor.peek(1).kind == "month_word":
        month = cursor.number_before("month_word") or 0
        if lunar:
            cursor.number_before("day_word")
            return replace(span, latest=Day(year + 1, 2, 28))
        return _within_month(cursor, year, month)
    for kind, code in _SEASONS.items():
        if cursor.take(kind) or (code == 22 and cursor.take_word("dynasty", "夏")):
            return _season(year, code)
    part = cursor.take("part")
    if part and part.value in _YEAR_PARTS:
        first, last = _YEAR_PARTS[str(part.value)]
        return replace(months(year, first, year, last), vague=part.value not in ("上半", "下半"))
    return span


def _season(year: int, code: int) -> Span:
    text = f"{year_text(year)}-{code}"
    latest = last_day(year + 1, 2) if code == 24 else last_day(year, 3 * (code - 20) + 2)
    return Span(text, text, first_day(year, 3 * (code - 20)), latest, "season", (("year", year),))


def months(year: int, month: int, last_year: int, last_month: int) -> Span:
    """From one month through another."""
    texts = [f"{year_text(y)}-{m:02d}" for y, m in ((year, month), (last_year, last_month))]
    context = (("year", last_year), ("month", last_month))
    return Span(
        texts[0],
        texts[1],
        first_day(year, month),
        last_day(last_year, last_month),
        "month",
        context,
    )


def _days(year: int, month: int, first: int, last: int) -> Span:
    a, b = Day(year, month, first), Day(year, month, min(last, days_in_month(year, month)))
    return Span(a.isoformat(), b.isoformat(), a, b, "day", (("year", year), ("month", month)))


def _within_month(cursor: Cursor, year: int, month: int) -> Span | None:
    if not 1 <= month <= 12:
        return None
    for kind, (first, last) in _XUN.items():
        if cursor.take(kind):
            return _days(year, month, first, last)
    if cursor.peek().kind == "number" and cursor.peek(1).kind in ("day_word", "dash", "end"):
        day = cursor.number_before("day_word") or _bare_day(cursor)
        return _days(year, month, day, day) if 1 <= day <= days_in_month(year, month) else None
    part = cursor.take("part")
    if part and part.value in _DAYS_OF_PART:
        return _days(year, month, *_DAYS_OF_PART[str(part.value)]).marked(vague=True)
    return months(year, month, year, month)


def _bare_day(cursor: Cursor) -> int:
    token = cursor.take("number")
    return token.value if token and isinstance(token.value, int) else 0


def _shortened(cursor: Cursor, left: Span | None) -> Span | None:
    """``9月`` after ``1926年5月``, ``10日`` after ``1922年5月5日``."""
    year, month = (left.get("year"), left.get("month")) if left else (None, None)
    if not isinstance(year, int):
        return None
    new_month = cursor.number_before("month_word")
    if new_month is not None:
        return _within_month(cursor, year, new_month)
    day = cursor.number_before("day_word") if isinstance(month, int) else None
    if day is None or not isinstance(month, int) or not 1 <= day <= days_in_month(year, month):
        return None
    return _days(year, month, day, day)


def within_year(cursor: Cursor, year: int) -> Span | None:
    """What follows a year already read (民国五年三月): its month and day, season or part."""
    return _within_year(cursor, years(year, year, "year", year=year, bc=year < 1), year)
