"""Entries in Wagtail's log, many at once, as its own signals would have completed them."""

from collections.abc import Sequence

from wagtail.models import Page, PageLogEntry

from heritage.editorial.teams.neighbourhoods import NEIGHBOURHOOD_DEPTH

from .inserting import rows_insert

_PLACE = NEIGHBOURHOOD_DEPTH * Page.steplen


def entries_write(pages: Sequence[Page], actions: Sequence[str], hand, **told) -> None:
    """One entry for each page and action; `told` goes into each.

    Where a page stood is kept with it (editorial/audit does so for a single entry).
    """
    found = Page.objects.filter(path__in={page.path[:_PLACE] for page in pages})
    places = {
        place.path: {"key": str(place.translation_key), "title": place.title} for place in found
    }
    entries = [
        PageLogEntry(
            content_type_id=page.content_type_id,
            page_id=page.pk,
            label=page.title,
            action=action,
            data={**hand.data, "neighbourhood": places[page.path[:_PLACE]]},
            uuid=hand.uuid,
            user=hand.user,
            revision=page.latest_revision if action == "wagtail.edit" else None,
            **told,
        )
        for page in pages
        for action in actions
    ]
    rows_insert(entries)
