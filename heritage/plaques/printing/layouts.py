"""The layouts a plate can be printed in: how large, and from how far off each can be read."""

import math
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .. import qr

MM_PER_METRE = 1000
STICKER_MM = (60, 68)
SHEET_ROOM_MM = (194, 272)  # what an A4 sheet has for stickers, inside its margins


class PrintingError(Exception):
    """What is asked for cannot be printed; the message is a sentence for the operator."""


class TooSmallError(PrintingError):
    """The layout has no room for the symbol that its reading distance asks for."""


class LayoutName(StrEnum):
    STICKERS = "stickers"
    A6 = "a6"
    A6_PAPER = "a6-paper"
    CORRIDOR = "corridor"
    STATUTORY = "statutory"


@dataclass(frozen=True)
class Layout:
    """One way to print a plate."""

    title: str | Promise
    template: str
    symbol_mm: float  # width of the symbol, quiet zone left out, unless a distance asks for more
    room_mm: float  # what the plate has for the symbol and its quiet zone
    look: str = ""
    per_sheet: int = 1  # of a layout that does not grow
    pages_each: int = 1  # pages of one plate printed alone: front and back are two
    grows: bool = False  # the whole plate grows with its symbol
    needs_statement: bool = False
    dpi: int = 300  # of a PNG


LAYOUTS = {
    LayoutName.STICKERS: Layout(
        _("Stickers, on A4 sheets"), "stickers.typ", symbol_mm=28, room_mm=40, grows=True
    ),
    LayoutName.A6: Layout(_("Plate A6, blue enamel"), "a6.typ", 46, 76, "enamel", per_sheet=2),
    LayoutName.A6_PAPER: Layout(_("Plate A6, warm paper"), "a6.typ", 46, 76, "paper", per_sheet=2),
    LayoutName.CORRIDOR: Layout(_("Panels of a corridor"), "corridor.typ", 40, 62, per_sheet=3),
    LayoutName.STATUTORY: Layout(
        _("Statutory marker, front and back, 60 × 40 cm"),
        "statutory.typ",
        symbol_mm=100,
        room_mm=200,
        pages_each=2,
        needs_statement=True,
        dpi=150,  # 60 cm wide: 3,543 dots
    ),
}


@dataclass(frozen=True)
class Sizes:
    """Measures of a batch, in millimetres; `scale` is what a growing plate is multiplied by."""

    symbol: float
    panel: float
    least: int
    metres: float
    scale: float = 1
    columns: int = 1
    rows: int = 1


def sizes_for(layout: Layout, modules: int, metres: float | None) -> Sizes:
    """Measures for symbols of `modules` across (quiet zone included), read from `metres`.

    Without a distance the layout's own symbol tells it: ten times its width. Raises TooSmallError
    where the distance asks for a symbol that the layout has no room for.
    """
    inside = modules - 2 * qr.QUIET_ZONE
    metres = metres or layout.symbol_mm * qr.DISTANCE_PER_WIDTH / MM_PER_METRE
    least = qr.smallest_mm(metres)
    symbol = max(layout.symbol_mm, least)
    panel = symbol * modules / inside
    if layout.grows:
        return _grown(layout, symbol, panel, least, metres)
    if panel > layout.room_mm:
        _refuse(layout, least, math.floor(layout.room_mm * inside / modules), metres)
    return Sizes(symbol, panel, least, metres)


def _grown(layout: Layout, symbol: float, panel: float, least: int, metres: float) -> Sizes:
    """A sticker grows with its symbol, and fewer of them go on a sheet."""
    scale = symbol / layout.symbol_mm
    pairs = zip(SHEET_ROOM_MM, STICKER_MM, strict=True)
    columns, rows = (math.floor(room / (side * scale)) for room, side in pairs)
    if not columns or not rows or panel > layout.room_mm * scale:
        most = min(room / side for room, side in zip(SHEET_ROOM_MM, STICKER_MM, strict=True))
        _refuse(layout, least, math.floor(layout.symbol_mm * most), metres)
    return Sizes(symbol, panel, least, metres, scale, columns, rows)


def _refuse(layout: Layout, least: int, most: int, metres: float):
    raise TooSmallError(
        _(
            "Too small: to be read from %(metres)s m the symbol must be %(least)s mm wide, and "
            "“%(layout)s” has room for %(most)s mm. Choose a larger layout or a shorter distance."
        )
        % {"metres": f"{metres:g}", "least": least, "most": most, "layout": layout.title}
    )
