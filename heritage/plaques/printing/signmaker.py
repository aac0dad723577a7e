"""A batch for the sign-maker: one file for each side of each plate, and a list, in a ZIP."""

import csv
import io
import zipfile
from collections.abc import Sequence

from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from .. import qr
from .layouts import LAYOUTS, LayoutName
from .plates import Plate
from .sheet import sizes_of
from .typeset import files_of

FORMS = ("svg", "png")
LIST_NAME = "list.csv"
LONGEST_NAME = 40
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def zip_of(
    plates: Sequence[Plate], layout: LayoutName | str, form: str, *, metres: float | None = None
) -> bytes:
    """A ZIP of `svg` or `png` files at natural size and `list.csv`, which says what is in them."""
    layout = LayoutName(layout)
    rows = []
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        made = files_of(plates, layout, form, metres=metres)
        for plate, sides in zip(plates, made, strict=True):
            names = [
                _file_name(plate, layout, form, side, len(sides)) for side in range(len(sides))
            ]
            for name, content in zip(names, sides, strict=True):
                package.writestr(name, content)
            rows.append([plate, names])
        package.writestr(LIST_NAME, _list(rows, layout, metres))
    return buffer.getvalue()


def _file_name(plate: Plate, layout: LayoutName, form: str, side: int, sides: int) -> str:
    """`7K3M9X-逵园.svg`; of a marker `7K3M9X-逵园-front.svg`."""
    parts = [plate.code]
    if title := get_valid_filename(plate.facts.name_zh.strip()[:LONGEST_NAME] or "-").strip("-_."):
        parts.append(title)
    if sides > 1:
        parts.append(("front", "back")[side])
    return f"{'-'.join(parts)}.{form}"


def _list(rows, layout: LayoutName, metres) -> str:
    """The list as a spreadsheet opens it: UTF-8 with its mark, nothing taken for a formula."""
    out = io.StringIO()
    out.write("\ufeff")
    table = csv.writer(out)
    table.writerow(
        [
            _("code"),
            _("address"),
            _("name"),
            _("name in English"),
            _("neighbourhood"),
            _("layout"),
            _("symbol (mm)"),
            _("smallest (mm)"),
            _("reading distance (m)"),
            _("files"),
        ]
    )
    for plate, names in rows:
        sizes = sizes_of(plate.code, layout, metres)
        facts = plate.facts
        words = [facts.name_zh, facts.name_en, facts.neighbourhood_zh]
        measures = [f"{sizes.symbol:g}", sizes.least, f"{sizes.metres:g}"]
        what = [LAYOUTS[layout].title, *measures, " ".join(names)]
        table.writerow([plate.code, qr.plaque_url(plate.code), *map(_plain, words), *what])
    return out.getvalue()


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
