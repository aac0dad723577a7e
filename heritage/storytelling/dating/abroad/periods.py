"""Centuries, decades, dynasties and reigns."""

from __future__ import annotations

from .cutting import Piece
from .pieces import Pieces, Unsaid

_OF_CENTURY = {
    "": "", "初": "初", "中": "中期", "后期": "后期", "末": "末", "中后期": "中后期",
    "前中期": "早中期", "上半": "上半叶", "下半": "下半叶",
}  # fmt: skip
_OF_DYNASTY = {
    "初": "初", "中": "中期", "后期": "晚期", "末": "末", "中后期": "中后期", "前中期": "早中期",
    "上半": "上半期", "下半": "下半期",
}  # fmt: skip
_ROMAN = {"i": 1, "v": 5, "x": 10}
_NUMBERS = ("ordinal", "roman")
_JOINTS = ("dash", "slash", "to", "and", "and_to")
REPUBLIC = "民国"


def century(pieces: Pieces, part: str) -> str:
    """``19th century``, ``século XIX``, ``C19``; ``18th`` before ``to 19th century``."""
    number = _century_number(pieces)
    if not number:
        return ""
    if number > 22:
        raise Unsaid
    pieces.left = ("century", number)
    mark = pieces.take("ad", "bc")
    if part.startswith("quarter"):
        if mark:
            raise Unsaid
        first = 100 * (number - 1) + 25 * (int(part[-1]) - 1)
        return f"公元{first}年至{first + 24}年"
    era = "公元前" if mark and mark.kind == "bc" else "公元" if mark else ""
    return f"{era}{number}世纪{_OF_CENTURY[part]}"


def _century_number(pieces: Pieces) -> int:
    if piece := pieces.take("century_of"):
        return int(str(piece.value))
    if pieces.take("century"):
        piece = pieces.take("ordinal", "roman", "number")
        return _number(piece) if piece else 0
    piece = pieces.take(*_NUMBERS)
    if piece is None:
        return 0
    if pieces.peek().kind == "dash" and pieces.peek(1).kind == "century":
        pieces.next()
    if pieces.take("century") or pieces.leant("century"):
        return _number(piece)
    return _number(piece) if _is_shared(pieces) else 0


def _is_shared(pieces: Pieces) -> bool:
    """Whether the word “century” comes once for two: late 18th to early 19th century."""
    ahead = 0
    if pieces.peek().kind not in _JOINTS:
        return False
    ahead += 1
    while pieces.peek(ahead).kind in ("part", "approx", "dash"):
        ahead += 1
    if pieces.peek(ahead).kind == "ordinal" and pieces.peek(ahead + 1).kind in ("half", "quarter"):
        ahead += 2
    is_number = pieces.peek(ahead).kind in _NUMBERS
    return is_number and "century" in (pieces.peek(ahead + 1).kind, pieces.peek(ahead + 2).kind)


def _number(piece: Piece) -> int:
    """The number of an ordinal, a figure or a Roman numeral; Unsaid for none such."""
    text = str(piece.value)
    if text.isdigit():
        return int(text)
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -one if one < max(values[at + 1 :], default=0) else one for at, one in enumerate(values)
    )


def decade(pieces: Pieces, part: str) -> str:
    """``1890s``; ``1900s``, which may be the century, is said only where both readings agree."""
    first = _decade_number(pieces)
    if not first:
        return ""
    if not 1000 <= first <= 2100 or part.startswith("quarter"):
        raise Unsaid
    pieces.left = ("decade", first)
    if first % 100 == 0:
        if part not in ("", "初"):
            raise Unsaid
        return f"{first // 100 + 1}世纪{part}"
    return f"{first}年代{_OF_CENTURY[part]}"


def _decade_number(pieces: Pieces) -> int:
    if pieces.take("decade_word"):
        number = pieces.take("number")
        first = int(str(number.value)) if number else 0
        if first < 1000 or first % 10 or first % 100 == 0:
            raise Unsaid
        return first
    piece = pieces.take("decade")
    first, left = int(str(piece.value)) if piece else 0, pieces.leant("decade")
    if piece and first < 100:
        if first <= left % 100:
            raise Unsaid
        first += left - left % 100
    return first


def reign(pieces: Pieces, part: str) -> str:
    """``Ming``, ``late Qing dynasty``, ``Qianlong reign``, ``14th year of Guangxu``."""
    year = _year_before(pieces)
    pieces.take("reign_word")
    house = pieces.take("dynasty")
    if house:
        worded = pieces.take("dynasty_word", "reign_word") is not None
        if pieces.peek().kind != "reign":
            return _dynasty(pieces, str(house.value), part, year, worded)
    name = pieces.take("reign")
    if name is None:
        return ""
    pieces.take("reign_word", "dynasty_word")
    said = str(name.value)
    house = house or pieces.take("dynasty")
    if house and not said.startswith(str(house.value)):
        raise Unsaid
    pieces.take("dynasty_word")
    return said + (_year_after(pieces, year, part) or (_OF_DYNASTY[part] if part else "年间"))


def _dynasty(pieces: Pieces, name: str, part: str, year: int, worded: bool) -> str:
    if name == REPUBLIC and (said := _year_after(pieces, year, part)):
        return name + said
    if year or part.startswith("quarter"):
        raise Unsaid
    return name + (_OF_DYNASTY[part] if part else "时期" if worded else "")


def _year_before(pieces: Pieces) -> int:
    if pieces.peek().kind == "ordinal" and pieces.peek(1).kind == "year_word":
        number = pieces.next()
        pieces.next()
        return int(str(number.value))
    kinds = [pieces.peek(ahead).kind for ahead in range(3)]
    if kinds[:2] == ["year_word", "number"] and kinds[2] in ("reign", "reign_word", "dynasty"):
        pieces.next()
        return int(str(pieces.next().value))
    return 0


def _year_after(pieces: Pieces, year: int, part: str) -> str:
    if not year:
        pieces.take("year_word")
        is_year = len(str(pieces.peek().value)) <= 2
        number = pieces.take("number", "ordinal") if is_year else None
        pieces.take("year_word")
        year = int(str(number.value)) if number else 0
    if year and part:
        raise Unsaid
    return f"{year}年" if year else ""
