"""Cut a plain text into tokens, the longest known word first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dynasties import PERIODS
from .eras import BY_NAME
from .numerals import BRANCHES, CHARACTERS, DIGITS, STEMS, cycle_index, number
from .vocabulary import LONGEST, WORDS


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its kind (``number``, ``era``, ``dynasty``, ``part``, ``dash`` ... ``rest`` for
    what is not known)."""

    kind: str
    value: object
    text: str = ""


_ISO = re.compile(
    r"(?<![0-9])([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?|[./](1[0-2]|0?[1-9])(?:[./]([0-3]?[0-9]))?)(?![0-9年月日世./]|-[0-9]{1,2}(?![0-9]))"
)
_BROKEN = re.compile(r"[0-9]{1,3}[?xX×□]+(?=[0-9年月日])")
_ARABIC = re.compile(r"[0-9]{1,9}")
_CHINESE = re.compile(f"[{CHARACTERS}]{{1,12}}|元(?=年(?![间代])|月)|正(?=月)")
_CYCLE = re.compile(f"[{STEMS}][{BRANCHES}]")
_LUNAR_DAY = re.compile(r"初([一二三四五六七八九十])(?!年|期|叶)")
_TWO_DECADES = re.compile(r"([二三四五六七八])、?([三四五六七八九])十年代")
_NEEDS_NUMBER = re.compile(
    r"(?:元年|[〇一二三四五六七八九十廿卅0-9]|年间|初年|末年|中期|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])"
)
_UNITS = ("suffix", "month_word", "day_word", "century_word", "decade_word")
_SPECIAL_NUMBERS = {"腊": 12, "冬": 11}


def tokens(text: str) -> list[Token]:
    """Tokens of a text in plain characters (see ``characters.plain``), in order; linear in its
    length."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        step, new = _next(text, at)
        found.extend(new)
        at += step
    return _share_units(_great_dynasty(found))


def _next(text: str, at: int) -> tuple[int, list[Token]]:
    for reader in (
        _read_iso,
        _read_broken,
        _read_counted_word,
        _read_number,
        _read_cycle,
        _read_word,
    ):
        answer = reader(text, at)
        if answer:
            return answer
    return 1, [Token("rest", text[at], text[at])]


def _read_iso(text: str, at: int) -> tuple[int, list[Token]] | None:
    match = _ISO.match(text, at)
    if not match:
        return None
    year, month, day = match[1], match[2] or match[4], match[3] or match[5]
    found = [_number(year), Token("suffix", "年"), _number(month), Token("month_word", "月")]
    if day:
        found += [_number(day), Token("day_word", "日")]
    return len(match[0]), found


def _read_broken(text: str, at: int) -> tuple[int, list[Token]] | None:
    """``193?年``: a number with a digit that could not be read is no number."""
    match = _BROKEN.match(text, at)
    return (len(match[0]), [Token("rest", match[0], match[0])]) if match else None


def _read_counted_word(text: str, at: int) -> tuple[int, list[Token]] | None:
    """``三国``, ``五代``, ``一说``, ``辛亥革命``: words that begin like a number or a sign."""
    answer = _read_word(text, at) if text[at] in CHARACTERS + STEMS else None
    return answer if answer and answer[0] > 1 else None


def _number(text: str) -> Token:
    return Token("number", _SPECIAL_NUMBERS.get(text) or number(text), text)


def _read_number(text: str, at: int) -> tuple[int, list[Token]] | None:
    decades = _TWO_DECADES.match(text, at)
    if decades:
        pair = [[_number(digit + "十"), Token("decade_word", "年代")] for digit in decades.groups()]
        return len(decades[0]), [*pair[0], Token("dash", "-"), *pair[1]]
    lunar_day = _LUNAR_DAY.match(text, at)
    if lunar_day and at and text[at - 1] == "月":
        return 2, [_number(lunar_day[1]), Token("day_word", "日")]
    match = _ARABIC.match(text, at) or _CHINESE.match(text, at)
    return (len(match[0]), [_number(match[0])]) if match else None


def _read_cycle(text: str, at: int) -> tuple[int, list[Token]] | None:
    match = _CYCLE.match(text, at)
    index = cycle_index(match[0]) if match else None
    return None if index is None else (2, [Token("cycle", index, text[at : at + 2])])


def _read_word(text: str, at: int) -> tuple[int, list[Token]] | None:
    for length in range(min(LONGEST, len(text) - at), 0, -1):
        word = text[at : at + length]
        meaning = WORDS.get(word)
        if meaning and not _only_looks_like(word, meaning[0][0], text, at + length):
            return length, [
                _number(str(v)) if kind == "number" else Token(kind, v, word) for kind, v in meaning
            ]
    return None


def _only_looks_like(word: str, kind: object, text: str, end: int) -> bool:
    """``宋至元`` is a range and not the era 至元, ``元初`` the early Yuan; 月初五 is a day; in
    ``元延祐`` the era is 延祐 and not 元延."""
    if word == "月初":
        return text[end : end + 1] in CHARACTERS and end < len(text)
    if kind == "era" and word[0] in PERIODS and text[end - 1 : end + 1] in BY_NAME:
        return True
    if kind == "era" and (word[0] == "至" or word == "元初"):
        return not _NEEDS_NUMBER.match(text, end)
    return False


def _great_dynasty(found: list[Token]) -> list[Token]:
    """``大明嘉靖三年`` means the Ming; the era 大明 of the Liu Song is read after its dynasty."""
    ming = Token("dynasty", "明", "大明")
    return [
        ming if token.value == "大明" and not (i and found[i - 1].kind == "dynasty") else token
        for i, token in enumerate(found)
    ]


def _share_units(found: list[Token]) -> list[Token]:
    """``1920-1921年`` says 年 once for both: give the first number the unit of the second."""
    shared: list[Token] = []
    for i, token in enumerate(found):
        shared.append(token)
        rest = found[i + 1 : i + 4]
        if token.kind != "number" or len(rest) < 3 or rest[1].kind != "number":
            continue
        if rest[0].kind in ("dash", "choice", "list") and _is_unit(rest[2]):
            shared.append(rest[2])
    return shared


def _is_unit(token: Token) -> bool:
    return token.kind in _UNITS and (token.kind != "suffix" or token.value == "年")


def is_positional(token: Token) -> bool:
    """Whether a number is written digit by digit (1923, 一九二三), as years of the common era
    are."""
    return token.text.isdigit() and (
        token.text.isascii() or all(character in DIGITS for character in token.text)
    )
