"""Small registers for tests, and plans of them."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from heritage.registers.columns import recognise, remap
from heritage.registers.planning import Plan, PlannedRow, PlanOptions, plan_make
from heritage.registers.reading import Register, register_open


def csv_text(headers: list[str], *rows: list[str], delimiter: str = ",") -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows([headers, *rows])
    return file.getvalue()


def opened(content: str | bytes, saved_as: str = "utf-8", **options) -> Register:
    content = content.encode(saved_as) if isinstance(content, str) else content
    return register_open(io.BytesIO(content), name="test.csv", **options)


def cells_of(register: Register) -> list[tuple[str, ...]]:
    return [cells for _number, cells in register.rows()]


def workbook_bytes(*rows: list, **formats: str) -> bytes:
    """An XLSX of one sheet; `formats`: cell → number format."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cell, number_format in formats.items():
        book.active[cell].number_format = number_format
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def plan_of(headers: list[str], *rows: list[str], maps: dict | None = None, **options) -> Plan:
    """The plan of a register of these headers and rows; `options` as PlanOptions takes them."""
    register = opened(csv_text(headers, *rows))
    mapping = remap(recognise(register.headers, register.samples), maps or {})
    return plan_make(rows=register.rows(), mapping=mapping, options=PlanOptions(**options))


def planned(headers: list[str], row: list[str], **options) -> PlannedRow:
    """The plan of one row."""
    (only,) = plan_of(headers, row, **options).rows
    return only


def codes(row: PlannedRow) -> list[str]:
    return [reason.code for reason in row.reasons]


def shared_file(name: str) -> Path:
    """A file of the shared data where it lies beside the checkout; else the test is skipped."""
    for folder in Path(__file__).resolve().parents:
        path = folder / "shared" / "data" / name
        if path.exists():
            return path
    pytest.skip(f"the shared file {name} is not here")
