"""What a column of a register may be."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise


class Shape(StrEnum):
    """How the cells of a column are read."""

    TEXT = "text"
    LINES = "lines"  # several values in a cell, kept one a line
    DATE = "date"  # the words of a date
    EDTF = "edtf"
    DAY = "day"  # a calendar day
    NUMBER = "number"
    DECIMAL = "decimal"
    YES_NO = "yes-no"
    CHOICE = "choice"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    POINT = "point"
    DATUM = "datum"
    BLOCKS = "blocks"  # a story's blocks as JSON


class Part(StrEnum):
    """What of a page a column speaks about."""

    IDENTITY = "identity"  # which page the row is
    PAGE = "page"  # a field of the page
    POINT = "point"  # one of the columns that make its coordinates
    DESIGNATION = "designation"  # repeatable: grade, grade_2, …
    SOURCE = "source"  # repeatable: source, source_2, …
    TEXT = "text"  # goes into its text


@dataclass(frozen=True)
class Column:
    """A column a register may have.

    `key` is its name for ever: the header of an export, the word of `--map`. `headers` are the
    other words that people write above it; `also` weaker ones, which give way to any of `headers`.
    `may_repeat`: several headers of a file may be this column, and their values are put together.
    """

    key: str
    label: str | Promise
    headers: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    shape: Shape = Shape.TEXT
    part: Part = Part.PAGE
    may_repeat: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether a page may have several, told apart by a number: grade_2."""
        return self.part in (Part.DESIGNATION, Part.SOURCE)
