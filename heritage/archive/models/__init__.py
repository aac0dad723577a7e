"""Everything the archive keeps: each item with its credit, rights, date and words."""

from .paper import Paper
from .picture import Picture, PictureRendition
from .recording import Recording

__all__ = ["Paper", "Picture", "PictureRendition", "Recording"]
