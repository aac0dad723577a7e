"""What an editor sees of a place: coordinates that say back where they lie."""

from .panels import PointPanel

__all__ = ["PointPanel"]
