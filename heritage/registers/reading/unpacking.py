"""An XLSX package is looked through before the library opens it: sizes as declared and as they
come out, no entities, no row or rest of a sheet so large that building it would fill the memory.
"""

import re
import zipfile
from collections import defaultdict
from typing import BinaryIO

from openpyxl.utils import range_boundaries

from .refusing import ReadError

MB = 1024 * 1024
MOST_SHEET, MOST_STRINGS, MOST_OTHER, MOST_TOTAL = 150 * MB, 60 * MB, 16 * MB, 250 * MB
MOST_TAGS = {"sheet": 24_000_000, "strings": 4_000_000, "other": 800_000}
MOST_BETWEEN_ROWS = 4 * MB
MOST_ROW_TAGS = 300_000
MOST_PARTS = 3_000
MOST_MERGES = 50_000
BLOCK = MB

_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_ROW = re.compile(rb"</?(?:\w+:)?row[\s>/]")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
Merges = dict[str, list[tuple[int, int, int]]]


def check_package(file: BinaryIO) -> Merges:
    """Refuse a hostile package with ReadError; leaves the file rewound.

    Returns the cells merged down a column of each sheet: path → (first row, last row, column).
    """
    merges: Merges = defaultdict(list)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = [part for part in archive.infolist() if _is_read(part.filename)]
            _check_declared(parts, len(archive.namelist()))
            for part in parts:
                _look_through(archive, part, merges)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise ReadError("damaged") from error
    except zipfile.zlib.error as error:
        raise ReadError("damaged") from error
    finally:
        file.seek(0)
    return merges


def _is_read(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _kind(name: str) -> str:
    if name.startswith("xl/worksheets/") and "/_rels/" not in name:
        return "sheet"
    return "strings" if name.lower().endswith("sharedstrings.xml") else "other"


def _most(name: str) -> int:
    return {"sheet": MOST_SHEET, "strings": MOST_STRINGS, "other": MOST_OTHER}[_kind(name)]


def _check_declared(parts: list[zipfile.ZipInfo], count: int) -> None:
    if count > MOST_PARTS:
        raise ReadError("bomb", part=f"{count} parts")
    total = 0
    for part in parts:
        total += part.file_size
        if part.flag_bits & 1:
            raise ReadError("old_excel")
        if part.file_size > _most(part.filename) or total > MOST_TOTAL:
            raise ReadError("bomb", part=_shown(part))


def _shown(part: zipfile.ZipInfo) -> str:
    return f"{part.filename[:60]}, {part.file_size // MB} MB"


def _look_through(archive: zipfile.ZipFile, part: zipfile.ZipInfo, merges: Merges) -> None:
    kind, seen, tags, rows, since_row = _kind(part.filename), 0, 0, 0, 0
    tail = b""
    with archive.open(part) as stream:
        while block := stream.read(BLOCK):
            seen += len(block)
            tags += block.count(b"<")
            text = tail + block
            if _DOCTYPE.search(text):
                raise ReadError("entities", part=part.filename[:60])
            if kind == "sheet":
                found = _ROW.findall(text)
                rows += len(found)
                since_row = 0 if found else since_row + len(block)
                _note_merges(text, merges[part.filename])
            if seen > _most(part.filename) or tags > MOST_TAGS[kind]:
                raise ReadError("bomb", part=_shown(part))
            if since_row > MOST_BETWEEN_ROWS or rows > MOST_ROW_TAGS:
                raise ReadError("bomb", part=_shown(part))
            tail = block[-80:]


def _note_merges(text: bytes, merges: list[tuple[int, int, int]]) -> None:
    for found in _MERGE.findall(text):
        if len(merges) >= MOST_MERGES:
            return
        left, top, right, bottom = range_boundaries(found.decode())
        if left == right and bottom > top and (top, bottom, left) not in merges[-3:]:
            merges.append((top, bottom, left))
