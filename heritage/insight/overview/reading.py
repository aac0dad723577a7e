"""What is told of each neighbourhood: how many of each kind are public, how many are drafts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.db.models.functions import Substr
from wagtail.models import Page

from heritage.editorial.teams.models import Team
from heritage.histories.models import HistoryPage, PersonPage
from heritage.places.models import LandmarkPage, MuralPage, NeighbourhoodPage
from heritage.plaques.models import Plaque
from heritage.trails.models import TrailPage, TrailStop

KINDS = {
    "history": HistoryPage,
    "landmark": LandmarkPage,
    "mural": MuralPage,
    "person": PersonPage,
    "trail": TrailPage,
}
NEIGHBOURHOOD_DEPTH = 3
_PREFIX = NEIGHBOURHOOD_DEPTH * Page.steplen


@dataclass
class Cell:
    """Of one kind in one neighbourhood: how many are public, and how many are not yet.

    For plaques: how many hang, and how many wait to be put up. For trails: those that begin here
    and those that pass through.
    """

    kind: str
    shown: int = 0
    waiting: int = 0

    @property
    def is_gap(self) -> bool:
        return not self.shown


@dataclass
class Row:
    """A neighbourhood with a cell for each kind."""

    page: NeighbourhoodPage
    has_team: bool
    cells: list[Cell] = field(default_factory=list)

    @property
    def gaps(self) -> int:
        return sum(cell.is_gap for cell in self.cells)

    @property
    def shown(self) -> int:
        return sum(cell.shown for cell in self.cells)


def overview() -> list[Row]:
    """A row for each neighbourhood: the emptiest first. The same six queries for any number."""
    pages = list(
        NeighbourhoodPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        .defer("body", "boundary")
        .order_by("path")
    )
    counted = _stories()
    trails = _trails({page.path: page.translation_key for page in pages})
    plaques = _plaques()
    teams = set(Team.objects.values_list("neighbourhood_key", flat=True))
    rows = []
    for page in pages:
        cells = [_cell(kind, counted[kind], page.path) for kind in KINDS if kind != "trail"]
        cells.append(_cell("trail", trails, page.translation_key))
        cells.append(_cell("plaque", plaques, page.translation_key))
        rows.append(Row(page, page.translation_key in teams, cells))
    return sorted(rows, key=lambda row: (-row.gaps, row.shown, row.page.title))


def _cell(kind: str, counts: Counter, place: str | UUID) -> Cell:
    return Cell(kind, counts[place, True], counts[place, False])


def _stories() -> dict[str, Counter]:
    """For each kind, how many pages stand below a neighbourhood's path, by whether public."""
    types = ContentType.objects.get_for_models(*KINDS.values())
    kinds = {types[model].pk: kind for kind, model in KINDS.items()}
    found = (
        Page.objects.filter(
            content_type__in=kinds,
            locale__language_code=settings.LANGUAGE_CODE,
            depth__gt=NEIGHBOURHOOD_DEPTH,
        )
        .order_by()
        .annotate(top=Substr("path", 1, _PREFIX))
        .values_list("content_type", "top", "live")
        .annotate(pages=Count("pk"))
    )
    counts = {kind: Counter() for kind in KINDS}
    for content_type, top, live, pages in found:
        counts[kinds[content_type]][top, live] += pages
    return counts


def _trails(tops: dict[str, UUID]) -> Counter:
    """Trails that begin in a neighbourhood or pass through it, each once: public, and not yet."""
    trails = TrailPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    where = {
        pk: (live, {path[:_PREFIX]}) for pk, live, path in trails.values_list("pk", "live", "path")
    }
    stops = TrailStop.objects.filter(trail__in=list(where)).order_by()
    for trail, path in stops.values_list("trail", "page__path"):
        if path:
            where[trail][1].add(path[:_PREFIX])
    counts = Counter()
    for live, paths in where.values():
        counts.update((tops[path], live) for path in paths if path in tops)
    return counts


def _plaques() -> Counter:
    """Plaques of a neighbourhood: hanging, and made but not yet put up. Retired ones are gone."""
    statuses = Plaque.objects.exclude(status=Plaque.Status.RETIRED).order_by()
    counts = Counter()
    hanging = {Plaque.Status.FIXED, Plaque.Status.ATTENTION}
    for key, status, number in statuses.values_list("neighbourhood_key", "status").annotate(
        Count("pk")
    ):
        counts[key, status in hanging] += number
    return counts


def totals(rows: Iterable[Row]) -> list[tuple[int, int]]:
    """For each kind: how many are public, and in how many neighbourhoods there is none."""
    columns = zip(*(row.cells for row in rows), strict=True)
    return [(sum(c.shown for c in column), sum(c.is_gap for c in column)) for column in columns]
