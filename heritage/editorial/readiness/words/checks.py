from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..registry import Lack, register_check
from .finding import has_words, words_in


@register_check(
    "words-forbidden",
    _("No forbidden words"),
    page_types=[Page],
    asks_translations=True,
    applies=has_words,
)
def says_nothing_forbidden(page):
    """Nothing from the forbidden part of the site's own list."""
    yield from _lacks(page, forbidden=True)


@register_check(
    "words-sensitive",
    _("Sensitive words looked at"),
    page_types=[Page],
    is_required=False,
    asks_translations=True,
    applies=has_words,
)
def says_nothing_sensitive(page):
    """Each is pointed out; whether it may stand is for people to say."""
    yield from _lacks(page, forbidden=False)


def _lacks(page, *, forbidden: bool):
    for found in words_in(page):
        if found.is_forbidden == forbidden:
            yield Lack(" ".join(filter(None, [found.excerpt, found.advice])), found.field)
