"""What an import would do, row by row, before anything is written."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from ..columns import Mapping
from .reasons import Reason


class Verdict(StrEnum):
    """What becomes of a row."""

    CREATE = "create"
    CHANGE = "change"
    SAME = "same"  # left alone
    REFUSE = "refuse"


@dataclass(slots=True)
class Entry:
    """What one row of a file says, read.

    `number`: the row as a spreadsheet counts it, the first line being 1. `kind`: a key of
    `kinds.KINDS`. `parent_id`: page id of its neighbourhood (of the home page for a neighbourhood).
    `identity`: the same in every run of the same register. `values`: model field → value as JSON
    has it, only for columns that the file has; `body` is a list of raw stream blocks.
    `designations`, `sources`: rows of children as dicts of field → value, None where the file has
    no such columns. `raw`: the cells as they stood.
    """

    number: int
    kind: str
    parent_id: int | None
    identity: str
    values: dict
    designations: list[dict] | None = None
    sources: list[dict] | None = None
    raw: tuple[str, ...] = ()

    @property
    def given(self) -> dict:
        """All that the row says, children with the rest: what `ImportedRow.values` keeps."""
        children = {"designations": self.designations, "sources": self.sources}
        return self.values | {name: rows for name, rows in children.items() if rows is not None}


@dataclass(slots=True)
class PlannedRow:
    """A row with what becomes of it.

    `page_id`: the page that it is, where there is one. `changes`: field → (old, new), for CHANGE
    only; children under `designations` and `sources`. `reasons` hold refusals and mere notes.
    """

    entry: Entry
    verdict: Verdict
    page_id: int | None = None
    changes: dict[str, tuple] = field(default_factory=dict)
    reasons: list[Reason] = field(default_factory=list)

    @property
    def refusals(self) -> list[Reason]:
        return [reason for reason in self.reasons if reason.is_refusal]

    @property
    def notes(self) -> list[Reason]:
        return [reason for reason in self.reasons if not reason.is_refusal]


@dataclass(slots=True)
class Plan:
    """Every row of a file, planned; `notes` concern the file as a whole."""

    headers: list[str]
    mapping: Mapping
    rows: list[PlannedRow] = field(default_factory=list)
    notes: list[Reason] = field(default_factory=list)

    @property
    def counts(self) -> Counter:
        """How many rows have each verdict."""
        return Counter(row.verdict for row in self.rows)

    def of(self, *verdicts: Verdict) -> list[PlannedRow]:
        """The rows with one of these verdicts, in the file's order."""
        return [row for row in self.rows if row.verdict in verdicts]

    @property
    def good(self) -> list[PlannedRow]:
        """The rows that may be written or need not be."""
        return [row for row in self.rows if row.verdict is not Verdict.REFUSE]

    @property
    def refused(self) -> list[PlannedRow]:
        return self.of(Verdict.REFUSE)
