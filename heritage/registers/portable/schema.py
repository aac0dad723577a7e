"""Which fields and rows of children of a page are carried."""

from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

from heritage.storytelling.traditional.words import PAGE_WORDS

# What a reference of a page may lead to; references to anything else (people) stay behind.
CARRIED = ("wagtailcore.page", "archive.picture", "archive.recording", "archive.paper")
# Wagtail's own children of a page: what colleagues remarked, and who may see it.
LEFT_BEHIND = {"comments", "view_restrictions"}


@dataclass(frozen=True)
class Schema:
    """The fields by name, and the children's schemas by the name of their relation."""

    fields: dict[str, models.Field]
    rows: dict[str, "Schema"]


@cache
def page_schema(model: type[Page]) -> Schema:
    """What is carried of one type of page."""
    row = {field.name for field in Page._meta.concrete_fields} | {model._meta.pk.name}
    fields = {
        field.name: field
        for field in model._meta.concrete_fields
        if field.name in PAGE_WORDS or (field.name not in row and _is_carried(field))
    }
    relations = {
        relation.get_accessor_name(): relation for relation in get_all_child_relations(model)
    }
    rows = {
        name: _row_schema(relation.related_model, relation.field.name)
        for name, relation in relations.items()
        if name not in LEFT_BEHIND
    }
    return Schema(fields, rows)


def stream_fields(model: type[Page]) -> list[str]:
    """The names of a page's streams of blocks."""
    return [field.name for field in model._meta.concrete_fields if isinstance(field, StreamField)]


def _row_schema(model: type[models.Model], parent: str) -> Schema:
    fields = {
        field.name: field
        for field in model._meta.concrete_fields
        if field.name != parent and not field.primary_key and _is_carried(field)
    }
    return Schema(fields, {})


def _is_carried(field: models.Field) -> bool:
    """Derived columns are derived again; a `key` is what a plaque points at."""
    if field.is_relation:
        target = field.related_model
        return any(issubclass(target, apps.get_model(label)) for label in CARRIED)
    return field.editable or field.name == "key"
