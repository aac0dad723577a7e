from django.conf import settings

from heritage.places.models import NeighbourhoodPage


class UnknownNeighbourhoodError(ValueError):
    """An address that is no neighbourhood's; the message names those there are."""


def neighbourhood_named(slug: str) -> NeighbourhoodPage:
    """The neighbourhood with an address, in the source language if it can be."""
    pages = NeighbourhoodPage.objects.filter(slug=slug)
    page = pages.filter(locale__language_code=settings.LANGUAGE_CODE).first() or pages.first()
    if page is None:
        there = NeighbourhoodPage.objects.order_by("path").values_list("slug", flat=True)
        known = ", ".join(dict.fromkeys(there)) or "none yet"
        raise UnknownNeighbourhoodError(f"There is no neighbourhood “{slug}”. There are: {known}.")
    return page
