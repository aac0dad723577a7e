from django import template
from django.utils.safestring import SafeString, mark_safe

from ..sanitise import clean_html

register = template.Library()


@register.filter
def clean(html: str) -> SafeString:
    """Rich text, fit to be shown."""
    return mark_safe(clean_html(html))  # noqa: S308 - that is what cleaning it is for
