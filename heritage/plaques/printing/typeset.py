"""Plates into PDF, SVG or PNG. Words go to Typst as JSON data, never as a part of its program."""

import io
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from . import extras
from .layouts import LAYOUTS, Layout, LayoutName
from .outlines import all_paths
from .plates import Plate
from .sheet import check, sheet_data

HERE = Path(__file__).parent
TEMPLATES = HERE / "typesetting"
AT_A_TIME = 180  # plates for one run of the press: what it lays out it keeps in memory
MOST_SECONDS = 300


def pdf_of(
    plates: Sequence[Plate], layout: LayoutName | str, *, metres: float | None = None
) -> bytes:
    """Sheets to print and cut, as PDF; raises PrintingError, in words, for what cannot be."""
    extras.require()
    layout = LAYOUTS[LayoutName(layout)]
    sizes = check(plates, layout, metres)
    per_sheet = layout.per_sheet * sizes.columns * sizes.rows
    sheets = max(1, AT_A_TIME // per_sheet)
    count = math.ceil(len(plates) / per_sheet)
    parts = []
    for first in range(0, count, sheets):
        some = plates[first * per_sheet : (first + sheets) * per_sheet]
        parts += _press(sheet_data(some, layout, sizes, first=first, count=count), layout, "pdf")
    return parts[0] if len(parts) == 1 else _joined(parts)


def files_of(
    plates: Sequence[Plate], layout: LayoutName | str, form: str, *, metres: float | None = None
) -> Iterator[list[bytes]]:
    """Each plate alone at its natural size, as `svg` or `png`: its sides, in order.

    Letters in an SVG are outlines: a sign-maker needs none of our type.
    """
    extras.require()
    layout = LAYOUTS[LayoutName(layout)]
    sizes = check(plates, layout, metres)
    step = 6 if form == "png" else AT_A_TIME // 2
    for at in range(0, len(plates), step):
        pages = _press(sheet_data(plates[at : at + step], layout, sizes), layout, form)
        if form == "svg":
            pages = [all_paths(page) for page in pages]
        each = layout.pages_each
        yield from (pages[page : page + each] for page in range(0, len(pages), each))


def _press(sheet: dict, layout: Layout, form: str) -> list[bytes]:
    """The pages that Typst makes of a sheet (of a PDF: all in one), in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        job = {
            "template": str(TEMPLATES / layout.template),
            "root": str(TEMPLATES),
            "fonts": [str(path) for path in extras.font_folders()],
            "output": str(Path(folder) / ("all.pdf" if form == "pdf" else f"{{0p}}.{form}")),
            "form": form,
            "dpi": layout.dpi,
            "sheet": sheet,
        }
        # -P: the modules beside press.py are not the ones it imports.
        done = subprocess.run(  # noqa: S603 - our own program, with data on its standard input
            [sys.executable, "-P", str(HERE / "press.py")],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
        return [path.read_bytes() for path in sorted(Path(folder).iterdir())]


def _joined(parts: list[bytes]) -> bytes:
    """Several PDFs as one, with the title of the first."""
    from pypdf import PdfReader, PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    for part in parts:
        writer.append(io.BytesIO(part), import_outline=False)
    writer.add_metadata(PdfReader(io.BytesIO(parts[0])).metadata or {})
    writer.write(out)
    return out.getvalue()
