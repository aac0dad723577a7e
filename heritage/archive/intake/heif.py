"""HEIC and AVIF without their private parts, not re-encoded: EXIF and XMP are written over.

The turn of the picture is a property of its own there (irot), so orientation is not lost.
After ISO/IEC 23008-12 and 14496-12 (iinf, infe, iloc).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .boxes import Box, blank, blank_movie, boxes
from .refusals import BrokenFileError

_TOP = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip"})
_META = frozenset(
    {b"hdlr", b"pitm", b"iinf", b"iloc", b"iprp", b"iref", b"idat", b"dinf", b"grpl", b"free"}
)
# An EXIF item that says nothing: offset of the TIFF header, the header, no entries.
_EMPTY_EXIF = b"\0\0\0\0" + b"MM\0*\0\0\0\x08" + b"\0\0" + b"\0\0\0\0"


def stripped(data: bytes, exif: bytes) -> bytes:
    """Return the file, of the same length, with its EXIF, XMP and foreign boxes blanked."""
    buffer = bytearray(data)
    for box in list(boxes(buffer, 0, len(buffer))):
        if box.kind == b"meta":
            _strip_meta(buffer, box)
        elif box.kind == b"moov":
            blank_movie(buffer, box.body, box.end)
        elif box.kind not in _TOP:
            blank(buffer, box)
    return bytes(buffer)


def _strip_meta(buffer: bytearray, meta: Box) -> None:
    parts = {}
    for box in list(boxes(buffer, meta.body + 4, meta.end)):
        parts[box.kind] = box
        if box.kind not in _META:
            blank(buffer, box)
    if b"iinf" not in parts or b"iloc" not in parts:
        return
    telling = dict(_telling_items(buffer, parts[b"iinf"]))
    for item, start, length in _extents(buffer, parts[b"iloc"], parts.get(b"idat")):
        if item in telling:
            end = start + length if length else len(buffer)
            if end > len(buffer):
                raise BrokenFileError("item")
            filler = _EMPTY_EXIF if telling[item] == b"Exif" else b""
            pad = b"\0" if filler else b" "
            buffer[start:end] = filler.ljust(end - start, pad)[: end - start]


def _telling_items(buffer: bytearray, iinf: Box) -> Iterator[tuple[int, bytes]]:
    """Give number and kind of each item that holds words about the picture, not the picture."""
    count_bytes = 2 if buffer[iinf.body] == 0 else 4
    for infe in boxes(buffer, iinf.body + 4 + count_bytes, iinf.end):
        version = buffer[infe.body]
        if version < 2:
            raise BrokenFileError("item of an old kind")
        reader = _Reader(buffer, infe.body + 4)
        item = reader.number(2 if version == 2 else 4)
        reader.number(2)
        kind = bytes(buffer[reader.at : reader.at + 4])
        if kind in {b"Exif", b"mime"}:
            yield item, kind


def _extents(buffer: bytearray, iloc: Box, idat: Box | None) -> Iterator[tuple[int, int, int]]:
    """Give item number, offset in the file and length of every piece of every item."""
    version = buffer[iloc.body]
    reader = _Reader(buffer, iloc.body + 4)
    sizes = reader.number(2)
    offset, length, base, index = (sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15)
    wide = 4 if version == 2 else 2
    for _item in range(reader.number(wide)):
        item = reader.number(wide)
        method = reader.number(2) & 15 if version else 0
        reader.number(2)
        start = reader.number(base)
        if method == 1 and idat is not None:
            start += idat.body
        for _piece in range(reader.number(2)):
            if version:
                reader.number(index)
            at = reader.number(offset)
            yield item, start + at, reader.number(length)


@dataclass
class _Reader:
    """Reads big-endian numbers one after another."""

    buffer: bytearray
    at: int

    def number(self, size: int) -> int:
        """The next number of `size` bytes; nothing is zero."""
        self.at += size
        if self.at > len(self.buffer):
            raise BrokenFileError("table")
        return int.from_bytes(self.buffer[self.at - size : self.at], "big")
