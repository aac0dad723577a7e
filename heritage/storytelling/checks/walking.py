"""Walks through the blocks of a story, with the content path that opens each in the editor."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from heritage.editorial.readiness.contentpaths import children_of

from ..blocks.choosers import PictureChooserBlock, RecordingChooserBlock


@dataclass(frozen=True)
class Placed:
    """A value inside the story and the field that shows it: `body.<id>.picture`."""

    value: Any
    field: str


def top_blocks(page) -> Iterator[Placed]:
    """The story's blocks in order, each a bound stream child."""
    for child in page.body:
        yield Placed(child, f"body.{child.id}" if child.id else "body")


def chosen(page, kind: type) -> Iterator[Placed]:
    """The keys of what blocks of a chooser's `kind` have chosen, wherever in the story."""
    for placed in top_blocks(page):
        child = placed.value
        yield from _inside(child.block, child.value, kind, placed.field)


def chosen_pictures(page) -> Iterator[Placed]:
    """The keys of the pictures in the story."""
    return chosen(page, PictureChooserBlock)


def chosen_recordings(page) -> Iterator[Placed]:
    """The keys of the recordings in the story."""
    return chosen(page, RecordingChooserBlock)


def _inside(block, value, kind: type, field: str) -> Iterator[Placed]:
    if isinstance(block, kind):
        if value:
            yield Placed(value.pk if isinstance(value, Model) else value, field)
        return
    for child, child_value, step in children_of(block, value):
        yield from _inside(child, child_value, kind, f"{field}.{step}")
