"""What a template is told of a batch, as plain data."""

from collections.abc import Sequence
from dataclasses import asdict

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import qr
from .layouts import LAYOUTS, Layout, LayoutName, PrintingError, Sizes, sizes_for
from .plates import Plate

MOST_NAMED = 5
STATEMENTS = {
    "grade": gettext_lazy("grade"),
    "name": gettext_lazy("name"),
    "announced_by": gettext_lazy("announcing body"),
    "announced_on": gettext_lazy("date announced"),
    "erected_by": gettext_lazy("body that put it up"),
    "erected_on": gettext_lazy("date put up"),
}


def check(plates: Sequence[Plate], layout: Layout, metres: float | None) -> Sizes:
    """The measures of a batch; PrintingError where it cannot be printed."""
    if not plates:
        raise PrintingError(_("There is no plaque to print."))
    if layout.needs_statement:
        _check_statements(plates)
    return _sizes(plates[0].code, layout, metres)  # one address, one length: the same for all


def sheet_data(
    plates: Sequence[Plate], layout: Layout, sizes: Sizes, *, first: int = 0, count: int = 0
) -> dict:
    """All that a template is told: measures, the note for the margin, and the plates.

    They begin on the sheet after the `first` of `count` in all; without a count each stands alone.
    """
    return {
        "title": str(layout.title),
        "author": settings.WAGTAIL_SITE_NAME,
        "note": margin_note(sizes),
        "sheet_word": _("Sheet"),
        "sides": [_("front"), _("back")],
        "look": layout.look,
        "mode": "sheets" if count else "alone",
        "first": first,
        "count": count,
        "sizes": asdict(sizes),
        "plates": [_plate_data(plate) for plate in plates],
    }


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
