"""Rows of a CSV file, however it is separated."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from ..columns.recognising import known_words
from .encodings import HEAD, checked, encoding_of
from .refusing import LONGEST_CELL, LONGEST_LINE, MOST_COLUMNS, ReadError

Row = tuple[int, list[str]]
DELIMITERS = ",;\t|"
_TRIED = 12  # lines
# Follows the last line: found inside a cell, a quotation mark was never closed.
_END = "\x1f\x1eend\x1e\x1f"


class TextSheet:
    """A CSV file: `rows()` streams (row number, cells), the first line being row 1."""

    name = ""
    names: tuple[str, ...] = ()

    def __init__(self, file: BinaryIO, encoding: str = ""):
        self._file = file
        self.encoding = checked(encoding) if encoding else encoding_of(file, _known)
        self.delimiter = self._delimiter()

    def rows(self) -> Iterator[Row]:
        lines = _Lines(self._file, self.encoding)
        reader = csv.reader(lines, delimiter=self.delimiter, skipinitialspace=True)
        number = began = 0
        try:
            for cells in reader:
                number += 1
                if cells == [_END]:
                    return
                _check(cells, number)
                began = number
                # “sep=;” tells a spreadsheet the separator; it is no row of the register.
                yield number, [] if number == 1 and _separator(",".join(cells)) else cells
        except csv.Error as error:
            raise ReadError("open_quote", row=began + 1) from error
        except UnicodeError as error:
            raise ReadError("bad_bytes", row=lines.number + 1, encoding=self.encoding) from error

    def _delimiter(self) -> str:
        head = self._file.read(HEAD)
        self._file.seek(0)
        text = head.decode(self.encoding, errors="replace")
        return _separator(text.partition("\n")[0]) or max(
            DELIMITERS, key=lambda mark: _suits(text, mark)
        )


def _check(cells: list[str], number: int) -> None:
    if len(cells) > MOST_COLUMNS and any(cell.strip() for cell in cells[MOST_COLUMNS:]):
        raise ReadError("too_many_columns", row=number, most=MOST_COLUMNS)
    for cell in cells:
        if len(cell) > 1000:
            if _END in cell:
                raise ReadError("open_quote", row=number)
            if len(cell) > LONGEST_CELL:
                raise ReadError("long_cell", row=number, most=LONGEST_CELL)
        elif _END in cell:
            raise ReadError("open_quote", row=number)


class _Lines:
    """The lines of a file, decoded; bounded, and without NULs."""

    def __init__(self, file: BinaryIO, encoding: str):
        file.seek(0)
        self._text = io.TextIOWrapper(_Kept(file), encoding=encoding, errors="strict")
        self.number = 0
        self._is_over = False

    def __iter__(self):
        return self

    def __next__(self) -> str:
        if self._is_over:
            raise StopIteration
        line = self._text.readline(LONGEST_LINE)
        if not line:
            self._is_over = True
            # On a line of its own, also where the last line has no end.
            return f"{_END}\n"
        self.number += 1
        if len(line) >= LONGEST_LINE and not line.endswith("\n"):
            raise ReadError("long_line", row=self.number)
        if "\0" in line:
            raise ReadError("nul", row=self.number)
        return line if line.endswith("\n") else line + "\n"


class _Kept(io.BufferedIOBase):
    """A file that stays open when the text wrapper around it goes."""

    def __init__(self, file: BinaryIO):
        self._file = file

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)

    read1 = read


def _separator(line: str) -> str:
    line = line.strip().strip('"').lstrip("\ufeff")
    is_said = line.lower().startswith("sep=") and len(line) in (4, 5)
    return (line[4:] or ",") if is_said else ""


def _tried(text: str, delimiter: str) -> list[list[str]]:
    lines = io.StringIO(text.replace("\0", ""))
    rows = []
    try:
        for cells in csv.reader(lines, delimiter=delimiter, skipinitialspace=True):
            rows.append(cells[: MOST_COLUMNS * 2])
            if len(rows) >= _TRIED:
                break
    except csv.Error:
        pass
    return rows


def _suits(text: str, delimiter: str) -> tuple[int, int]:
    """How many headers a separator brings out, and how many rows it cuts as often as the widest."""
    rows = _tried(text, delimiter)
    widths = [len(cells) for cells in rows if cells]
    widest = max(widths, default=1)
    same = widths.count(widest) if widest > 1 else 0
    return max((_recognised(cells) for cells in rows), default=0), same


def _recognised(cells: list[str]) -> int:
    return len({key for cell in cells if 0 < len(cell) <= 80 for key in known_words(cell.strip())})


def _known(text: str) -> int:
    """How many headers are recognised in the first lines of a text, by the best separator."""
    return max(_suits(text, mark)[0] for mark in DELIMITERS)
