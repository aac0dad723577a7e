"""The file of refused rows: as they came, and why; to be corrected and brought in again."""

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from .cells import escape
from .columns.mapping import (
    BEYOND_HEADER,
    REPORT_HEADERS,
    ROW_HEADER,
    WHERE_HEADER,
    WHY_HEADER,
)
from .planning import Plan
from .planning.reasons import Reason


class MendingError(ValueError):
    """A file that refused rows cannot be written to, in words."""


def mending_check(out: Path, register: Path) -> None:
    """Raise MendingError before anything is read where refused rows cannot be written to `out`.

    Never over the register itself: its good rows would be gone from it.
    """
    if out.exists() and register.exists() and out.samefile(register):
        why = _("this is the register itself. Give the refused rows a file of their own")
    elif out.is_dir():
        why = _("this is a folder")
    elif not out.parent.is_dir():
        why = _("there is no folder %(folder)s") % {"folder": out.parent}
    elif not os.access(out if out.exists() else out.parent, os.W_OK):
        why = _("it may not be written to")
    else:
        return
    raise MendingError(
        _("Refused rows cannot be written to %(file)s: %(why)s.") % {"file": out, "why": why}
    )


BOM = "\ufeff"
RefusedRow = tuple[int, Sequence[str], Sequence[Reason]]


def refused_rows(plan: Plan) -> Iterable[RefusedRow]:
    """(row number, cells, refusals) of a plan's refused rows, in the file's order."""
    return ((row.entry.number, row.entry.raw, row.refusals) for row in plan.refused)


def mending_write(file: TextIO, headers: Sequence[str], rows: Iterable[RefusedRow]) -> int:
    """Write refused rows as CSV under their own headers and three of ours; return how many.

    `file`: open as text with `newline=""`. Begins with a byte order mark, so that a spreadsheet
    reads it as UTF-8; formulas are escaped. Brought in again, our columns are left out.
    """
    rows = list(rows)
    own = [at for at, header in enumerate(headers) if header not in REPORT_HEADERS]
    beyond = max((len(cells) - len(headers) for _n, cells, _r in rows), default=0)
    file.write(BOM)
    writer = csv.writer(file)
    report = [ROW_HEADER, WHERE_HEADER, WHY_HEADER]
    names = [headers[at] for at in own] + [BEYOND_HEADER] * max(0, beyond)
    writer.writerow([escape(name) for name in [*names, *report]])
    for number, cells, reasons in rows:
        said = [cells[at] if at < len(cells) else "" for at in own]
        more = [*cells[len(headers) :], *[""] * (max(0, beyond) - len(cells[len(headers) :]))]
        where = dict.fromkeys(reason.header or reason.column for reason in reasons)
        why = " / ".join(str(reason) for reason in reasons)
        row = [*said, *more, str(number), "；".join(filter(None, where)), why]
        writer.writerow([escape(cell) for cell in row])
    return len(rows)
