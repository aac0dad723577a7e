"""Sources in the text: superscript links into the numbered list."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from ..blocks.cites import numbers

register = template.Library()

GLUE = "\u2060"  # keeps a mark on the line of the word it belongs to


@register.simple_tag
def cite(sources) -> SafeString | str:
    """Links for source numbers, given as a list, one number, or the words of the form: `1, 3`."""
    if isinstance(sources, str):
        sources = numbers(sources)
    elif isinstance(sources, int):
        sources = [sources]
    return _links(sources or [])


@register.filter
def cited(html: str, sources: list[int]) -> SafeString:
    """Rich text with its sources set behind its last word rather than on a line of their own."""
    marks = _links(sources or [])
    head, end, tail = str(html).rpartition("</p>")
    # The rich text is Wagtail's own, already rendered and safe; the marks are built above.
    return mark_safe(f"{head}{marks}{end}{tail}" if end else f"{tail}{marks}")  # noqa: S308 - see above


def _links(sources: list[int]) -> SafeString | str:
    if not sources:
        return ""
    label = gettext("Source %(number)d")
    links = format_html_join(
        "",
        '<a href="#source-{}" aria-label="{}">{}</a>',
        ((number, label % {"number": number}, number) for number in sources),
    )
    return format_html('{}<sup class="cite">{}</sup>', GLUE, links)
