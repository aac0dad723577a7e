"""The shared date tables, where they lie beside the checkout: tests that need one are skipped
without it."""

import csv
from pathlib import Path

import pytest


def rows(name):
    """Rows of a shared table as dictionaries."""
    for folder in Path(__file__).resolve().parents:
        table = folder / "shared" / "data" / name
        if table.exists():
            with table.open(encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))
    pytest.skip(f"the shared table {name} is not here")
