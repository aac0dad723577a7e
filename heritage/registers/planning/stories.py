"""The text of a page: from a description in plain words, or from blocks that an export wrote."""

import json
import uuid

from django.core.exceptions import ValidationError
from django.utils.html import escape, strip_tags
from wagtail.blocks import StreamBlock
from wagtail.rich_text import RichText

from heritage.delivery.sanitise import clean_html
from heritage.storytelling.blocks import STORY_BLOCKS

from ..portable import turn_stream
from ..portable.inward import Inward

_BLOCKS = dict(STORY_BLOCKS)
_STORY = StreamBlock(STORY_BLOCKS)
# The same text gives the same ids in every run, so that nothing changes without a reason.
_IDS = uuid.UUID("0b9ae02f-6c51-4f0c-8a83-5f0a4e6dd8a1")


def blocks_of_words(words: list[str], cites: str = "") -> list[dict]:
    """Plain text, a paragraph a line, as one text block that cites the row's sources."""
    lines = [line for text in words for line in text.split("\n") if line.strip()]
    if not lines:
        return []
    html = "".join(f"<p>{escape(line.strip())}</p>" for line in lines)
    return [_with_id({"type": "text", "value": {"text": html, "cites": cites}}, 0)]


def blocks_of_json(text: str) -> list[dict]:
    """Blocks as an export wrote them, cleaned; ValueError in words for what no page can hold.

    What points at pictures, recordings and pages is left out: their numbers are another
    installation's.
    """
    try:
        given = json.loads(text)
    except ValueError as error:
        raise ValueError("JSON") from error
    if not isinstance(given, list) or len(given) > 500:
        raise ValueError("JSON")
    return [_with_id(_block(one), number) for number, one in enumerate(given)]


def exact_blocks(text: str) -> list[dict]:
    """Blocks as an export wrote them, not a word changed; ValueError for what no page can hold."""
    try:
        given = json.loads(text)
        turned = turn_stream(_STORY, given, Inward({}, {}), "body")
    except RecursionError as error:
        raise ValueError("JSON") from error
    return [_with_id(one, number) for number, one in enumerate(turned)]


def words_of_blocks(blocks: list[dict]) -> str:
    """What blocks say, in plain words, for comparing and showing."""
    return " ".join(part for block in blocks for part in _words(block.get("value"))).strip()


def same_blocks(one: list[dict] | None, other: list[dict] | None) -> bool:
    """Whether two bodies say the same, whatever the ids of their blocks."""
    one, other = _bare(one or []), _bare(other or [])
    if len(one) == len(other) == 1:
        # A description cites whatever sources its row has; the words are what it says.
        one, other = (_without_cites(blocks[0]) for blocks in (one, other))
    return one == other


def _block(one: object) -> dict:
    if not isinstance(one, dict) or one.get("type") not in _BLOCKS:
        raise ValueError(str(one)[:60])
    block = _BLOCKS[one["type"]]
    try:
        value = block.get_prep_value(block.clean(block.to_python(_cleaned(one.get("value")))))
    except (ValidationError, TypeError, ValueError, AttributeError, KeyError) as error:
        raise ValueError(one["type"]) from error
    return {"type": one["type"], "value": value}


def _cleaned(value: object) -> object:
    """Markup in any text of a block reduced to what an editor may write."""
    if isinstance(value, dict):
        return {str(key): _cleaned(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_cleaned(part) for part in value]
    return clean_html(value) if isinstance(value, str) and "<" in value else value


def _with_id(block: dict, number: int) -> dict:
    text = json.dumps(block, ensure_ascii=False, sort_keys=True)
    return block | {"id": str(uuid.uuid5(_IDS, f"{number}{text}"))}


def _bare(value: object) -> object:
    if isinstance(value, RichText):
        return value.source
    if isinstance(value, dict):
        return {key: _bare(part) for key, part in value.items() if key != "id"}
    return [_bare(part) for part in value] if isinstance(value, list) else value


def _without_cites(block: dict) -> dict:
    value = block.get("value")
    if block.get("type") != "text" or not isinstance(value, dict):
        return block
    return block | {"value": {key: part for key, part in value.items() if key != "cites"}}


def _words(value: object) -> list[str]:
    if isinstance(value, dict):
        return [word for key, part in value.items() if key != "cites" for word in _words(part)]
    if isinstance(value, list):
        return [word for part in value for word in _words(part)]
    return [strip_tags(value)] if isinstance(value, str) else []
