"""The steps of a content path inside a story's blocks: `body.<block id>.pictures.<item id>`."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock


def children_of(block: Block, value: Any) -> Iterator[tuple[Block, Any, str]]:
    """The blocks inside a block's value, each with its own value and its step of the path."""
    if value is None:
        return
    if isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield child, value.get(name), name
    elif isinstance(block, ListBlock):
        for one in value.bound_blocks:
            yield block.child_block, one.value, one.id
    elif isinstance(block, StreamBlock):
        for one in value:
            yield one.block, one.value, one.id
