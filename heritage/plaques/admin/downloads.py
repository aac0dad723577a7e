"""The symbol as a file for the sign-maker."""

import math

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.text import get_valid_filename

from .. import qr
from ..models import Plaque
from .permissions import may_see, may_see_register

USUAL_MM, LARGEST_MM = 50, 600
MM_PER_INCH = 25.4


def download_svg(request: HttpRequest, code: str) -> HttpResponse:
    """`qr.svg?mm=50`: lines that stay sharp at any size, with that width set."""
    plaque = _plaque(request, code)
    svg = qr.qr_svg(plaque.code, width_mm=_width_mm(request))
    return _file(plaque, svg.encode(), "svg", "image/svg+xml")


def download_png(request: HttpRequest, code: str) -> HttpResponse:
    """`qr.png?mm=50`: black and white at 300 dpi, at least that wide."""
    plaque = _plaque(request, code)
    dots = _width_mm(request) / MM_PER_INCH * qr.DPI
    modules = qr.modules_across(plaque.code) - 2 * qr.QUIET_ZONE
    return _file(plaque, qr.qr_png(plaque.code, math.ceil(dots / modules)), "png", "image/png")


def _plaque(request: HttpRequest, code: str) -> Plaque:
    if not may_see_register(request.user):
        raise PermissionDenied
    plaque = get_object_or_404(Plaque, code=code)
    if not may_see(request.user, plaque):
        raise PermissionDenied
    return plaque


def _width_mm(request: HttpRequest) -> int:
    """The width asked for, within what can be scanned and what can be sent."""
    asked = request.GET.get("mm", "")
    wanted = int(asked) if asked.isdecimal() and len(asked) < 6 else USUAL_MM
    return min(max(wanted, qr.SMALLEST_MM), LARGEST_MM)


def _file(plaque: Plaque, content: bytes, ending: str, kind: str) -> HttpResponse:
    name = get_valid_filename(f"plaque-{plaque.code}-{plaque.label}".strip("-"))
    disposition = content_disposition_header(True, f"{name}.{ending}")
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
