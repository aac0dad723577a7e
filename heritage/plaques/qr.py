"""A plaque's code as a QR symbol: small, sharp at any size, readable when a part of it is gone."""

import io
import math
from urllib.parse import urlsplit

import segno
from django.conf import settings

QUIET_ZONE = 4  # modules of white on each side, as ISO/IEC 18004 asks
VERSION = 5
SMALLEST_MM = 25
# A phone reads a symbol from ten times its width.
DISTANCE_PER_WIDTH = 10
DPI = 300
_MM_PER_METRE = 1000


def plaque_url(code: str) -> str:
    """The address in the symbol, in capitals: `HTTPS://STORY.EXAMPLE.ORG/Q/7K3M9X`.

    Scheme and host are the same in either case, and `/Q/` answers like `/q/`; in capitals the
    address fits QR's alphanumeric mode and the symbol stays small. A host in Chinese characters is
    written in its ASCII form.
    """
    site = urlsplit(settings.SITE_URL)
    host = site.netloc.encode("idna").decode() if not site.netloc.isascii() else site.netloc
    return f"{site.scheme}://{host}/q/{code}".upper()


def symbol(code: str) -> segno.QRCode:
    """The QR symbol of a plaque: version 5 (37 modules) at error correction H, always.

    Of all sizes this one is read with a fifth of it covered, wherever that fifth lies outside the
    three finders (tests/plaques/printing/test_damage.py). Smaller ones at H stop at 12 to 15 %. An
    address of over 64 characters does not fit, and gets the next size that holds it.
    """
    try:
        return segno.make_qr(plaque_url(code), error="h", version=VERSION)
    except segno.DataOverflowError:
        return segno.make_qr(plaque_url(code), error="h")


def modules_across(code: str) -> int:
    """Width of the symbol in modules, quiet zone included."""
    width, _height = symbol(code).symbol_size(border=QUIET_ZONE)
    return width


def smallest_mm(reading_metres: float = 0) -> int:
    """Least printed width of the symbol, quiet zone left out, to be read from a distance.

    One tenth of the distance in metres, and never under 25 mm.
    """
    return max(SMALLEST_MM, math.ceil(reading_metres * _MM_PER_METRE / DISTANCE_PER_WIDTH))


def qr_svg(code: str, *, width_mm: float | None = None, css_class: str = "qr") -> str:
    """The symbol as SVG: one filled path on white, no style, to stand in a page or alone.

    `width_mm` (quiet zone left out) gives it a size of its own, for the sign-maker.
    """
    qr = symbol(code)
    side, _height = qr.symbol_size(border=QUIET_ZONE)
    size = ""
    if width_mm:
        full = f"{width_mm * side / (side - 2 * QUIET_ZONE):.2f}mm"
        size = f' width="{full}" height="{full}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css_class}" viewBox="0 0 {side} {side}"'
        f'{size} role="img" shape-rendering="crispEdges"><title>{code}</title>'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{_runs(qr)}"/></svg>'
    )


def qr_png(code: str, scale: int = 20) -> bytes:
    """The symbol as PNG in black and white, `scale` pixels to a module, at 300 dpi."""
    buffer = io.BytesIO()
    symbol(code).save(buffer, kind="png", scale=scale, border=QUIET_ZONE, dpi=DPI)
    return buffer.getvalue()


def _runs(qr: segno.QRCode) -> str:
    """Dark modules as SVG path data: each run in a row is one rectangle."""
    path = []
    for y, row in enumerate(qr.matrix_iter(border=QUIET_ZONE)):
        start = None
        for x, is_dark in enumerate((*row, 0)):
            if is_dark and start is None:
                start = x
            elif not is_dark and start is not None:
                path.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
                start = None
    return "".join(path)
