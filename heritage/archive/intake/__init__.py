"""The archive's door: what is brought in is told by its content, cleaned, and kept or refused."""

from .papers import paper_admit
from .pictures import AdmittedPicture, picture_admit
from .recordings import captions_admit, recording_admit

__all__ = [
    "AdmittedPicture",
    "captions_admit",
    "paper_admit",
    "picture_admit",
    "recording_admit",
]
