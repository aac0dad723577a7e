"""The archive's words as a reader meets them: their language's half, in their script.

An item is written down once and shown on the pages of every language. Rooms above that know a
script register how to turn a text into it.
"""

from collections.abc import Callable

from django.utils.translation import get_language

BETWEEN = "|"
_turns: list[Callable[[str], str]] = []


def turn_words_by(turn: Callable[[str], str]) -> None:
    """Register what every text of the archive passes through before it is shown."""
    _turns.append(turn)


def in_script(text: str) -> str:
    """The text in the script of the active language."""
    for turn in _turns if text else ():
        text = turn(text)
    return text


def in_tongue(text: str) -> str:
    """Of “Chinese | English” the half for the active language, in its script; else the whole."""
    chinese, _bar, english = (part.strip() for part in text.partition(BETWEEN))
    half = english if get_language() == "en" else chinese
    return in_script(half or chinese or english)
