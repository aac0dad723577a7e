"""Text into tokens, the same for what is indexed and for what is asked.

A run of Chinese becomes overlapping pairs and its last character alone (骑楼街: 骑楼 楼街 街), so
that any part of it is a phrase, and no phrase crosses from one run into the next.
"""

import re
import unicodedata
from functools import cache

import opencc

LONGEST_TOKEN = 64
_WORD = re.compile(r"[^\W_]+")
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SEGMENT = re.compile(f"[{_HAN}]+|[^{_HAN}]+")
_IS_HAN = re.compile(f"[{_HAN}]")


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def fold(text: str) -> str:
    """One spelling of a text: half width, lower case, simplified characters, no accents."""
    text = unicodedata.normalize("NFKC", text.replace("\x00", " ")).casefold()
    text = _to_simplified().convert(text)
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


def is_han(word: str) -> bool:
    """Whether a segment is a run of Chinese characters."""
    return bool(word) and bool(_IS_HAN.match(word))


def segments(folded: str) -> list[str]:
    """Runs of Chinese and words of anything else, in order, out of a folded text."""
    return [part for word in _WORD.findall(folded) for part in _SEGMENT.findall(word)]


def stem(word: str) -> str:
    """A word as it is indexed: an English plural as its singular, cut at LONGEST_TOKEN."""
    word = word[:LONGEST_TOKEN]
    if len(word) > 3 and word.isascii() and word[-1] == "s" and word[-2] not in "sui":
        return word[:-1]
    return word


def run_tokens(run: str) -> list[str]:
    """The tokens of one run of Chinese: its pairs, then its last character."""
    return [run[i : i + 2] for i in range(len(run))]


def tokens(text: str) -> list[str]:
    """All tokens of a text, as they are indexed."""
    found: list[str] = []
    for segment in segments(fold(text)):
        found += run_tokens(segment) if is_han(segment) else [stem(segment)]
    return found
