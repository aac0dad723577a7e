"""Find the row of headers, also below a title, and in two rows under a merged cell."""

from collections.abc import Iterable
from itertools import islice

from ..columns.recognising import known_words

LOOKED_AT = 30  # rows
LONGEST_HEADER = 80
Row = tuple[int, list[str]]


def find_headers(rows: Iterable[Row]) -> tuple[int, list[str], int]:
    """Give (row number of the last header row, headers, how many are recognised).

    Where nothing is recognised the first row with words is taken, and 0 said; the number is 0 for
    a file without any.
    """
    head = [
        (number, cells) for number, cells in islice(rows, LOOKED_AT) if any(map(str.strip, cells))
    ]
    if not head:
        return 0, [], 0
    scores = [len(_keys(cells)) for _number, cells in head]
    best = max(range(len(head)), key=lambda index: (scores[index], -index))
    number, cells = head[best]
    headers = [_tidy(cell) for cell in cells]
    below = head[best + 1] if best + 1 < len(head) else None
    if below and scores[best] and below[0] == number + 1 and _goes_on(headers, below[1]):
        number, headers = below[0], _joined(headers, below[1])
    while headers and not headers[-1]:
        headers.pop()
    return number, headers, len(_keys(headers))


def _tidy(cell: str) -> str:
    return " ".join(cell.replace("\ufeff", "").split())[:200]


def _keys(cells: Iterable[str]) -> set[str]:
    return {
        key
        for cell in cells
        if 0 < len(cell.strip()) <= LONGEST_HEADER
        for key in known_words(cell)
    }


def _goes_on(headers: list[str], below: list[str]) -> bool:
    """Whether the next row is the lower half of the headers: 坐标 over 经度 and 纬度."""
    words = [cell for cell in below if cell.strip()]
    return len(words) >= 2 and len(words) < len(headers) and all(_keys([word]) for word in words)


def _joined(headers: list[str], below: list[str]) -> list[str]:
    width = max(len(headers), len(below))
    pairs = zip(
        headers + [""] * (width - len(headers)), below + [""] * (width - len(below)), strict=True
    )
    return [_tidy(lower) or upper for upper, lower in pairs]
