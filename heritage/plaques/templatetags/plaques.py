"""`{% load plaques %}`: the symbol of a plaque, and “you are here” on its page."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from ..codes import is_well_formed
from ..qr import qr_svg

register = template.Library()


@register.simple_tag
def plaque_qr(code: str, width_mm: float | None = None) -> SafeString:
    """The QR symbol of a code as inline SVG; nothing for what is no code."""
    svg = qr_svg(code, width_mm=width_mm) if is_well_formed(code) else ""
    return mark_safe(svg)  # noqa: S308 - drawn by us from six characters of the alphabet


@register.inclusion_tag("plaques/here_at.html")
def here_at(parts: dict | None, key) -> dict:
    """“You are here” inside a panel, stop or spot with plaques; seen when a scan jumps to it."""
    return {"codes": (parts or {}).get(key, [])}
