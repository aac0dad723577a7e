"""Plates into PDF, SVG or PNG. Words go to Typst as JSON data, never as a part of its program."""

import base64
import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import qr
from . import extras
from .layouts import LAYOUTS, Layout, LayoutName, PrintingError, Sizes, sizes_for
from .plates import Plate

TEMPLATES = Path(__file__).parent / "typesetting"
PICTURE = re.compile(
    rb'<image( transform="[^"]+")? xlink:href="data:image/svg\+xml;base64,([^"]+)"'
    rb' width="([^"]+)" height="([^"]+)"[^>]*/>'
)
MOST_NAMED = 5
STATEMENTS = {
    "grade": gettext_lazy("grade"),
    "name": gettext_lazy("name"),
    "announced_by": gettext_lazy("announcing body"),
    "announced_on": gettext_lazy("date announced"),
    "erected_by": gettext_lazy("body that put it up"),
    "erected_on": gettext_lazy("date put up"),
}


def pdf_of(
    plates: Sequence[Plate], layout: LayoutName | str, *, metres: float | None = None
) -> bytes:
    """Sheets to print and cut, as PDF; raises PrintingError, in words, for what cannot be."""
    layout = LAYOUTS[LayoutName(layout)]
    return _compile(plates, layout, metres, mode="sheets", form="pdf")


def files_of(
    plates: Sequence[Plate], layout: LayoutName | str, form: str, *, metres: float | None = None
) -> list[list[bytes]]:
    """Each plate alone at its natural size, as `svg` or `png`: its sides, in order.

    Letters in an SVG are outlines: a sign-maker needs none of our type.
    """
    layout = LAYOUTS[LayoutName(layout)]
    made = _compile(plates, layout, metres, mode="alone", form=form)
    pages = made if isinstance(made, list) else [made]
    if form == "svg":
        pages = [_all_paths(page) for page in pages]
    each = layout.pages_each
    return [pages[at : at + each] for at in range(0, len(pages), each)]


def _compile(plates: Sequence[Plate], layout: Layout, metres, *, mode: str, form: str):
    extras.require()
    import typst

    sheet = sheet_data(plates, layout, metres, mode)
    return typst.compile(
        TEMPLATES / layout.template,
        root=TEMPLATES,
        font_paths=extras.fonts(),
        ignore_system_fonts=True,
        format=form,
        ppi=layout.dpi,
        pdf_tags=False,  # for a printing press, not for a reader; half the memory
        sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)},
    )


def sheet_data(plates: Sequence[Plate], layout: Layout, metres: float | None, mode: str) -> dict:
    """All that a template is told: measures, the note for the margin, and the plates."""
    if not plates:
        raise PrintingError(_("There is no plaque to print."))
    if layout.needs_statement:
        _check_statements(plates)
    sizes = _sizes(plates[0].code, layout, metres)  # one address, one length: the same for all
    return {
        "title": str(layout.title),
        "author": settings.WAGTAIL_SITE_NAME,
        "note": margin_note(sizes),
        "sheet_word": _("Sheet"),
        "sides": [_("front"), _("back")],
        "look": layout.look,
        "mode": mode,
        "sizes": asdict(sizes),
        "plates": [_plate_data(plate) for plate in plates],
    }


def _all_paths(page: bytes) -> bytes:
    """A page whose SVG pictures (symbol, ornament) stand in it as paths.

    Typst puts them in as data addresses, which drawing and cutting programs do not open.
    """

    def paths(found: re.Match) -> bytes:
        drawing = base64.b64decode(found[2])
        size = b'<svg width="%s" height="%s"' % (found[3], found[4])
        return b"<g%s>%s</g>" % (found[1] or b"", drawing.replace(b"<svg", size, 1))

    return PICTURE.sub(paths, page)


def sizes_of(code: str, layout: LayoutName | str, metres: float | None = None) -> Sizes:
    """The measures a code is printed in; TooSmallError where the layout has no room for them."""
    return _sizes(code, LAYOUTS[LayoutName(layout)], metres)


def _sizes(code: str, layout: Layout, metres: float | None) -> Sizes:
    return sizes_for(layout, qr.modules_across(code), metres)


def margin_note(sizes: Sizes) -> str:
    """What the printer must keep to, in a sentence."""
    return _(
        "Symbol %(symbol)s mm wide. Smallest size to be read from %(metres)s m: %(least)s mm. "
        "Print at 100 %%, do not scale."
    ) % {
        "symbol": f"{sizes.symbol:g}",
        "metres": f"{sizes.metres:g}",
        "least": sizes.least,
    }


def _plate_data(plate: Plate) -> dict:
    scan_zh, scan_en = plate.scan_words
    return {
        **asdict(plate.facts),
        "code": plate.code,
        "svg": qr.qr_svg(plate.code),
        "scan_zh": scan_zh,
        "scan_en": scan_en,
    }


def _check_statements(plates: Sequence[Plate]) -> None:
    """A marker without one of the six statements is none: say whose lacks which."""
    lacking = []
    for plate in plates:
        statement = plate.facts.statement
        missing = statement.missing if statement else [_("all six statements")]
        if missing:
            lacking.append(f"{plate.code}: {', '.join(str(STATEMENTS.get(m, m)) for m in missing)}")
    if lacking:
        raise PrintingError(
            _("A statutory marker states six things. Missing: %(what)s.")
            % {"what": "; ".join(lacking[:MOST_NAMED])}
        )
