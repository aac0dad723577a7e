"""What makes a file be refused as a whole, in words, and the bounds it is held to."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

MOST_BYTES = 40 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 256
MOST_CELLS = 2_000_000
LONGEST_CELL = 100_000  # characters
LONGEST_LINE = 1_000_000

MESSAGES = {
    "absent": _("There is no file %(name)s."),
    "folder": _("%(name)s is a folder. Give the file itself."),
    "missing": _("%(name)s cannot be read: %(why)s."),
    "empty": _("The file is empty."),
    "no_rows": _("The file has headers but no rows below them."),
    "too_big": _("The file has %(size)s MB; at most %(most)s MB are read. Split it."),
    "too_many_rows": _("The file has more than %(most)s rows. Split it."),
    "too_many_columns": _("Row %(row)s has more than %(most)s columns. This is no register."),
    "too_many_cells": _("The file has more than %(most)s cells. Split it."),
    "long_line": _("Line %(row)s is longer than any row of a register. This is no CSV file."),
    "long_cell": _("A cell in row %(row)s has more than %(most)s characters."),
    "open_quote": _(
        "A quotation mark that opens in row %(row)s is never closed. Close it, or double it if it "
        "is part of the text."
    ),
    "nul": _("Line %(row)s holds NUL characters: this is no text file. Save it as CSV or XLSX."),
    "binary": _("This is not a text file. Save it as CSV or XLSX."),
    "bad_bytes": _(
        "Line %(row)s cannot be read as %(encoding)s. Say which encoding the file is in (for "
        "example gb18030, big5, shift-jis), or save it as UTF-8."
    ),
    "unknown_encoding": _("There is no encoding called “%(encoding)s”."),
    "old_excel": _(
        "This is an old .xls workbook, or one that is protected by a password. Open it, take the "
        "password away, and save it as .xlsx."
    ),
    "other_format": _("This is a file of the kind %(kind)s. Save it as CSV or XLSX."),
    "damaged": _("The workbook is damaged. Open it and save it again as .xlsx."),
    "damaged_json": _(
        "The GeoJSON is damaged, or nested deeper than any map’s. Export it again, in UTF-8."
    ),
    "bomb": _(
        "Unpacked, the workbook is larger than any register (%(part)s). It is not opened further. "
        "If most of its rows are empty, save the sheet as CSV."
    ),
    "entities": _(
        "The workbook declares entities in its XML (%(part)s), as no spreadsheet does. It is not "
        "opened further."
    ),
    "no_sheet": _("There is no sheet “%(sheet)s”. Sheets: %(names)s."),
    "no_sheets": _("The workbook has no sheet with rows."),
}


class ReadError(ValueError):
    """A file that is not read; `code` is a key of MESSAGES, `str()` the reader's sentence."""

    def __init__(self, code: str, **params: object) -> None:
        self.code, self.params = code, params
        super().__init__(MESSAGES[code] % params)

    def __str__(self) -> str:
        return gettext(MESSAGES[self.code]) % self.params
