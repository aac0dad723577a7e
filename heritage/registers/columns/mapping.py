"""Which header of a file is which column."""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .column import Column
from .list import BY_KEY

IGNORED = "-"
# What a file of refused rows has beside their own columns; left out when it is fed back.
ROW_HEADER, WHERE_HEADER, WHY_HEADER = "原行号 (row)", "退回列 (column)", "退回原因 (why)"
# Over cells that a row has beyond its columns: they must be gone from a corrected row.
BEYOND_HEADER = "多出的格 (beyond)"
REPORT_HEADERS = frozenset({ROW_HEADER, WHERE_HEADER, WHY_HEADER, BEYOND_HEADER})


class MappingError(ValueError):
    """A wish for a mapping that cannot be met, in the reader's words."""


@dataclass(slots=True)
class Match:
    """One header of a file: `column` is None for one that is only kept.

    `index`: its place in the row, from 0. `number`: which designation or source it speaks of, from
    1. `datum`: the code of a datum that the header names (`lat_wgs84`, 经度(GCJ-02)), or "unknown".
    `rivals`: other headers or columns that it might be, for which it was not taken.
    `is_chosen`: said by a person, not recognised. `gave_way`: the column that another header says
    more plainly.
    """

    header: str
    index: int
    column: Column | None = None
    number: int = 1
    datum: str = ""
    rivals: tuple[str, ...] = ()
    is_chosen: bool = False
    gave_way: str = ""

    @property
    def word(self) -> str:
        """What `--map` calls it: `grade`, `grade_2`, or `-` for what is only kept."""
        if self.column is None:
            return IGNORED
        return self.column.key if self.number == 1 else f"{self.column.key}_{self.number}"


@dataclass(slots=True)
class Mapping:
    """All headers of a file, in order."""

    matches: list[Match] = field(default_factory=list)

    def of(self, key: str, number: int = 1) -> list[Match]:
        """The headers that are one column."""
        return [m for m in self.matches if m.column and m.column.key == key and m.number == number]

    def has(self, *keys: str) -> bool:
        """Whether the file has one of these columns."""
        return any(match.column and match.column.key in keys for match in self.matches)

    @property
    def kept(self) -> list[Match]:
        """Headers that are no column here: their cells are kept with the import."""
        return [
            match
            for match in self.matches
            if match.column is None and match.header and match.header not in REPORT_HEADERS
        ]

    @property
    def words(self) -> dict[str, str]:
        """`{header: word}`: what a saved mapping holds, and `remap` takes.

        Of headers that the file has twice the place is said, `#3`: they have no name of their own.
        """
        named = [m for m in self.matches if m.header and m.header not in REPORT_HEADERS]
        times = Counter(match.header for match in named)
        return {
            match.header if times[match.header] == 1 else f"#{match.index + 1}": match.word
            for match in named
        }


def column_named(word: str) -> tuple[Column | None, int]:
    """The column that a word of `--map` means, and its number; MappingError for none."""
    word = word.strip()
    if word in ("", IGNORED):
        return None, 1
    if word in BY_KEY:
        return BY_KEY[word], 1
    key, _underline, number = word.rpartition("_")
    if key in BY_KEY and BY_KEY[key].is_numbered and number.isdigit() and 1 <= int(number) <= 20:
        return BY_KEY[key], int(number)
    raise MappingError(
        _("There is no column “%(word)s”. Columns: %(known)s.")
        % {"word": word, "known": ", ".join(BY_KEY)}
    )
