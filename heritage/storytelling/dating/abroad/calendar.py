"""Days, months, seasons and years."""

from __future__ import annotations

from .pieces import Pieces, Unsaid

_PARTS = {"初": "初", "中": "中期", "后期": "后期", "末": "末", "上半": "上半年", "下半": "下半年"}
_JOINTS = ("dash", "to")


def day(pieces: Pieces, part: str) -> str:
    """``12 March 1911``, ``March 12, 1911``, ``March 1911``, ``spring 1911``, ``5-10 May 1922``."""
    if said := pieces.take("said"):
        return "" if part else str(said.value)
    if season := pieces.take("season"):
        return "" if part else f"{_year_number(pieces)}年{season.value}"
    first = _days_and_month(pieces)
    if first is None:
        return ""
    start = pieces.at
    last = _days_and_month(pieces) if pieces.take(*_JOINTS) else None
    if last and (year := _maybe_year(pieces)):
        return "" if part else f"{year}年{first}至{last}"
    pieces.at = start
    pieces.take(",", "dash")
    return f"{_year_number(pieces)}年{first}{_PARTS[part] if part else ''}"


def _days_and_month(pieces: Pieces) -> str | None:
    """`3月12日`, `3月`, or `5月5日至10日`; None, and nothing taken, where none comes."""
    start = pieces.at
    days = [_day_number(pieces)]
    if days[0] and pieces.peek().kind in _JOINTS:
        pieces.next()
        days.append(0 if pieces.peek().kind == "month" else _day_number(pieces))
    month = pieces.take("month")
    if month is None:
        pieces.at = start
        return None
    if not days[0] and pieces.peek().kind in ("number", "ordinal") and _is_day(pieces):
        days = [_day_number(pieces)]
    return f"{month.value}月" + "至".join(f"{day}日" for day in days if day)


def _is_day(pieces: Pieces) -> bool:
    return len(str(pieces.peek().value)) <= 2


def _day_number(pieces: Pieces) -> int:
    """A day's number, taken; 0 where none comes."""
    if pieces.peek().kind in ("number", "ordinal") and _is_day(pieces):
        number = int(str(pieces.peek().value))
        if 1 <= number <= 31:
            pieces.next()
            return number
    return 0


def _maybe_year(pieces: Pieces) -> int:
    pieces.take(",")
    number = pieces.take("number")
    return int(str(number.value)) if number and len(str(number.value)) == 4 else 0


def _year_number(pieces: Pieces) -> int:
    number = _maybe_year(pieces)
    if not 1000 <= number <= 2199:
        raise Unsaid
    return number


def year(pieces: Pieces, part: str) -> str:
    """``1888``, ``AD 618``, ``214 BC``; ``60`` after ``1850``."""
    mark = pieces.take("ad", "bc")
    number = pieces.take("number")
    if number is None:
        return ""
    mark = mark or pieces.take("ad", "bc") or _mark_of_the_right(pieces)
    text, value = str(number.value), int(str(number.value))
    if mark:
        pieces.left = ("bc" if mark.kind == "bc" else "ad", value)
        said = f"{'公元前' if mark.kind == 'bc' else '公元'}{value}年"
    elif value and pieces.leant("ad") and value > pieces.leant("ad"):
        said = f"公元{value}年"
    else:
        value = _whole_year(text, value, pieces.leant("year"))
        pieces.left = ("year", value)
        said = f"公元{value}年"
    if part and part not in _PARTS:
        raise Unsaid
    return said + _PARTS.get(part, "")


def _whole_year(text: str, value: int, left: int) -> int:
    if len(text) == 2 and left and value > left % 100:
        return left - left % 100 + value
    if len(text) == 4 and 1000 <= value <= 2199:
        return value
    raise Unsaid


def _mark_of_the_right(pieces: Pieces):
    """BC that is said once for both: 221-206 BC."""
    joined = pieces.peek().kind in ("dash", "to") and pieces.peek(1).kind == "number"
    return pieces.peek(2) if joined and pieces.peek(2).kind == "bc" else None
