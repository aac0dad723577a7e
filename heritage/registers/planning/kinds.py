"""The kinds of page a row may become."""

from functools import cache

from django.conf import settings
from django.utils.translation import override

from heritage.histories.models import HistoryPage, PersonPage
from heritage.places.models import CorridorPage, LandmarkPage, MuralPage, NeighbourhoodPage
from heritage.trails.models import TrailPage

LANDMARK, NEIGHBOURHOOD = "landmark", "neighbourhood"
KINDS = {
    LANDMARK: LandmarkPage,
    "mural": MuralPage,
    "corridor": CorridorPage,
    "history": HistoryPage,
    "person": PersonPage,
    "trail": TrailPage,
    NEIGHBOURHOOD: NeighbourhoodPage,
}
# Those that may hold designations (the column is any page's; only these show them).
WITH_DESIGNATIONS = {LANDMARK, NEIGHBOURHOOD}


@cache
def kind_named(words: str) -> str | None:
    """The kind whose pages are called so in one of the site's languages."""
    for code, _language in settings.LANGUAGES:
        with override(code):
            for kind, model in KINDS.items():
                if words in (kind, str(model._meta.verbose_name)):
                    return kind
    return None


def kind_of(model) -> str | None:
    """The kind of a page model; None for one that no register brings in."""
    return next((kind for kind, one in KINDS.items() if one is model), None)
