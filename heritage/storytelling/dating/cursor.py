"""A place in a list of tokens."""

from __future__ import annotations

from collections.abc import Sequence

from .tokens import Token

_END = Token("end", None)


class Cursor:
    """Reads tokens forward; ``mark`` and ``back`` try a way and give it up."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self, ahead: int = 0) -> Token:
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else _END

    def take(self, *kinds: str) -> Token | None:
        """The next token if it is of one of the kinds."""
        token = self.peek()
        if token.kind not in kinds:
            return None
        self.at += 1
        return token

    def take_word(self, kind: str, *words: str) -> Token | None:
        """The next token if it is of this kind and one of these words."""
        return self.take(kind) if self.peek().value in words else None

    def number_before(self, kind: str, word: str | None = None) -> int | None:
        """A number followed by a unit, both taken; None, and nothing taken, where that is not what
        comes."""
        number, unit = self.peek(), self.peek(1)
        if number.kind != "number" or unit.kind != kind or (word and unit.value != word):
            return None
        if not isinstance(number.value, int):
            return None
        self.at += 2
        return number.value
