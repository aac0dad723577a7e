"""The boxes of ISO base media (HEIC, AVIF, MP4), and the private ones among them blanked.

Blanking writes over bytes in place: nothing moves, so every offset in the file stays true and
no pixel is touched. After ISO/IEC 14496-12.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from

from .refusals import BrokenFileError

_MOVIE_PARTS = frozenset({b"trak", b"mdia", b"minf", b"edts"})
_TELLS = frozenset({b"udta", b"meta", b"uuid"})


@dataclass(frozen=True)
class Box:
    """One box: its kind, where it starts, where its body starts and where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes(buffer, at: int, end: int) -> Iterator[Box]:
    """Give the boxes between two offsets in turn; raises BrokenFileError where one does not fit."""
    while at + 8 <= end:
        size, kind = unpack_from(">I4s", buffer, at)
        body = at + 8
        if size == 1 and at + 16 <= end:
            size, body = unpack_from(">Q", buffer, body)[0], at + 16
        elif size == 0:
            size = end - at
        if at + size > end or at + size < body:
            raise BrokenFileError("box")
        yield Box(kind, at, body, at + size)
        at += size


def blank(buffer: bytearray, box: Box) -> None:
    """Turn a box into free space of the same length."""
    buffer[box.start + 4 : box.start + 8] = b"free"
    buffer[box.body : box.end] = bytes(box.end - box.body)


def blank_movie(buffer: bytearray, at: int, end: int) -> None:
    """Blank what a film or image sequence says about its place, camera and owner."""
    for box in boxes(buffer, at, end):
        if box.kind in _TELLS:
            blank(buffer, box)
        elif box.kind in _MOVIE_PARTS:
            blank_movie(buffer, box.body, box.end)
