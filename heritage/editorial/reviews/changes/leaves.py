"""A value as a reviewer reads it: words, or a picture with its words, each under its label."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import RichTextField
from wagtail.images import get_image_model
from wagtail.rich_text import RichText
from wagtail.utils.text import text_from_html


@dataclass(frozen=True)
class Leaf:
    """One thing to compare. `key` finds its counterpart in the other version."""

    key: str
    label: str
    text: str
    picture: Any = None


def leaves_of_block(block: blocks.Block, value: Any, key: str = "", label: str = "") -> list[Leaf]:
    """Everything in a block of a story, in the order in which it is written."""
    if isinstance(block, blocks.BaseStructBlock):
        parts = block.child_blocks.items()
        return [
            leaf
            for name, part in parts
            for leaf in leaves_of_block(part, value.get(name), f"{key}.{name}", str(part.label))
        ]
    if isinstance(block, blocks.ListBlock):
        return _of_rows(value.bound_blocks if value else (), key, label)
    if isinstance(block, blocks.BaseStreamBlock):
        return _of_rows(value or (), key, label)
    return [leaf(key, label, _of_choice(block, value))]


def _of_rows(rows, key: str, label: str) -> list[Leaf]:
    found = []
    for number, row in enumerate(rows, 1):
        place = f"{label} {number}".strip()
        for one in leaves_of_block(row.block, row.value, f"{key}.{row.id or number}", place):
            words = one.label if one.label.startswith(place) else f"{place} · {one.label}"
            found.append(Leaf(one.key, words, one.text, one.picture))
    return found


def _of_choice(block: blocks.Block, value: Any) -> Any:
    """The label of a chosen value."""
    if isinstance(block, blocks.ChoiceBlock) and isinstance(value, str):
        return dict(_flat(block.field.choices)).get(value, value)
    return value


def _flat(choices):
    for value, label in choices:
        yield from label if isinstance(label, list | tuple) else [(value, label)]


def leaf_of_field(field: models.Field, value: Any) -> Leaf:
    """The value of a model's field."""
    if field.is_relation and field.many_to_one:
        value = field.related_model._base_manager.filter(pk=value).first() if value else None
    elif field.choices:
        value = dict(field.flatchoices).get(value, value)
    elif isinstance(field, RichTextField):
        value = text_from_html(value or "")
    return leaf(field.name, "", value)


def leaf(key: str, label: str, value: Any) -> Leaf:
    picture = value if isinstance(value, get_image_model()) else None
    return Leaf(key, label, words_of(value), picture)


def words_of(value: Any) -> str:
    """Any value in words."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, RichText):
        return text_from_html(value.source)
    if hasattr(value, "year"):
        is_moment = hasattr(value, "hour")
        value = timezone.localtime(value) if is_moment and timezone.is_aware(value) else value
        return formats.date_format(value, "DATETIME_FORMAT" if is_moment else "DATE_FORMAT")
    if isinstance(value, list | tuple):
        return _(", ").join(words_of(one) for one in value)
    return str(value)
