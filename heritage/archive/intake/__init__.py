"""The archive's door: what is brought in is told by its content, cleaned, and kept or refused."""

from .pictures import AdmittedPicture, picture_admit

__all__ = ["AdmittedPicture", "picture_admit"]
