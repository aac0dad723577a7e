"""PNG without its private parts: what shows the picture, not re-encoded. Of an animation its still
picture stays: Willow, which makes the sizes, knows no animated PNG."""

import zlib
from struct import pack, unpack_from

from .refusals import BrokenFileError

_SIGNATURE = 8
_SHOWS = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs hIST".split())


def stripped(data: bytes, exif: bytes) -> bytes:
    """Return the file with `exif` (may be empty) in place of all that it said about itself."""
    out = bytearray(data[:_SIGNATURE])
    at = _SIGNATURE
    while True:
        if at + 12 > len(data):
            raise BrokenFileError("no end")
        length, kind = unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise BrokenFileError("chunk")
        if kind in _SHOWS:
            out += data[at:end]
        if kind == b"IHDR" and exif:
            out += _chunk(b"eXIf", exif.removeprefix(b"Exif\0\0"))
        if kind == b"IEND":
            return bytes(out)
        at = end


def _chunk(kind: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body))
