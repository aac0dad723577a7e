"""Rows of an XLSX workbook, as the words that somebody sees in its cells."""

import warnings
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from .refusing import LONGEST_CELL, MOST_COLUMNS, ReadError
from .typed import words_of
from .unpacking import check_package

Row = tuple[int, list[str]]
# What a damaged or forged workbook makes the library raise.
_BROKEN = (
    BadZipFile, DefusedXmlException, KeyError, ValueError, TypeError, IndexError, AttributeError,
    EOFError, OSError, SyntaxError, RuntimeError, OverflowError, NotImplementedError, MemoryError,
)  # fmt: skip


class Workbook:
    """An XLSX file: its sheets that may hold a register."""

    def __init__(self, file: BinaryIO):
        self._merges = check_package(file)
        with _broken_in_words(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheets = [one for one in self._book.worksheets if isinstance(one, ReadOnlyWorksheet)]
        if not sheets:
            raise ReadError("no_sheets")
        self._sheets = sheets

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sheet.title for sheet in self._sheets)

    def sheets(self, wanted: str = "") -> list["WorkbookSheet"]:
        """Those that are shown, or the one that was asked for by its name or number."""
        if not wanted:
            shown = [one for one in self._sheets if one.sheet_state == "visible"] or self._sheets
            return [self._sheet(one) for one in shown[:40]]
        for number, one in enumerate(self._sheets, 1):
            if wanted in (one.title, str(number)):
                return [self._sheet(one)]
        raise ReadError("no_sheet", sheet=wanted, names=", ".join(self.names))

    def _sheet(self, sheet: ReadOnlyWorksheet) -> "WorkbookSheet":
        merges = self._merges.get(sheet._worksheet_path.lstrip("/"), ())
        return WorkbookSheet(self._book, sheet, self.names, merges)


class WorkbookSheet:
    """One sheet: `rows()` streams (row number, cells)."""

    encoding = delimiter = ""

    def __init__(self, book, sheet: ReadOnlyWorksheet, names: tuple[str, ...], merges):
        self._book, self._sheet = book, sheet
        self.name, self.names = sheet.title, names
        self._merges = merges

    def rows(self) -> Iterator[Row]:
        formats = _Formats(self._book)
        spread = _Spread(self._merges)
        with _broken_in_words(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with self._sheet._get_source() as source:
                parser = _Parser(
                    source,
                    self._sheet._shared_strings,
                    data_only=True,
                    epoch=self._book.epoch,
                    date_formats=self._book._date_formats,
                    timedelta_formats=self._book._timedelta_formats,
                )
                for number, cells in parser.parse():
                    yield number, spread.over(number, _words(number, cells, formats))


class _Parser(WorkSheetParser):
    """Keeps the text of a formula that was never calculated: it is text like any other."""

    def parse_cell(self, element):
        cell = super().parse_cell(element)
        if cell["value"] is None and (formula := element.find(FORMULA_TAG)) is not None:
            cell["value"], cell["data_type"] = f"={formula.text or ''}", "s"
        return cell


class _Formats:
    """The number format of a cell, by its style."""

    def __init__(self, book):
        self._book = book
        self._known: dict[int, str] = {}

    def __getitem__(self, style_id: int) -> str:
        if style_id not in self._known:
            from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

            number = self._book._cell_styles[style_id].numFmtId
            if number < BUILTIN_FORMATS_MAX_SIZE:
                self._known[style_id] = BUILTIN_FORMATS.get(number, "General")
            else:
                formats = self._book._number_formats
                self._known[style_id] = formats[number - BUILTIN_FORMATS_MAX_SIZE]
        return self._known[style_id]


def _words(number: int, cells: list[dict], formats: _Formats) -> list[str]:
    words: list[str] = []
    for cell in cells:
        value = cell["value"]
        if value is None or value == "":
            continue
        column = cell["column"]
        if column > MOST_COLUMNS:
            raise ReadError("too_many_columns", row=number, most=MOST_COLUMNS)
        is_text = isinstance(value, str)
        text = words_of(value, "" if is_text else formats[cell["style_id"]])
        if len(text) > LONGEST_CELL:
            raise ReadError("long_cell", row=number, most=LONGEST_CELL)
        words.extend([""] * (column - len(words)))
        words[column - 1] = text
    return words


class _Spread:
    """A cell merged over several rows speaks for each of them: 街道 beside its sites."""

    def __init__(self, merges):
        self._merges = sorted(merges)
        self._open: list[list] = []  # [last row, column, words]

    def over(self, number: int, words: list[str]) -> list[str]:
        while self._merges and self._merges[0][0] <= number:
            first, last, column = self._merges.pop(0)
            if first == number and column <= len(words):
                self._open.append([last, column, words[column - 1]])
        self._open = [one for one in self._open if one[0] >= number]
        if not any(words):
            return words
        for _last, column, text in self._open:
            words.extend([""] * (column - len(words)))
            words[column - 1] = words[column - 1] or text
        return words


class _broken_in_words:  # noqa: N801 - reads as a statement after `with`
    """Whatever the library raises over a broken workbook becomes one sentence."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if isinstance(error, ReadError) or not isinstance(error, _BROKEN):
            return False
        raise ReadError("damaged") from error
