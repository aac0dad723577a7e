from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import override

from .choosing import Choice
from .formats import FORMATS
from .rows import ExportError, Rows, most_children, slots_of

__all__ = ["ExportError", "Leaving", "register_leave"]


class Leaving:
    """A register about to be written: `count` pages; the bytes come by `stream`."""

    def __init__(self, choice: Choice, form: str):
        self._choice, self._format = choice, FORMATS[form]
        self.count, designations, sources = most_children(choice)
        self._slots = slots_of(choice, designations, sources)

    @property
    def content_type(self) -> str:
        return self._format.content_type

    @property
    def file_name(self) -> str:
        """`enning-lu-2026-11-24.csv`."""
        place = self._choice.neighbourhood
        stem = place.slug if place is not None else "register"
        return f"{stem}-{timezone.localdate().isoformat()}.{self._format.ending}"

    def stream(self) -> Iterator[bytes]:
        """The bytes of the file, in pieces. ExportError where the format cannot hold a cell."""
        rows = Rows(self._choice, self._slots, is_worded=self._format.is_worded)
        pieces = self._format.write(self._slots, rows)
        while True:
            # The language is this register's only while we are at work on it.
            with override(self._choice.language):
                piece = next(pieces, None)
            if piece is None:
                return
            yield piece


def register_leave(*, choice: Choice, form: str) -> Leaving:
    """Take pages out as a register; `form`: a key of FORMATS. ExportError in words."""
    return Leaving(choice, form)
