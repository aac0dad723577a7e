"""A story as blocks that mean the same anywhere: words, without pictures, sound and other pages."""

import json
from typing import Any

from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock

from heritage.storytelling.blocks import STORY_BLOCKS

from ..portable import Turner, turn_stream
from ..portable.html import turn_html

STORY = blocks.StreamBlock(STORY_BLOCKS)


class _Bare(Turner):
    """Rich text cleaned, links to pages taken off their words."""

    def html(self, value, where):
        return turn_html(value or "", lambda _kind, _id: None)


def words_alone(stream: list[dict]) -> str:
    """The blocks of words as JSON; "" where there are none."""
    turned = turn_stream(STORY, stream, _Bare(), "")
    kept = [bare for block in turned if (bare := _without_ids(block))["type"] in OF_WORDS]
    return json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else ""


def _without_ids(value: Any) -> Any:
    """Ids are given again where the blocks are brought in. Items of lists stand bare."""
    if isinstance(value, dict):
        if value.get("type") == "item" and "value" in value:
            return _without_ids(value["value"])
        return {key: _without_ids(one) for key, one in value.items() if key != "id"}
    return [_without_ids(one) for one in value] if isinstance(value, list) else value


def _chooses(block: blocks.Block) -> bool:
    children = getattr(block, "child_blocks", {}).values()
    one = getattr(block, "child_block", None)
    return isinstance(block, ChooserBlock) or any(
        map(_chooses, [*children, *([one] if one else [])])
    )


OF_WORDS = frozenset(name for name, block in STORY.child_blocks.items() if not _chooses(block))
