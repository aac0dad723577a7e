"""HTTP Range requests for files: RFC 9110, section 14, one range at a time."""

import re
from collections.abc import Iterator
from pathlib import Path

CHUNK = 64 * 1024
ONE_RANGE = re.compile(r"bytes\s*=\s*(\d{0,19})\s*-\s*(\d{0,19})", re.ASCII | re.IGNORECASE)


class UnsatisfiableRangeError(Exception):
    """The range begins behind the end of the file: 416."""


def read_range(header: str, size: int) -> tuple[int, int] | None:
    """Return the first and last byte asked for, both inclusive, or None for the whole file.

    A header that is malformed, asks in another unit, or for several ranges at once is answered with
    the whole file, as the standard allows. Raises UnsatisfiableRangeError.
    """
    match = ONE_RANGE.fullmatch(header.strip())
    if not match or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        return _last_bytes(int(last), size)
    start, end = int(first), int(last) if last else size - 1
    if last and end < start:
        return None
    if start >= size:
        raise UnsatisfiableRangeError
    return start, min(end, size - 1)


def _last_bytes(count: int, size: int) -> tuple[int, int]:
    if count == 0 or size == 0:
        raise UnsatisfiableRangeError
    return max(size - count, 0), size - 1


def file_part(path: Path, start: int, length: int) -> Iterator[bytes]:
    """The bytes of a file from `start`, `length` of them, in chunks."""
    with path.open("rb") as file:
        file.seek(start)
        while length > 0 and (chunk := file.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk
