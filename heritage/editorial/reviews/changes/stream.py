"""The story itself, block by block: which are new, gone, changed or moved."""

from wagtail.blocks import StreamValue

from .leaves import Leaf, leaves_of_block
from .rows import Change, Row, rows_of


def changes_of_stream(before: StreamValue, after: StreamValue) -> list[Change]:
    """One `Change` for each block that is not the same in both, in the order of `after`."""
    old = {block.id: block for block in before or ()}
    new = {block.id: block for block in after or ()}
    found = []
    for key, block in _in_order(old, new):
        left = _leaves(old.get(key))
        right = _leaves(new.get(key))
        rows = rows_of(left, right)
        if rows or key not in old or key not in new:
            kind = "added" if key not in old else "removed" if key not in new else "changed"
            found.append(Change(str(block.block.label), kind, rows))
    return [*found, *_moved(old, new)]


def _leaves(block) -> list[Leaf]:
    return leaves_of_block(block.block, block.value) if block else []


def _in_order(old: dict, new: dict):
    """The blocks of the new version, and each that is gone after the one it stood behind."""
    keys = list(new)
    for place, key in enumerate(old):
        if key in new:
            continue
        earlier = [one for one in list(old)[:place] if one in keys]
        keys.insert(keys.index(earlier[-1]) + 1 if earlier else 0, key)
    return [(key, new.get(key) or old[key]) for key in keys]


def _moved(old: dict, new: dict) -> list[Change]:
    """A word on the order where only that has changed."""
    both_old = [key for key in old if key in new]
    both_new = [key for key in new if key in old]
    if both_old == both_new:
        return []
    return [Change("", "moved", [Row.of("", _names(old, both_old), _names(new, both_new))])]


def _names(blocks: dict, keys: list) -> str:
    names = []
    for key in keys:
        words = next((leaf.text for leaf in _leaves(blocks[key]) if leaf.text), "")
        names.append(f"{blocks[key].block.label}: {words[:24]}")
    return "\n".join(names)
