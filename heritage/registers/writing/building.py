"""What a row says, as a page that is not saved yet."""

from collections.abc import Iterable

from django.db import models
from wagtail.models import Page

from heritage.places.models import Designation
from heritage.storytelling.models import Source, StoryPage

from ..planning.kinds import KINDS
from ..planning.plan import Entry

CHILDREN = {"designations": Designation, "sources": Source}


def page_of(entry: Entry) -> StoryPage:
    """A new page with the row's values and children."""
    page = KINDS[entry.kind]()
    for name, value in entry.values.items():
        value_set(page, name, value)
    for name, model in CHILDREN.items():
        rows = getattr(entry, name)
        if rows:
            setattr(page, name, [child_of(model, row, at) for at, row in enumerate(rows)])
    return page


def value_set(obj: models.Model, name: str, value) -> None:
    """Set a field from its value in JSON."""
    field = obj._meta.get_field(name)
    setattr(obj, field.attname if field.is_relation else name, field.to_python(value))


def child_of(model: type[models.Model], row: dict, order: int) -> models.Model:
    child = model(sort_order=order)
    for name, value in row.items():
        value_set(child, name, value)
    return child


def children_set(page: Page, name: str, rows: Iterable[dict]) -> None:
    """Replace a page's children by the rows, keeping those that say the same already.

    A child keeps what the rows have no word for: an editor's note beside a grade.
    """
    rows = list(rows)
    waiting = list(getattr(page, name).all())
    kept = [_taken(waiting, row) for row in rows]
    for order, row in enumerate(rows):
        # What says none of the rows has been reworded in the file, or dropped: reworded first.
        child = kept[order] or (waiting.pop(0) if waiting else CHILDREN[name]())
        for key, value in row.items():
            value_set(child, key, value)
        child.sort_order = order
        kept[order] = child
    setattr(page, name, kept)


def _taken(children: list[models.Model], row: dict) -> models.Model | None:
    """Take out of the children the first that says what the row says."""
    for at, child in enumerate(children):
        if all(
            getattr(child, key) == child._meta.get_field(key).to_python(value)
            for key, value in row.items()
        ):
            return children.pop(at)
    return None
