"""One form for all ways of writing a word: either script, any width and case, nothing between."""

import unicodedata
from functools import cache

import opencc

# Between two sentences: characters that only meet there make a word by chance.
STOPS = frozenset("。！？；.!?;\n\r\u2028\u2029")


def folded(text: str) -> str:
    """A text without spaces, punctuation and marks, in simplified characters and lower case."""
    return "".join(map(folded_character, text))


@cache
def folded_character(character: str) -> str:
    """One character folded; empty for what may stand between the characters of a word.

    By character, not by phrase: what is found must be shown where it stands.
    """
    plain = unicodedata.normalize("NFKC", character).casefold()
    kept = "".join(one for one in plain if one.isalnum())
    return _simplified().convert(kept) if kept else ""


@cache
def _simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
