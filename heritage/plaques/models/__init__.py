"""The register of printed codes, and what has happened to each."""

from .plaque import Plaque
from .plaque_event import PlaqueEvent

__all__ = ["Plaque", "PlaqueEvent"]
