"""JPEG without its private parts: pixels, colour profile and nothing else, not re-encoded."""

import re
from struct import pack

from .refusals import BrokenFileError

_START = b"\xff\xd8"
_END = b"\xff\xd9"
_SCAN = 0xDA
# What ends a scan: any marker but a stuffed zero, a fill byte or a restart.
_NEXT = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def stripped(data: bytes, exif: bytes) -> bytes:
    """Return the file with `exif` (may be empty) in place of all that it said about itself.

    What follows the picture's end goes too: phones put second pictures and films there.
    """
    out = bytearray(_START)
    if exif:
        out += b"\xff\xe1" + pack(">H", len(exif) + 2) + exif
    at = 2
    while True:
        at, marker = _marker(data, at)
        if marker == _END[1]:
            return bytes(out + _END)
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise BrokenFileError("segment")
        if marker == _SCAN:
            following = _NEXT.search(data, end)
            end = following.start() if following else len(data)
        if _shows(marker, data[at + 4 : at + 16]):
            out += data[at:end]
        at = end
        if at >= len(data):
            # The end mark is missing; the decoder judges whether anything else is.
            return bytes(out)


def _marker(data: bytes, at: int) -> tuple[int, int]:
    while data[at : at + 2] == b"\xff\xff":
        at += 1
    if len(data) < at + 2 or data[at] != 0xFF:
        raise BrokenFileError("marker")
    return at, data[at + 1]


def _shows(marker: int, begins: bytes) -> bool:
    """Whether a segment is needed to show the picture as it was meant."""
    if marker == 0xFE:
        return False
    if not 0xE0 <= marker <= 0xEF:
        return True
    kept = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}.get(marker)
    return kept is not None and begins.startswith(kept)
