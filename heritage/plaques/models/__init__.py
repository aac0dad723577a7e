"""The register of printed codes."""

from .plaque import Plaque

__all__ = ["Plaque"]
