"""Open a register: whatever file it comes in, rows of words under headers."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Self

from ..cells import unescape
from .formats import GEOJSON, XLSX, format_of
from .geojson import GeoSheet
from .headers import find_headers
from .refusing import MOST_CELLS, MOST_ROWS, ReadError
from .text import TextSheet
from .workbook import Workbook, WorkbookSheet

Row = tuple[int, tuple[str, ...]]
SAMPLES = 20


@dataclass
class Register:
    """A file that is open: its headers, and its rows as a stream.

    `recognised`: how many headers are known words; 0 means that the first row was taken on trust.
    `encoding` and `delimiter` are empty for a workbook, `sheet` and `sheets` for a text file.
    `samples`: the first rows, for recognising columns and for showing them.
    """

    name: str
    headers: list[str]
    header_number: int
    recognised: int
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    samples: list[tuple[str, ...]] = field(default_factory=list)
    _source: object = None
    _own_file: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, where it was opened here."""
        if self._own_file:
            self._own_file.close()

    def rows(self) -> Iterator[Row]:
        """(row number as a spreadsheet shows it, cells as wide as the headers or wider).

        Empty rows are left out. Raises ReadError where the file breaks a bound on the way.
        """
        width, count, cells_read = len(self.headers), 0, 0
        with closing(self._source.rows()) as rows:
            for number, cells in rows:
                if number <= self.header_number or not any(map(str.strip, cells)):
                    continue
                count, cells_read = count + 1, cells_read + len(cells)
                if count > MOST_ROWS:
                    raise ReadError("too_many_rows", most=MOST_ROWS)
                if cells_read > MOST_CELLS:
                    raise ReadError("too_many_cells", most=MOST_CELLS)
                yield number, _row(cells, width)


def register_open(
    file: BinaryIO | Path | str, *, name: str = "", encoding: str = "", sheet: str = ""
) -> Register:
    """Open a CSV, XLSX or GeoJSON file; ReadError, in words, for what cannot be read as a register.

    `file`: a path (close the register in the end, or use `with`), or a binary file that can be
    wound back, which stays open. `encoding`: for a text file whose encoding is not told rightly.
    `sheet`: name or number of a workbook's sheet; without it the one whose headers are known best.
    """
    if not isinstance(file, (str, Path)):
        return _read(file, name, encoding, sheet)
    path = Path(file)
    own = _opened(path)
    try:
        register = _read(own, name or path.name, encoding, sheet)
    except BaseException:
        own.close()
        raise
    register._own_file = own
    return register


def _read(file: BinaryIO, name: str, encoding: str, sheet: str) -> Register:
    form = format_of(file, is_text_for_sure=bool(encoding))
    if form == GEOJSON:
        return _best(name, [GeoSheet(file)])
    if form == XLSX:
        return _best(name, Workbook(file).sheets(sheet))
    return _best(name, [TextSheet(file, encoding)])


def _opened(path: Path) -> BinaryIO:
    try:
        if path.is_dir():
            raise ReadError("folder", name=path.name)
        return path.open("rb")
    except FileNotFoundError as error:
        raise ReadError("absent", name=path) from error
    except OSError as error:
        raise ReadError("missing", name=path.name, why=error.strerror or error) from error


def _best(name: str, sources: list[TextSheet] | list[GeoSheet] | list[WorkbookSheet]) -> Register:
    best: Register | None = None
    for source in sources:
        with closing(source.rows()) as rows:
            number, headers, recognised = find_headers(rows)
        if number and (best is None or recognised > best.recognised):
            best = Register(
                name, headers, number, recognised, source.encoding, source.delimiter,
                source.name, source.names, _source=source,
            )  # fmt: skip
    if best is None:
        raise ReadError("no_sheets" if sources and sources[0].names else "empty")
    with closing(best.rows()) as rows:
        best.samples = [cells for _number, cells in islice(rows, SAMPLES)]
    if not best.samples:
        raise ReadError("no_rows")
    return best


def _row(cells: list[str], width: int) -> tuple[str, ...]:
    """As wide as the headers; wider only where there are words beyond them."""
    words = [unescape(cell) for cell in cells]
    while len(words) > width and not words[-1].strip():
        words.pop()
    words.extend([""] * (width - len(words)))
    return tuple(words)
