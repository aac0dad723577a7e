from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from .schema import Schema, page_schema

LOST = object()  # what cannot stand without what it referred to


class Turner:
    """What becomes of references, rich text and plain values. This one leaves all as it is.

    `where` says which field or block is meant, for words to an operator.
    """

    def link(self, model: type[models.Model], value: Any, where: str) -> Any:
        """A reference; None where there is nothing it could lead to."""
        return value

    def html(self, value: Any, where: str) -> Any:
        return value

    def plain(self, holder: models.Field | blocks.FieldBlock, value: Any, where: str) -> Any:
        return value

    def part(self, value: Any, kind: type, where: str) -> Any:
        """A mapping or a list that more stands in; what is none is left out."""
        return value if isinstance(value, kind) else kind()

    def unknown(self, what: str, name: Any, where: str) -> None:
        """Something that this installation has no place for: left out."""


def turn_words(model: type[Page], words: Any, turner: Turner) -> dict[str, Any]:
    """Return the story of a page (`read_words`), turned."""
    schema = page_schema(model)
    words = turner.part(words, dict, "")
    turned = _fields(schema, words, turner, "")
    for name, row_schema in schema.rows.items():
        if name in words:
            rows = turner.part(words[name], list, name)
            turned[name] = [
                row
                for number, value in enumerate(rows, start=1)
                if (row := _row(row_schema, value, turner, f"{name} {number}")) is not LOST
            ]
    for name in words.keys() - schema.fields.keys() - schema.rows.keys():
        turner.unknown("field", name, "")
    return turned


def _fields(schema: Schema, values: dict, turner: Turner, where: str) -> dict[str, Any]:
    return {
        name: _field(field, values[name], turner, f"{where} {name}".strip())
        for name, field in schema.fields.items()
        if name in values
    }


def _row(schema: Schema, values: Any, turner: Turner, where: str) -> Any:
    turned = _fields(schema, turner.part(values, dict, where), turner, where)
    for name, field in schema.fields.items():
        if field.is_relation and not field.null and turned.get(name) is None:
            return LOST
    return turned


def _field(field: models.Field, value: Any, turner: Turner, where: str) -> Any:
    if isinstance(field, StreamField):
        return turn_stream(field.stream_block, value, turner, where)
    if field.is_relation:
        return turner.link(field.related_model, value, where)
    if isinstance(field, RichTextField):
        return turner.html(value, where)
    return turner.plain(field, value, where)


def turn_stream(block: blocks.StreamBlock, items: Any, turner: Turner, where: str) -> list[dict]:
    turned = []
    for number, item in enumerate(turner.part(items, list, where), start=1):
        here = f"{where} {number}"
        item = turner.part(item, dict, here)
        child = block.child_blocks.get(item.get("type"))
        if child is None:
            turner.unknown("block", item.get("type"), here)
            continue
        value = _block(child, item.get("value"), turner, f"{here} {child.name}")
        turned.append({**_id(item), "type": child.name, "value": value})
    return turned


def _block(block: blocks.Block, value: Any, turner: Turner, where: str) -> Any:
    if isinstance(block, blocks.StreamBlock):
        return turn_stream(block, value, turner, where)
    if isinstance(block, blocks.ListBlock):
        return _list(block, value, turner, where)
    if isinstance(block, blocks.StructBlock):
        values = turner.part(value, dict, where)
        for name in values.keys() - block.child_blocks.keys():
            turner.unknown("field", name, where)
        return {
            name: _block(child, values[name], turner, f"{where} {name}")
            for name, child in block.child_blocks.items()
            if name in values
        }
    if isinstance(block, ChooserBlock):
        return turner.link(block.model_class, value, where)
    if isinstance(block, blocks.RichTextBlock):
        return turner.html(value, where)
    return turner.plain(block, value, where)


def _list(block: blocks.ListBlock, items: Any, turner: Turner, where: str) -> list:
    """Items stand bare, or with an id of their own; one that led nowhere now is left out."""
    turned = []
    for number, item in enumerate(turner.part(items, list, where), start=1):
        is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
        bare = item["value"] if is_wrapped else item
        value = _block(block.child_block, bare, turner, f"{where} {number}")
        if value is None and isinstance(block.child_block, ChooserBlock):
            continue
        turned.append({**_id(item), "type": "item", "value": value} if is_wrapped else value)
    return turned


def _id(item: dict) -> dict[str, str]:
    return {"id": item["id"]} if isinstance(item.get("id"), str) and item["id"] else {}
