"""Numbers and cyclical signs as Chinese sources write them."""

from __future__ import annotations

DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"两": 2}
TENS = {"十": 10, "廿": 20, "卅": 30, "卌": 40}
CHARACTERS = "".join(DIGITS) + "".join(TENS) + "百千"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def number(text: str) -> int | None:
    """The value of a numeral: ``14``, ``十四``, ``廿四``, ``一百零五``, ``一九二三``, ``元``,
    ``正``; None if it is none."""
    if text in ("元", "正"):
        return 1
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 9 else None
    if not text or len(text) > 12:
        return None
    if all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    return _structured(text)


def _structured(text: str) -> int | None:
    """``一千八百八十八``, ``四十七``, ``廿四``: each unit smaller than the one before."""
    total, pending, ceiling = 0, None, 10_000
    for character in text:
        if character in DIGITS:
            if pending:
                return None
            pending = DIGITS[character]
            continue
        unit = {"百": 100, "千": 1000}.get(character, TENS.get(character, 0))
        size = 10 if character in TENS else unit
        if not unit or size >= ceiling or (pending and character in "廿卅卌"):
            return None
        total += unit * (pending or 1)
        ceiling, pending = size, None
    return total + (pending or 0)


def cycle_index(text: str) -> int | None:
    """The place, 0-59, of a cyclical sign (甲子 is 0) or None for a pair that does not occur."""
    if len(text) != 2 or text[0] not in STEMS or text[1] not in BRANCHES:
        return None
    stem, branch = STEMS.index(text[0]), BRANCHES.index(text[1])
    return (6 * stem - 5 * branch) % 60 if (stem - branch) % 2 == 0 else None


def year_cycle_index(year: int) -> int:
    """The place in the cycle of sixty of the lunar year that mostly covers a Gregorian year (4 is
    甲子)."""
    return (year - 4) % 60
