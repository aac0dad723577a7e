"""What stands on the map."""

from .corridor import CorridorPage, CorridorPanel
from .designation import Designation
from .landmark import LandmarkPage
from .location import Located
from .mural import Hotspot, MuralCondition, MuralPage, MuralView
from .neighbourhood import NeighbourhoodFact, NeighbourhoodPage

__all__ = [
    "CorridorPage",
    "CorridorPanel",
    "Designation",
    "Hotspot",
    "LandmarkPage",
    "Located",
    "MuralCondition",
    "MuralPage",
    "MuralView",
    "NeighbourhoodFact",
    "NeighbourhoodPage",
]
