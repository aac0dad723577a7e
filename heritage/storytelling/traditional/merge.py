"""Three versions of a value: what is generated now, what was generated last, what stands today.

A value that stands as it was last generated follows; one that somebody changed by hand stays.
Values are JSON: mappings go key by key, blocks by their id, rows of children by the row of the
source they were made from (see `rows`), other lists by position.
"""

import re
from typing import Any

from .rows import are_rows, named_rows, numbered

ABSENT = object()
# What the editor's form writes otherwise although nobody wrote anything: names of paragraphs, line
# ends, spaces at the ends.
UNSEEN = re.compile(r' data-block-key="[^"]*"|\r(?=\n)')


def merge(new: Any, last: Any, today: Any) -> Any:
    """Return the value that should stand; `ABSENT` for one that does not exist."""
    if last is ABSENT or today is ABSENT or same(today, last):
        return new
    if isinstance(new, dict) and isinstance(today, dict) and isinstance(last, dict):
        if "id" in new and new.get("type") != today.get("type"):
            return new  # another kind of block
        return {
            key: merge(value, last.get(key, ABSENT), today.get(key, ABSENT))
            for key, value in new.items()
        }
    if isinstance(new, list) and isinstance(today, list) and isinstance(last, list):
        return _merge_lists(new, last, today)
    return today


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same to a reader."""
    return one == other or _read(one) == _read(other)


def _read(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _read(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_read(item) for item in value]
    return UNSEEN.sub("", value).strip() if isinstance(value, str) else value


def _merge_lists(new: list, last: list, today: list) -> list:
    if are_rows(new, last, today):
        named, keys = named_rows(new, last, today, same)
        return numbered(_merge_items(*named), keys)
    if all(map(_have_ids, (new, last, today))):
        named = ([(block["id"], block) for block in blocks] for blocks in (new, last, today))
        return [block for _id, block in _merge_items(*named)]
    if len(last) != len(today):
        return today  # values were added or taken out by hand
    return [
        merge(
            value,
            last[number] if number < len(last) else ABSENT,
            today[number] if number < len(today) else ABSENT,
        )
        for number, value in enumerate(new)
    ]


def _have_ids(blocks: list) -> bool:
    return all(isinstance(block, dict) and block.get("id") for block in blocks)


def _merge_items(new: list[tuple], last: list[tuple], today: list[tuple]) -> list[tuple]:
    """Merge (name, value) pairs: what was taken out, added or put elsewhere by hand stays so."""
    before, standing = dict(last), dict(today)
    merged = {
        name: merge(value, before.get(name, ABSENT), standing.get(name, ABSENT))
        for name, value in new
        if not (name in before and name not in standing)
    }
    order = _in_order([*merged], [*before], [*standing])
    follows = None
    for name, value in today:
        if name not in before and name not in merged:
            merged[name] = value
            order.insert(order.index(follows) + 1 if follows in order else 0, name)
        follows = name if name in merged else follows
    return [(name, merged[name]) for name in order]


def _in_order(new: list, last: list, today: list) -> list:
    """The order of `new`, unless somebody put what was generated last into another by hand."""
    by_hand = [name for name in today if name in new and name in last]
    if by_hand == [name for name in last if name in by_hand]:
        return new
    places = iter(by_hand)
    return [next(places) if name in by_hand else name for name in new]
