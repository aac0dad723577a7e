"""Every published place with its point, in one language, for maps and machines."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from wagtail.models import Page, PageViewRestriction

from heritage.places.geodesy import Box, Point
from heritage.places.grades import GRADES
from heritage.places.models import (
    CorridorPage,
    Designation,
    LandmarkPage,
    MuralPage,
    NeighbourhoodPage,
)

KINDS = {
    "neighbourhood": NeighbourhoodPage,
    "landmark": LandmarkPage,
    "mural": MuralPage,
    "corridor": CorridorPage,
}
_FIELDS = ("pk", "translation_key", "title", "short_name", "url_path", "path", "lat", "lng")


@dataclass
class PlaceRow:
    """A place: where it stands (None where nobody has said), and in which neighbourhood."""

    pk: int
    key: UUID
    title: str
    short_name: str
    url_path: str
    path: str
    point: Point | None
    language: str
    kind: str
    order: str = ""
    neighbourhood_key: UUID | None = None
    neighbourhood: str = ""
    designations: tuple[str, ...] = ()


def read_places(language: str, *, kinds: Iterable[str] = KINDS, box: Box | None = None):
    """Places in the source's tree order, each in `language` or else in the source language.

    One query for each kind, one for what is private, one for designations, however many there are.
    """
    kinds = set(kinds)
    private = private_paths()
    rows = {kind: _rows(kind, language, private) for kind in {*kinds, "neighbourhood"}}
    parents = {row.path: row.key for row in rows["neighbourhood"]}
    names = {row.key: row.title for row in _preferred(rows["neighbourhood"], language)}
    found = []
    for kind in kinds:
        for row in _preferred(rows[kind], language):
            if box is None or (row.point and box.contains(row.point)):
                row.neighbourhood_key = parents.get(row.path[: -Page.steplen])
                row.neighbourhood = names.get(row.neighbourhood_key, "")
                found.append(row)
    _add_designations(found)
    return sorted(found, key=lambda row: row.order)


def private_paths() -> tuple[str, ...]:
    """The tree paths of pages that only some may see; what lies below one is private too."""
    return tuple(PageViewRestriction.objects.order_by().values_list("page__path", flat=True))


def _rows(kind: str, language: str, private: tuple[str, ...]) -> list[PlaceRow]:
    languages = {language, settings.LANGUAGE_CODE}
    rows = KINDS[kind].objects.live().filter(locale__language_code__in=languages)
    read = [
        PlaceRow(*row[:6], point=_point(*row[6:8]), language=row[8], kind=kind)
        for row in rows.order_by().values_list(*_FIELDS, "locale__language_code")
    ]
    return [row for row in read if not row.path.startswith(private)]


def _point(lat, lng) -> Point | None:
    return None if lat is None or lng is None else Point(float(lat), float(lng))


def _preferred(rows: list[PlaceRow], language: str) -> Iterable[PlaceRow]:
    """One row for each place: the reader's language, else the source; in the source's order."""
    best: dict[UUID, PlaceRow] = {}
    order = {row.key: row.path for row in rows if row.language == settings.LANGUAGE_CODE}
    for row in rows:
        row.order = order.get(row.key, row.path)
        if row.key not in best or row.language == language:
            best[row.key] = row
    return best.values()


def _add_designations(rows: list[PlaceRow]) -> None:
    badges = defaultdict(list)
    held = Designation.objects.filter(page__live=True).order_by("page_id", "sort_order")
    for page_id, grade in held.values_list("page_id", "grade"):
        badges[page_id].append(str(GRADES[grade].short))
    for row in rows:
        row.designations = tuple(badges[row.pk])
