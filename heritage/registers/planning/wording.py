"""Cells read as text, numbers, yes and no, lists and days."""

import html
import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation

from heritage.storytelling import dating

# What people write where they have nothing to say.
_NOTHING = {
    "-", "--", "—", "——", "–", "/", "\\", "无", "無", "暂无", "暫無", "没有", "n/a", "na", "#n/a",
    "null", "none", "nil", "nan", "なし", "없음",
}  # fmt: skip
_YES = {"1", "true", "yes", "y", "是", "有", "对", "√", "✓", "○", "t", "oui", "ja", "sí", "sim"}
_NO = {"0", "false", "no", "n", "否", "无", "没有", "×", "✗", "f", "non", "nein", "não", "-"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ufeff]")
# What turns the direction of writing, or has no width: names that look alike must be alike.
_UNSEEN = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")
_NUMBER = re.compile(r"[约約~≈±<≤]?\s*(\d+(?:[.,]\d+)?)\s*(?:米|m|metres?|meters?|公尺)?", re.I)
_MARKUP = re.compile(r"</(?:p|em|strong|i|b|u|a|ul|ol|li|div|span|h[1-6])\s*>|<br\s*/?>", re.I)
_BREAK = re.compile(r"</(?:p|li|div|h[1-6])\s*>|<br\s*/?>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_SPLIT = re.compile(r"[;；\n|｜]+")
_CODES = re.compile(r"[A-Za-z]{0,3}\d{1,4}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CHINESE_LIST = re.compile(r"(?<!\d)、(?!\d)")  # not within 22、24号


def clean(text: str) -> str:
    """One line without control characters and doubled spaces."""
    if not text.isprintable():  # most cells are, and a register has hundreds of thousands
        text = _CONTROL.sub(" ", _UNSEEN.sub("", text))
    return " ".join(text.split())


def clean_lines(text: str) -> str:
    """Several lines, each clean."""
    text = _UNSEEN.sub("", text)
    lines = _CONTROL.sub("\n", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def words_of_markup(text: str) -> str:
    """The words of a text that is HTML, a paragraph a line; any other text as it is."""
    if not _MARKUP.search(text):
        return text
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing: 无, —, N/A."""
    return text.strip().lower() in _NOTHING


def yes_or_no(text: str) -> bool | None:
    """True, False, or None where it is neither; raises nothing."""
    word = unicodedata.normalize("NFKC", text).strip().lower()
    if word in _YES:
        return True
    return False if word in _NO else None


def number(text: str) -> Decimal | None:
    """A number with or without a unit of length (约 100 米 → 100); None for what is none."""
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not match:
        return None
    try:
        return Decimal(match[1].replace(",", "."))
    except InvalidOperation:
        return None


def parts_of(text: str, *, names: bool = False) -> list[str]:
    """The values of a cell: a line or a semicolon parts them; 、 too where they are names."""
    parts = _SPLIT.split(text)
    if names:
        parts = [piece for part in parts for piece in _CHINESE_LIST.split(part)]
        # A comma parts Chinese names; in “Temple, the old” it does not.
        parts = [piece for part in parts for piece in _commas(part)]
    if len(parts) == 1 and "," in text and all(map(_CODES.fullmatch, _codes(text))):
        parts = _codes(text)
    found = [clean(part) for part in parts]
    return list(dict.fromkeys(part for part in found if part and not is_nothing(part)))


def _commas(text: str) -> list[str]:
    pieces = re.split(r"[,，]\s*", text)
    return pieces if all(_HAN.search(piece) for piece in pieces) else [text]


def _codes(text: str) -> list[str]:
    """`S1,S2` names two sources; a comma in a title parts nothing."""
    return [part.strip() for part in text.split(",")]


def day_of(text: str) -> date | None:
    """A calendar day, in figures or in Chinese; None for anything less exact."""
    reading = dating.read(text.strip()[:40])
    try:
        return date.fromisoformat(reading.edtf or "")
    except ValueError:
        return None
