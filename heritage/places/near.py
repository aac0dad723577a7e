"""What is near a place, on foot."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import Q

from heritage.storytelling.cards import Card
from heritage.storytelling.desk import Desk

from .geodesy import Box, Point, distance, walk_metres
from .models.location import Located

RADIUS = 1000  # metres
MOST = 6
_KINDS = ("landmarkpage", "muralpage", "corridorpage")


@dataclass(frozen=True)
class Nearby:
    """A place and how far it is to walk there."""

    card: Card
    metres: int


class Near:
    """The nearest places round a point, nearest first."""

    def __init__(self, point: Point | None, key, desk: Desk):
        self._point, self._key = point, key
        self._wanted = desk.want(self._where, self._match) if point else ()

    def __iter__(self):
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    @property
    def columns(self) -> int:
        """Cards in a row on a wide screen."""
        return 2 if len(self) in (2, 4) else 3

    @cached_property
    def _box(self) -> Box:
        return Box(self._point.lat, self._point.lng, self._point.lat, self._point.lng).grown(RADIUS)

    def _where(self, model) -> Q | None:
        if not issubclass(model, Located) or model._meta.model_name not in _KINDS:
            return None
        edges = [_degrees(edge) for edge in (self._box.south, self._box.north)]
        sides = [_degrees(edge) for edge in (self._box.west, self._box.east)]
        return Q(lat__range=edges, lng__range=sides)

    def _match(self, card: Card) -> bool:
        point = point_of(card)
        return bool(
            point
            and card.kind in _KINDS
            and card.key != self._key
            and distance(self._point, point) <= RADIUS
        )

    @cached_property
    def _places(self) -> list[Nearby]:
        away = sorted(
            (distance(self._point, point_of(card)), card.path, card) for card in self._wanted
        )
        return [Nearby(card, walk_metres(metres)) for metres, _path, card in away[:MOST]]


def point_of(card: Card) -> Point | None:
    """Where a card's page stands, WGS-84."""
    if card.lat is None or card.lng is None:
        return None
    return Point(float(card.lat), float(card.lng))


def _degrees(value: float) -> Decimal:
    return round(Decimal(value), 6)
