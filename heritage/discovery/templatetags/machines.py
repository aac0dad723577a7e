"""What a page says to machines."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from heritage.storytelling.templatetags.story import joined

from ..linked import describe, describe_image, write

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


@register.inclusion_tag("discovery/preview.html", takes_context=True)
def preview(context) -> dict:
    """What a chat shows of a link to the page, in Open Graph's words."""
    page = context["page"]
    slogan = joined(getattr(page, "slogan_lines", ()))
    return {
        "kind": "website" if slogan else "article",
        "title": page.seo_title or slogan or page.title,
        "words": page.search_description or page.lede,
        "url": context.get("canonical", ""),
        "image": describe_image(context.get("picture")),
    }
