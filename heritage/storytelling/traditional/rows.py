"""Which row of children is which: of the source now, as it was last generated, as it stands.

A row keeps its key in the source, so that what was generated from it is known by that key. The row
that stands has a key of its own: it is known by what it says.
"""

from collections.abc import Callable
from typing import Any

Row = dict[str, Any]
ASIDE = ("pk", "sort_order")


def are_rows(*lists: list) -> bool:
    """Whether these are rows of children, not blocks or plain values."""
    return any(isinstance(item, dict) and "pk" in item for items in lists for item in items)


def named_rows(new: list[Row], last: list[Row], today: list[Row], same: Callable) -> tuple:
    """((name, row) pairs of each list, the key of each row that stands by its name).

    Rows that belong together have the same name.
    """
    of_new = _partners(new, last, same)
    of_today = _partners([_said(row) for row in today], last, same)
    if len(today) == len(last):  # a row of which nothing is left as it was
        of_today = _in_place(of_today, len(last))
    names = [f"last-{number}" for number in range(len(last))]
    lists = (
        [(names[of_new[n]] if n in of_new else f"new-{n}", row) for n, row in enumerate(new)],
        list(zip(names, last, strict=True)),
        [(names[of_today[n]] if n in of_today else f"own-{n}", row) for n, row in enumerate(today)],
    )
    keys = {name: row.get("pk") for name, row in lists[2]}
    return [[(name, _said(row)) for name, row in pairs] for pairs in lists], keys


def numbered(rows: list[tuple[str, Row]], keys: dict[str, Any]) -> list[Row]:
    """The rows in their order, each written over the one that stands in its place."""
    return [
        {**row, "pk": keys.get(name), "sort_order": number}
        for number, (name, row) in enumerate(rows)
    ]


def _partners(rows: list[Row], others: list[Row], same: Callable) -> dict[int, int]:
    """For the place of a row the place of its partner: by key, else equal, else most alike."""
    places = {row["pk"]: place for place, row in enumerate(others) if row.get("pk")}
    found = {n: places[row["pk"]] for n, row in enumerate(rows) if row.get("pk") in places}
    for least in (1, 0.5):
        for n, row in enumerate(rows):
            free = [m for m in range(len(others)) if m not in found.values()]
            # With keys that differ two rows are one only if they say the same.
            if n in found or not free or (least < 1 and row.get("pk") and places):
                continue
            alike = {m: _likeness(row, others[m], same) for m in free}
            best = max(free, key=lambda m: (alike[m], -abs(m - n)))
            if alike[best] >= least:
                found[n] = best
    return found


def _in_place(found: dict[int, int], many: int) -> dict[int, int]:
    rows = [n for n in range(many) if n not in found]
    others = [m for m in range(many) if m not in found.values()]
    return found | dict(zip(rows, others, strict=True))


def _likeness(row: Row, other: Row, same) -> float:
    """The share of their filled-in fields in which two rows agree."""
    one, two = _said(row), _said(other)
    filled = [key for key in one if one[key] or two.get(key)]
    agreeing = [key for key in filled if same(one[key], two.get(key))]
    return len(agreeing) / len(filled) if filled else 1


def _said(row: Row) -> Row:
    return {key: value for key, value in row.items() if key not in ASIDE}
