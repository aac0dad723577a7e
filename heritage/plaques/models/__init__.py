"""The register of printed codes, and what has happened to each."""

from .fixture import Condition, Fixture
from .inspection import Inspection
from .plaque import PartKind, Plaque
from .plaque_event import PlaqueEvent
from .statutory_marker import StatutoryMarker

__all__ = [
    "Condition",
    "Fixture",
    "Inspection",
    "PartKind",
    "Plaque",
    "PlaqueEvent",
    "StatutoryMarker",
]
