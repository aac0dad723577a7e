"""The kinds of page a row may become."""

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


def kind_of(model) -> str | None:
    """The kind of a page model; None for one that no register brings in."""
    return next((kind for kind, one in KINDS.items() if one is model), None)
