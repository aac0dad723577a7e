"""Dates in Chinese words: ``公元前203年``, ``20世纪30年代``, ``1926年5月至9月``."""

from __future__ import annotations

from .edtf import Point

UNKNOWN = "年代不详"

_SEASONS = {
    **dict(enumerate("春夏秋冬" * 3, 21)),
    **{33 + i: f"第{number}季度" for i, number in enumerate("一二三四")},
    37: "1月至4月", 38: "5月至8月", 39: "9月至12月", 40: "上半年", 41: "下半年",
}  # fmt: skip
_TRADITIONAL = str.maketrans("约详纪后个间", "約詳紀後個間")


def traditional(text: str) -> str:
    """The few characters of these words that differ."""
    return text.translate(_TRADITIONAL)


def year(text: str) -> str:
    """``1888`` to 1888年, ``-0202`` to 公元前203年, ``193X`` to 20世纪30年代, ``19XX`` to
    20世纪."""
    bc, digits = text.startswith("-"), text.lstrip("-")
    known = digits.rstrip("X")
    if "X" in known or not known or (bc and digits.endswith("X") and len(known) != 2):
        return _spread(bc, digits)
    if len(digits) - len(known) == 2:
        return f"公元前{int(known) + 1}世纪" if bc else f"{int(known) + 1}世纪"
    if len(digits) - len(known) == 1:
        return _decade(int(known))
    if digits.endswith("X"):
        return _spread(bc, digits)
    number = 1 - int(text) if bc or int(text) == 0 else int(text)
    return (
        f"公元前{number}年"
        if bc or int(text) == 0
        else f"{'公元' if number < 100 else ''}{number}年"
    )


def _decade(tens: int) -> str:
    first = tens * 10
    return f"{first // 100 + 1}世纪{first % 100}年代" if first % 100 else f"{first}—{first + 9}年"


def _spread(bc: bool, digits: str) -> str:
    ends = [int(digits.replace("X", d)) for d in "09"]
    return f"公元前{ends[1] + 1}—前{ends[0] + 1}年" if bc else f"{ends[0]}—{ends[1]}年"


def _month(point: Point) -> str:
    if not point.month or (point.month == "XX" and point.day in ("", "XX")):
        return ""
    code = int(point.month) if point.month.isdigit() else 0
    if code > 12:
        return _SEASONS[code]
    return f"{code}月" if code else "某月"


def _day(point: Point) -> str:
    return f"{int(point.day)}日" if point.day.isdigit() else ""


def point(point: Point) -> str:
    return year(point.year) + _month(point) + _day(point)


def _plain_year(point: Point) -> bool:
    return "X" not in point.year and not point.month


def between(first: Point, last: Point) -> str:
    """``618—907年``, ``1926年5月至9月``, ``20世纪20至40年代``."""
    a, b = year(first.year), year(last.year)
    if _plain_year(first) and _plain_year(last):
        if a.startswith("公元前") and not b.startswith("公元前"):
            return between_texts(a, _common_era(b))
        return between_texts(a.removesuffix("年"), b.removeprefix("公元"))
    if a == b and first.month and last.month:
        same = first.month == last.month
        return point(first) + "至" + ("" if same else _month(last)) + _day(last)
    if (
        not (first.month or last.month)
        and a.endswith("年代")
        and b.endswith("年代")
        and a[:4] == b[:4]
    ):
        return f"{a.removesuffix('年代')}至{b.split('世纪')[1]}"
    return f"{point(first)}至{point(last)}"


def _common_era(year_words: str) -> str:
    return year_words if year_words.startswith("公元") else f"公元{year_words}"


def between_texts(first: str, last: str) -> str:
    return f"{first}—{last}"


def since(text: str, unknown: bool) -> str:
    return f"{text}起，终年不详" if unknown else f"{text}起"


def until(text: str, unknown: bool) -> str:
    return f"始年不详，至{text}" if unknown else f"{text}及以前"


def marked(text: str, approximate: bool, uncertain: bool) -> str:
    return ("约" if approximate else "") + text + ("（待核）" if uncertain else "")


def listed(texts: list[str], any_of: bool) -> str:
    return ("、" if not any_of else "或").join(texts)
