"""Rows of an import as a table shows them."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ..columns.list import BY_KEY
from ..models import ImportedRow, RegisterImport
from ..planning.comparing import shown
from ..planning.reasons import Reason
from ..writing.keeping import reasons_of

# What a table may be narrowed down to, besides all rows.
FILTERS = {
    "create": _("New"),
    "change": _("Changed"),
    "same": _("Left as they are"),
    "refuse": _("Refused"),
    "noted": _("With a remark"),
}
# Fields of a page that a column of another name fills.
NAMES = {"point_entered": "point", "designations": "grade", "sources": "source"}


@dataclass(frozen=True)
class Change:
    """One field: what the page says, what the file says."""

    name: str
    old: str
    new: str


def shown_rows(record: RegisterImport, name: str) -> QuerySet[ImportedRow]:
    rows = record.rows.select_related("page", "aims_at")
    if name == "noted":
        return rows.exclude(reasons=[]).exclude(verdict="refuse")
    if name == "left":
        return rows.filter(fate=ImportedRow.Fate.LEFT)
    return rows.filter(verdict=name) if name else rows


class RowInWords:
    """Given to templates by the tag `in_words`: the reasons and changes of a row."""

    def __init__(self, row: ImportedRow) -> None:
        self.row = row

    @property
    def refusals(self) -> list[Reason]:
        return [reason for reason in reasons_of(self.row) if reason.is_refusal]

    @property
    def notes(self) -> list[Reason]:
        return [reason for reason in reasons_of(self.row) if not reason.is_refusal]

    @property
    def changes(self) -> list[Change]:
        return [
            Change(_name_of(name), shown(old) or "–", shown(new) or "–")
            for name, (old, new) in self.row.changes.items()
        ]


def _name_of(field: str) -> str:
    column = BY_KEY.get(NAMES.get(field, field))
    return str(column.label) if column else field
