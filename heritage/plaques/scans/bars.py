"""Small bars, one a day, drawn here: no script, no style attribute."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

WIDTH, GAP, HEIGHT = 4, 1, 28


def bars_svg(days: Mapping[date, int]) -> SafeString:
    """Bars as high as each day's share of the highest; a day without scans is a thin line."""
    most = max(days.values(), default=0) or 1
    bars = format_html_join(
        "",
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}"><title>{}: {}</title></rect>',
        (_bar(number, day, count, most) for number, (day, count) in enumerate(days.items())),
    )
    words = _("%(days)s days, at most %(most)s scans on one") % {
        "days": len(days),
        "most": max(days.values(), default=0),
    }
    across = len(days) * (WIDTH + GAP)
    return format_html(
        '<svg class="scan-bars" viewBox="0 0 {} {}" width="{}" height="{}" role="img" '
        'aria-label="{}">{}</svg>',
        *(across, HEIGHT, across, HEIGHT, words, bars),
    )


def _bar(number: int, day: date, count: int, most: int) -> tuple:
    height = max(round(count / most * HEIGHT), 2) if count else 1
    kind = "scan-bar" if count else "scan-none"
    across = number * (WIDTH + GAP)
    return kind, across, HEIGHT - height, WIDTH, height, date_format(day, "MONTH_DAY_FORMAT"), count
