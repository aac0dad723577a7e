"""Headers of our own exports: the words of a column, with its key behind: `名称 (title)`."""

import re

from .column import Column
from .mapping import Mapping, MappingError, column_named

_KEYED = re.compile(r"(?:.*\s)?\(([a-z_]+(?:_\d{1,2})?)\)")


def keyed(column: Column, number: int = 1) -> str:
    """The header of an export, in the active language."""
    key = column.key if number == 1 else f"{column.key}_{number}"
    words = f"{column.label} {number}" if number > 1 else str(column.label)
    return f"{words} ({key})"


def column_keyed(header: str) -> tuple[Column | None, int]:
    """The column whose key stands behind the words of a header; (None, 1) where none does."""
    found = _KEYED.fullmatch(header.strip())
    try:
        return column_named(found[1]) if found else (None, 1)
    except MappingError:
        return None, 1


def is_export(mapping: Mapping) -> bool:
    """Whether a file is an export of ours: it says of each page which it is, and its state then."""
    said = {column_keyed(m.header)[0] for m in mapping.matches} - {None}
    return {"key", "fingerprint"} <= {column.key for column in said}
