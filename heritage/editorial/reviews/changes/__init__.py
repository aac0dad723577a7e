"""What a version of a page says otherwise than the one visitors read, side by side."""

from .whole import Change, Section, changes_of

__all__ = ["Change", "Section", "changes_of"]
