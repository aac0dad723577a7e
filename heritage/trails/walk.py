"""A trail as it is walked: stops in order, how far from one to the next, how long in all."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.conf import settings
from django.db.models import F, Q

from heritage.places.geodesy import distance, walk_metres
from heritage.places.near import point_of
from heritage.places.sketchmap import Place, SketchMap, trail_map
from heritage.storytelling.cards import Card

from .models import TrailStop

METRES_A_MINUTE = 75


@dataclass(frozen=True)
class Leg:
    """One stop of a walk; `metres` from the one before, None for the first or where unknown."""

    number: int
    stop: TrailStop
    card: Card
    metres: int | None


class Walk:
    """The stops of one trail that a visitor can read about, numbered in order."""

    def __init__(self, stops: list[TrailStop], cards: dict):
        self._stops, self._cards = stops, cards

    def __len__(self) -> int:
        return len(self.legs)

    @cached_property
    def legs(self) -> list[Leg]:
        legs, before = [], None
        for stop in self._stops:
            card = self._cards.get(stop.page.translation_key)
            if card is None:
                continue
            metres = _between(before, card, stop) if before else None
            legs.append(Leg(len(legs) + 1, stop, card, metres))
            before = card
        return legs

    @property
    def metres(self) -> int:
        return sum(leg.metres or 0 for leg in self.legs)

    @property
    def minutes(self) -> int:
        """On foot, without the stops."""
        return max(1, round(self.metres / METRES_A_MINUTE)) if self.metres else 0

    @property
    def dwell(self) -> int:
        """Minutes at the stops."""
        return sum(leg.stop.dwell_minutes for leg in self.legs)

    @property
    def names(self) -> list[str]:
        return [leg.card.short_name or leg.card.title for leg in self.legs]

    @property
    def ends(self) -> list[str]:
        """A few names that say where it leads: the first, one in the middle, the last."""
        names = self.names
        return names if len(names) < 4 else [names[0], names[len(names) // 2], names[-1]]

    @cached_property
    def sketch(self) -> SketchMap | None:
        stops = [
            Place(
                point_of(leg.card),
                leg.card.short_name,
                leg.number,
                "stop",
                leg.card.url,
                name=leg.card.title,
            )
            for leg in self.legs
            if point_of(leg.card)
        ]
        return trail_map(stops) if len(stops) > 1 else None


class Walks:
    """The walks of several trails, read together: one query for stops, cards from the desk."""

    def __init__(self, desk, trails: Q):
        languages = {desk.language, settings.LANGUAGE_CODE}
        stops = (
            TrailStop.objects.filter(trail__live=True, trail__locale__language_code__in=languages)
            .filter(trails)
            .annotate(trail_key=F("trail__translation_key"), said=F("trail__locale__language_code"))
            .select_related("page")
            .order_by("trail_id", "sort_order")
        )
        self._stops = self._preferred(stops, desk.language)
        self._trails = desk.want_keys(self._stops)
        pages = (stop.page.translation_key for group in self._stops.values() for stop in group)
        self._places = desk.want_keys(pages)

    def __iter__(self):
        return iter(self.by_card)

    def __len__(self) -> int:
        return len(self._stops)

    @cached_property
    def by_card(self) -> list[tuple[Card, Walk]]:
        """(card of the trail, its walk), in tree order."""
        places = {card.key: card for card in self._places}
        return [(card, Walk(self._stops[card.key], places)) for card in self._trails]

    @cached_property
    def by_key(self) -> dict:
        return {card.key: walk for card, walk in self.by_card}

    @staticmethod
    def _preferred(stops, language: str) -> dict:
        """Stops by the trail's translation key: the reader's language, else the source."""
        chosen: dict = {}
        for (key, said), rows in groupby(stops, lambda stop: (stop.trail_key, stop.said)):
            if key not in chosen or said == language:
                chosen[key] = list(rows)
        return chosen


class OwnWalk(Walk):
    """A trail page's own walk; cards come from the desk on the first look."""

    def __init__(self, trail, desk):
        stops = list(trail.stops.all().select_related("page"))
        self._wanted = desk.want_keys(stop.page.translation_key for stop in stops)
        super().__init__(stops, {})

    @cached_property
    def legs(self) -> list[Leg]:
        self._cards = {card.key: card for card in self._wanted}
        return Walk.legs.func(self)


def _between(before: Card, card: Card, stop: TrailStop) -> int | None:
    if stop.walk_metres is not None:
        return stop.walk_metres
    start, end = point_of(before), point_of(card)
    return walk_metres(distance(start, end)) if start and end else None
