"""A place in a row of pieces."""

from __future__ import annotations

from .cutting import Piece

END = Piece("end")


class Unsaid(Exception):  # noqa: N818 - a way out of the descent, never seen outside
    """What comes is no date that is known."""


class Pieces:
    """Reads pieces forward. `left`: what a shortened end of a range leans on, (kind, number)."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces, self.at = pieces, 0
        self.left: tuple[str, int] | None = None

    @property
    def is_at_end(self) -> bool:
        return self.at >= len(self._pieces)

    def peek(self, ahead: int = 0) -> Piece:
        place = self.at + ahead
        return self._pieces[place] if place < len(self._pieces) else END

    def next(self) -> Piece:
        piece = self.peek()
        self.at += 1
        return piece

    def take(self, *kinds: str) -> Piece | None:
        """The next piece if it is of one of the kinds."""
        return self.next() if self.peek().kind in kinds else None

    def must(self, *kinds: str) -> Piece:
        piece = self.take(*kinds)
        if piece is None:
            raise Unsaid
        return piece

    def leant(self, kind: str) -> int:
        """The number of what stands left, where it is of this kind; else 0."""
        return self.left[1] if self.left and self.left[0] == kind else 0
