"""Where the page behind a plaque stands in the tree, across languages."""

from uuid import UUID

from django.conf import settings
from wagtail.models import Page

# Root, home page of a language, neighbourhood.
NEIGHBOURHOOD_DEPTH = 3


def source_page(page: Page) -> Page:
    """The page in the source language, or the page itself where it has none there."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return page
    source = Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE
    )
    return source.first() or page


def neighbourhood_key_of(page: Page) -> UUID:
    """The translation key of the neighbourhood a page stands in.

    A page that stands directly under a home page, as a trail across neighbourhoods does, is its
    own; so is a home page.
    """
    if page.depth <= NEIGHBOURHOOD_DEPTH:
        return page.translation_key
    path = page.path[: NEIGHBOURHOOD_DEPTH * Page.steplen]
    return Page.objects.values_list("translation_key", flat=True).get(path=path)


def neighbourhoods():
    """Pages in the source language that plaques may be sorted under, by name."""
    return Page.objects.filter(
        depth=NEIGHBOURHOOD_DEPTH, locale__language_code=settings.LANGUAGE_CODE
    ).order_by("title")


def page_of(plaque) -> Page | None:
    """The page a plaque points at, in the source language or any; None where it is deleted."""
    if plaque.target_key is None:
        return None
    pages = Page.objects.filter(translation_key=plaque.target_key).select_related("locale")
    by_language = {page.locale.language_code: page for page in pages}
    return by_language.get(settings.LANGUAGE_CODE) or next(iter(by_language.values()), None)
