"""The two columns that a reviewer sees."""

from dataclasses import dataclass
from typing import Any

from .leaves import Leaf
from .text import Marks, side_by_side


@dataclass(frozen=True)
class Side:
    """One column of a row: words with marks, a picture, or nothing."""

    marks: Marks
    picture: Any = None

    @property
    def is_empty(self) -> bool:
        return not self.marks and self.picture is None


@dataclass(frozen=True)
class Row:
    """One thing before and after."""

    label: str
    before: Side
    after: Side

    @classmethod
    def of(cls, label: str, before: str, after: str, pictures=(None, None)) -> "Row":
        left, right = side_by_side(before, after)
        return cls(label, Side(left, pictures[0]), Side(right, pictures[1]))


@dataclass(frozen=True)
class Change:
    """A field, block or row of a list that is not as it was: added, removed, changed or moved."""

    label: str
    kind: str
    rows: list[Row]


def rows_of(before: list[Leaf], after: list[Leaf]) -> list[Row]:
    """A row for each leaf that differs, in the order of the newer version."""
    old = {leaf.key: leaf for leaf in before}
    new = {leaf.key: leaf for leaf in after}
    rows = []
    for key in [*new, *(key for key in old if key not in new)]:
        left, right = old.get(key), new.get(key)
        pictures = (left and left.picture, right and right.picture)
        words = (left.text if left else "", right.text if right else "")
        if words[0] != words[1] or pictures[0] != pictures[1]:
            rows.append(Row.of((right or left).label, *words, pictures))
    return rows
