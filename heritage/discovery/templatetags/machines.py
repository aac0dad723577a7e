"""What a page says to machines."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from ..linked import describe, write

register = template.Library()


@register.simple_tag(takes_context=True)
def json_ld(context) -> str:
    """The page as a JSON-LD data block; nothing for a page that schema.org has no word for."""
    page = context.get("page")
    thing = describe(page, context.flatten()) if page else None
    if thing is None:
        return ""
    text = mark_safe(write(thing))  # noqa: S308 - write() leaves no < > or & in it
    return format_html('<script type="application/ld+json">{}</script>', text)
