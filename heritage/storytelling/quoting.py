"""What a story's blocks point at, read in bulk before the blocks look for it one by one."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail.blocks import BaseStreamBlock, BaseStructBlock, ListBlock
from wagtail.blocks.field_block import ChooserBlock

current_desk: ContextVar = ContextVar("current_desk", default=None)


def references(block, raw) -> Iterator[tuple[type, int]]:
    """(model, id) of everything a block's stored value points at; nothing is read for it."""
    if raw and isinstance(block, ChooserBlock):
        yield block.model_class, raw
    elif raw:
        for child, value in _children(block, raw):
            yield from references(child, value)


def _children(block, raw) -> list[tuple]:
    """(block, stored value) of what stands inside a block."""
    if isinstance(block, BaseStreamBlock):
        known = block.child_blocks
        return [(known[one["type"]], one["value"]) for one in raw if one["type"] in known]
    if isinstance(block, BaseStructBlock):
        return [(child, raw.get(name)) for name, child in block.child_blocks.items()]
    if isinstance(block, ListBlock):
        return [(block.child_block, _item(one)) for one in raw]
    return []


def _item(raw):
    """A list's item is wrapped with its id; lists written by hand are not."""
    return raw["value"] if isinstance(raw, dict) and raw.get("type") == "item" else raw


@contextmanager
def at(desk):
    """Blocks that are opened inside take what they point at from the desk."""
    token = current_desk.set(desk)
    try:
        yield
    finally:
        current_desk.reset(token)
