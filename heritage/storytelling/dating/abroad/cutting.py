"""Cut a text in Latin letters into what its words mean."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from .words import FILLING, LONGEST, WORDS


class Piece(NamedTuple):
    """``kind`` is a meaning of ``words``, or number, ordinal, roman, decade, century_of, said (a
    whole date already in Chinese), a sign (``, ; ( ) ?``), dash, slash or end."""

    kind: str
    value: object = ""


END = Piece("end")
_INITIALS = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_PATTERN = re.compile(
    r"""
    (?P<blank>[\s'"“”‘’:]+)
  | (?P<iso>(?<!\d)\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d/t-]))
  | (?P<moment>(?<!\d)\d{4}[-/]\d\d[-/]\d\d[t\s]\d\d:\d\d(?::\d\d)?(?:\.\d+)?
      (?:z|[+-]\d\d:?\d{0,2})?(?!\d))
  | (?P<day>(?<!\d)\d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign)\d{4}(?!\d))
  | (?P<decade>(?<!\d)\d{1,3}0\s?['’]?(?:s|ies|er)\b)
  | (?P<he>c\d\d(?:th)?\b)
  | (?P<ordinal>(?<!\d)\d{1,2}
      (?:\s?(?:st|nd|rd|th|eme|ieme|nde|er|ere|re|e|o|a|\.[ao])\b|\.(?=\s*[a-z])))
  | (?P<circa>ca?\.?\s*(?=\d{3,4}(?!\d)))
  | (?P<number>\d+)
  | (?P<roman>\b(?=[xvi])x{0,2}(?:ix|iv|v?i{0,3})(?<=[xvi])(?:(?:e|eme|o)\b|\b))
  | (?P<word>[a-z]+(?:['’][a-z]+)*\.?)
  | (?P<dash>-+)
  | (?P<slash>/)
  | (?P<mark>[,;()?&\n])
  | (?P<other>.)
    """,
    re.X | re.S,
)
_DASHES = str.maketrans(dict.fromkeys("–—―‐‑‒−~", "-") | {"’": "'", "‘": "'", "[": "(", "]": ")"})


def cut(text: str) -> list[Piece] | None:
    """The pieces of a text, or None where it holds a word that is not known."""
    plain = _plain(text)
    raw: list[Piece] = []
    for match in _PATTERN.finditer(plain):
        kind = match.lastgroup or ""
        if kind == "blank":
            continue
        piece = _READERS.get(kind, _sign)(match[0])
        if piece is None:
            return None
        raw.append(piece)
    return _meanings(raw)


def _plain(text: str) -> str:
    """Lower case without accents, each kind of dash as one ``-``."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in parts if not unicodedata.combining(c)).strip()
    if bare.startswith(("~", "≈")):
        bare = "circa " + bare[1:]
    return _INITIALS.sub(r"\1", bare.translate(_DASHES))


def _iso(text: str) -> Piece:
    year, month, *day = text.split("-")
    return Piece("said", f"{year}年{int(month)}月" + (f"{int(day[0])}日" if day else ""))


def _moment(text: str) -> Piece:
    year, month, day = (int(part) for part in re.split("[-/]", text[:10]))
    return Piece("said", f"{year}年{month}月{day}日")


def _day(text: str) -> Piece | None:
    """A day in figures, where only one reading of it is possible; with dots the day is first."""
    first, second, year = (int(part) for part in re.split(r"[./-]", text))
    if first <= 12 and second <= 12 and first != second and "." not in text:
        return None
    day, month = (second, first) if second > 12 else (first, second)
    return Piece("said", f"{year}年{month}月{day}日") if month <= 12 else None


def _decade(text: str) -> Piece:
    return Piece("decade", int(re.match(r"\d+", text)[0]))


def _he(text: str) -> Piece:
    return Piece("century_of", int(text[1:3]))


def _ordinal(text: str) -> Piece:
    return Piece("ordinal", int(re.match(r"\d+", text)[0]))


def _sign(text: str) -> Piece | None:
    return None


_READERS = {
    "iso": _iso,
    "moment": _moment,
    "day": _day,
    "decade": _decade,
    "he": _he,
    "ordinal": _ordinal,
    "circa": lambda text: Piece("approx", "约"),
    "number": lambda text: Piece("number", text) if len(text) <= 4 else None,
    "roman": lambda text: Piece("roman", re.match(r"[xvi]+", text)[0]),
    "word": lambda text: Piece("word", text.rstrip(".").removesuffix("'s")),
    "dash": lambda text: Piece("dash", "-"),
    "slash": lambda text: Piece("slash", "/"),
    "mark": lambda text: Piece("and", "、") if text == "&" else Piece(text.replace("\n", ";")),
}


def _meanings(raw: list[Piece]) -> list[Piece] | None:
    """The words of the raw pieces put together into phrases, the longest first; filling ones left
    out."""
    raw = [p for p in raw if not (p.kind == "word" and p.value in FILLING)]
    found: list[Piece] = []
    at = 0
    while at < len(raw):
        if raw[at].kind not in ("word", "roman"):
            found.append(raw[at])
            at += 1
            continue
        for length in range(min(LONGEST, len(raw) - at), 0, -1):
            meaning = WORDS.get(tuple(str(piece.value) for piece in raw[at : at + length]))
            if meaning:
                found.append(Piece(*meaning))
                at += length
                break
        else:
            if raw[at].kind == "word":
                return None
            found.append(raw[at])
            at += 1
    return found
