"""Finds many words in a text in one walk over it, whatever stands between their characters."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .folding import STOPS, folded_character

# More than this between two characters, and they belong to different words.
LARGEST_GAP = 4


@dataclass(frozen=True)
class Match:
    """Where a word stands in a text; `is_loose` where it runs across the end of a sentence."""

    key: str
    start: int
    end: int
    is_loose: bool = False


@dataclass
class _Node:
    """A step of the tree of words."""

    steps: dict[str, "_Node"] = field(default_factory=dict)
    key: str = ""


class Matcher:
    """A tree of folded words. A walk takes no more steps with ten thousand words than with ten."""

    def __init__(self, words: Iterable[str]):
        self.root = _Node()
        self.steps_taken = 0
        for word in words:
            node = self.root
            for character in word:
                node = node.steps.setdefault(character, _Node())
            node.key = word

    def find(self, text: str) -> list[Match]:
        """The longest word at each place, from left to right, none inside another."""
        characters = [
            (folding, place)
            for place, character in enumerate(text)
            for folding in folded_character(character)
        ]
        found: list[Match] = []
        start = 0
        while start < len(characters):
            length, key = self._longest(characters, start)
            match = key and self._match(text, characters, start, length, key)
            if match:
                found.append(match)
            start += length if match else 1
        return found

    def _longest(self, characters, start: int) -> tuple[int, str]:
        node, length, key = self.root, 0, ""
        for place in range(start, len(characters)):
            self.steps_taken += 1
            if place > start and characters[place][1] - characters[place - 1][1] > LARGEST_GAP + 1:
                break
            following = node.steps.get(characters[place][0])
            if following is None:
                break
            node = following
            if node.key:
                length, key = place - start + 1, node.key
        return length, key

    def _match(self, text: str, characters, start: int, length: int, key: str) -> Match | None:
        first, last = characters[start][1], characters[start + length - 1][1]
        if _is_latin(key) and (_runs_on(text, first - 1) or _runs_on(text, last + 1)):
            return None
        inside = text[first : last + 1]
        return Match(key, first, last + 1, is_loose=any(one in STOPS for one in inside))


def _is_latin(key: str) -> bool:
    return key.isascii()


def _runs_on(text: str, place: int) -> bool:
    """Whether a letter stands there, so that a Latin word is only a part of a longer one."""
    return 0 <= place < len(text) and text[place].isalnum() and text[place].isascii()
