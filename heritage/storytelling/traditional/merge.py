"""Three versions of a value: what is generated now, what was generated last, what stands today.

A value that stands as it was last generated follows; one that somebody changed by hand stays.
Values are JSON: mappings go key by key, lists of blocks by their id, other lists by position.
"""

from typing import Any

ABSENT = object()


def merge(new: Any, last: Any, today: Any) -> Any:
    """Return the value that should stand; `ABSENT` for one that does not exist."""
    if last is ABSENT or today is ABSENT or today == last:
        return new
    if isinstance(new, dict) and isinstance(today, dict) and isinstance(last, dict):
        return {
            key: merge(value, last.get(key, ABSENT), today.get(key, ABSENT))
            for key, value in new.items()
        }
    if isinstance(new, list) and isinstance(today, list) and isinstance(last, list):
        return _merge_lists(new, last, today)
    return today


def _merge_lists(new: list, last: list, today: list) -> list:
    if _have_ids(new) and _have_ids(last) and _have_ids(today):
        return _merge_blocks(new, last, today)
    if len(last) != len(today):
        return today  # rows were added or taken out by hand
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


def _merge_blocks(new: list, last: list, today: list) -> list:
    before = {block["id"]: block for block in last}
    standing = {block["id"]: block for block in today}
    merged = [
        merge(block, before.get(block["id"], ABSENT), standing.get(block["id"], ABSENT))
        for block in new
        if not (block["id"] in before and block["id"] not in standing)  # taken out by hand
    ]
    known = {block["id"] for block in new} | set(before)
    return merged + [block for block in today if block["id"] not in known]
