"""WebP without its private parts: what shows the picture, animation included, not re-encoded."""

from struct import pack, unpack_from

from .refusals import BrokenFileError

_SHOWS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_SAYS_XMP, _SAYS_EXIF = 0x04, 0x08


def stripped(data: bytes, exif: bytes) -> bytes:
    """Return the file with `exif` (may be empty) in place of all that it said about itself."""
    end = 8 + unpack_from("<I", data, 4)[0]
    if end > len(data) + 1:
        raise BrokenFileError("cut short")
    out = bytearray()
    at = 12
    while at + 8 <= min(end, len(data)):
        kind, length = unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            raise BrokenFileError("chunk")
        if kind == b"VP8X":
            flags = body[0] & ~(_SAYS_XMP | _SAYS_EXIF)
            body = bytes([flags | (_SAYS_EXIF if exif else 0)]) + body[1:]
        if kind in _SHOWS:
            out += _chunk(kind, body)
        at += 8 + length + length % 2
    if exif:
        out += _chunk(b"EXIF", exif)
    return b"RIFF" + pack("<I", len(out) + 4) + b"WEBP" + bytes(out)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
