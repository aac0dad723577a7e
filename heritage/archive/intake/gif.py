"""GIF without its private parts: frames and their loop; comments and XMP go."""

from .refusals import BrokenFileError

_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_TEXT, _CONTROL, _APPLICATION = 0x01, 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def stripped(data: bytes, exif: bytes) -> bytes:
    """Return the file without what it says about itself. GIF has no place for `exif`."""
    try:
        return _walked(data)
    except IndexError as error:
        raise BrokenFileError("cut short") from error


def _walked(data: bytes) -> bytes:
    at = 13 + _table(data[10])
    out = bytearray(data[:at])
    while data[at] != _END:
        start = at
        if data[at] == _IMAGE:
            # Descriptor, local colours, one byte of code size, then the blocks.
            at = _blocks_end(data, at + 10 + _table(data[at + 9]) + 1)
            out += data[start:at]
        elif data[at] == _EXTENSION:
            at = _blocks_end(data, at + 2)
            if _shows(data[start + 1], data[start + 3 : start + 14]):
                out += data[start:at]
        else:
            raise BrokenFileError("block")
    return bytes(out) + bytes([_END])


def _table(flags: int) -> int:
    """Bytes of the colour table that a packed byte announces."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _shows(label: int, name: bytes) -> bool:
    return label in {_CONTROL, _TEXT} or (label == _APPLICATION and name in _LOOPS)
