"""What pages say today: their newest draft, as JSON has it. A few queries for any number."""

import json
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from wagtail.models import Page, Revision

from heritage.places.models import Designation
from heritage.storytelling.models import Source

from . import citing, protection
from .fields import names_of
from .kinds import KINDS
from .memory import chunks

Present = dict[int, dict]
_CHILDREN = {
    "designations": (Designation, protection.FIELDS),
    "sources": (Source, citing.FIELDS),
}


def present_values(pages: Iterable[tuple[int, str]]) -> Present:
    """{page id: field → value} for (page id, kind); children as lists of dicts."""
    kinds = dict(pages)
    found: Present = {}
    for part in chunks(kinds):
        drafts = dict(
            Page.objects.filter(pk__in=part, latest_revision__isnull=False).values_list(
                "latest_revision_id", "pk"
            )
        )
        for pk, content in Revision.objects.filter(pk__in=list(drafts)).values_list(
            "pk", "content"
        ):
            page_id = drafts[pk]
            found[page_id] = _of_draft(content, kinds[page_id])
    return found | public_values((pk, kind) for pk, kind in kinds.items() if pk not in found)


def public_values(pages: Iterable[tuple[int, str]]) -> Present:
    """What the pages' own rows say, as `present_values` gives it: of a live one, what is public."""
    by_kind = defaultdict(list)
    for page_id, kind in pages:
        by_kind[kind].append(page_id)
    found: Present = {}
    for kind, ids in by_kind.items():
        for part in chunks(ids):
            found |= _of_tables(kind, part)
    return found


def designation_values(row: dict) -> dict:
    """A designation as `Entry.designations` has it, whatever else the row holds."""
    values = {name: row.get(name) or "" for name in protection.FIELDS}
    return values | {"is_unverified": bool(row.get("is_unverified"))}


def source_values(row: dict) -> dict:
    """A source as `Entry.sources` has it."""
    values = {name: row.get(name) or "" for name in citing.FIELDS}
    accessed = row.get("accessed")
    return values | {"accessed": str(accessed) if accessed else None}


_VALUES = {"designations": designation_values, "sources": source_values}


def _of_draft(content: dict, kind: str) -> dict:
    values = {name: _plain(content.get(name)) for name in names_of(kind)}
    values["body"] = _body(content.get("body"))
    for name, read in _VALUES.items():
        rows = sorted(content.get(name) or (), key=lambda row: row.get("sort_order") or 0)
        values[name] = [read(row) for row in rows]
    return values


def _of_tables(kind: str, ids: list[int]) -> Present:
    model = KINDS[kind]
    names = sorted(names_of(kind))
    found: Present = {}
    for row in model._base_manager.filter(pk__in=ids).values("pk", *names):
        pk = row.pop("pk")
        found[pk] = {name: _plain(value) for name, value in row.items()}
        found[pk] |= {"body": _body(row["body"]), "designations": [], "sources": []}
    for name, (child, fields) in _CHILDREN.items():
        rows = child.objects.filter(page__in=ids).order_by("page", "sort_order", "pk")
        for row in rows.values("page_id", *fields):
            found[row["page_id"]][name].append(_VALUES[name](row))
    return found


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Decimal) else value


def _body(value: object) -> list[dict]:
    """The raw blocks, from a revision's JSON text or a StreamValue."""
    if isinstance(value, str):
        return json.loads(value) if value.strip() else []
    raw = getattr(value, "raw_data", value)
    return [dict(block) for block in raw or ()]
