"""What of a page is its story, as JSON, and what belongs to the row and its place in the tree."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

# Columns of Wagtail's own page row that are words of the story; its others stay with the row.
PAGE_WORDS = {"title", "seo_title", "search_description"}
CODES = {"id", "pk", "type", "cites", "key", "url", "datum", "point_entered"}


@cache
def _fields(model: type[Page]) -> tuple[frozenset[str], frozenset[str], dict[str, str]]:
    """(all keys of the story, those that are streams, child rows' keys with their parent key)."""
    row = {field.name for field in Page._meta.concrete_fields} | {"page_ptr"}
    own = {field.name for field in model._meta.concrete_fields if field.name not in row}
    streams = {f.name for f in model._meta.concrete_fields if isinstance(f, StreamField)}
    children = {
        relation.get_accessor_name(): relation.field.name
        for relation in get_all_child_relations(model)
        if relation.get_accessor_name() not in {"comments", "view_restrictions"}
    }
    return frozenset(own | PAGE_WORDS | children.keys()), frozenset(streams), children


def read_words(page: Page) -> dict[str, Any]:
    """Return the story of a page as JSON: fields, streams opened, rows of children without keys."""
    return without_keys(words_of(page))


def words_of(page: Page, stored: dict[str, Any] | None = None) -> dict[str, Any]:
    """The same with each row's key; `stored`: the page's `serializable_data`, where it is known."""
    keys, streams, children = _fields(type(page))
    data = stored if stored is not None else page.serializable_data()
    data = {key: value for key, value in data.items() if key in keys}
    for key in streams:
        data[key] = json.loads(data[key] or "[]")
    for key in children.keys() & data.keys():
        rows = ({k: v for k, v in row.items() if k != children[key]} for row in data[key])
        data[key] = sorted(rows, key=lambda row: row.get("sort_order") or 0)
    # Decimals and dates as JSON has them, so that what was stored compares with what stands.
    return json.loads(json.dumps(data, cls=DjangoJSONEncoder))


def without_keys(words: dict[str, Any]) -> dict[str, Any]:
    """The words with rows that do not say which they are in this database."""
    return {key: _bare(value) if isinstance(value, list) else value for key, value in words.items()}


def _bare(rows: list) -> list:
    return [
        {name: value for name, value in row.items() if name != "pk"} if "pk" in row else row
        for row in rows
    ]


def dump_words(model: type[Page], words: dict[str, Any]) -> dict[str, Any]:
    """Turn what `read_words` or `words_of` gave back into what modelcluster reads."""
    _keys, streams, children = _fields(model)
    data = {}
    for key, value in words.items():
        if key in streams:
            value = json.dumps(value)
        elif key in children:
            value = [{"pk": None, **row} for row in value]
        data[key] = value
    return data


def convert_words(words: Any, turn: Callable[[str], str]) -> Any:
    """Return the same JSON with every text turned, codes and addresses left alone."""
    if isinstance(words, dict):
        return {
            key: value if _is_code(key) else convert_words(value, turn)
            for key, value in words.items()
        }
    if isinstance(words, list):
        return [convert_words(item, turn) for item in words]
    return turn(words) if isinstance(words, str) else words


def _is_code(key: str) -> bool:
    return key in CODES or key.endswith("_edtf")
