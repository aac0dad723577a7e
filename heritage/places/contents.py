"""What a neighbourhood holds, by kind, and its map."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from heritage.storytelling.cards import Card
from heritage.storytelling.desk import Desk

from .geodesy import CoordinateError, Point
from .near import point_of
from .sketchmap import Area, Place, SketchMap, landmark_map
from .standing import name_of

ORDER = ("landmarkpage", "muralpage", "corridorpage", "historypage", "personpage")


@dataclass(frozen=True)
class Group:
    """The pages of one kind."""

    kind: str
    name: str
    cards: list[Card]

    @property
    def columns(self) -> int:
        """Cards in a row on a wide screen: up to four, and three where that leaves fewer gaps."""
        number = len(self.cards)
        return number if number <= 4 else 3 if -number % 3 < -number % 4 else 4


class Contents:
    """Everything told about a neighbourhood, in the reader's language or else in the source's."""

    def __init__(self, page, desk: Desk):
        self.page = page
        self._paths = desk.paths(page)
        self._wanted = desk.want(self._where, self._match)

    def __len__(self) -> int:
        return sum(len(group.cards) for group in self.groups)

    @cached_property
    def groups(self) -> list[Group]:
        """The kinds there are, each with its pages; trails come by themselves."""
        by_kind: dict[str, list[Card]] = {}
        for card in self._wanted:
            by_kind.setdefault(card.kind, []).append(card)
        return [
            Group(kind, by_kind[kind][0].model._meta.verbose_name_plural, by_kind[kind])
            for kind in ORDER
            if kind in by_kind
        ]

    @cached_property
    def sketch(self) -> SketchMap | None:
        if self.page.point is None:
            return None
        middle = Place(
            self.page.point, self.page.short_name or self.page.title, kind="neighbourhood"
        )
        places = [
            Place(point_of(card), name_of(card), url=card.url, name=card.title)
            for card in self._wanted
            if point_of(card)
        ]
        return landmark_map(middle, places, areas=boundary(self.page.boundary))

    def _where(self, model) -> Q | None:
        if model._meta.model_name not in ORDER:
            return None
        under = Q()
        for path in self._paths:
            under |= Q(path__startswith=path, depth=self.page.depth + 1)
        return under

    def _match(self, card: Card) -> bool:
        return card.kind in ORDER and card.path.startswith(self._paths)


def boundary(geojson) -> list[Area]:
    """The rings of a GeoJSON polygon; nothing for what is no polygon."""
    try:
        rings = geojson["coordinates"] if geojson["type"] == "Polygon" else []
        return [Area(tuple(Point(lat, lng) for lng, lat, *_ in ring)) for ring in rings[:1]]
    except (KeyError, TypeError, ValueError, CoordinateError):
        return []
