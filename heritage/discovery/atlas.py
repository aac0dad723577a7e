"""Every published place of the city, drawn and listed by neighbourhood."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q
from wagtail.models import Page

from heritage.places.near import point_of
from heritage.places.sketchmap import Place, SketchMap
from heritage.places.sketchmap import city_map as draw_city
from heritage.storytelling.cards import Card
from heritage.storytelling.desk import Desk

from .gazetteer import private_paths
from .kinds import KIND_OF_MODEL, KINDS, PLACED
from .tiles import provider


@dataclass(frozen=True)
class Spot:
    """A place of the list; `at` is (lat, lng) where the provider's tiles show it, or None."""

    card: Card
    kind: str
    at: tuple[float, float] | None


@dataclass
class Quarter:
    """A neighbourhood and the places in it."""

    hood: Spot | None
    spots: list[Spot] = field(default_factory=list)


class Atlas:
    """All places, or those of one kind. Three queries, however many there are."""

    def __init__(self, desk: Desk, kind: str = ""):
        self.kind, self._desk = kind, desk
        models = {KINDS[name][0] for name in PLACED}
        self._wanted = desk.want(
            lambda model: Q() if model._meta.model_name in models else None,
            lambda card: card.kind in models,
        )

    @cached_property
    def spots(self) -> list[Spot]:
        private, tiles = private_paths(), provider()
        found = []
        for card in self._wanted:
            if not card.path.startswith(private):
                point = point_of(card)
                at = tuple(tiles.shift(point).rounded()) if tiles and point else None
                found.append(Spot(card, KIND_OF_MODEL[card.kind], at))
        return found

    @cached_property
    def quarters(self) -> list[Quarter]:
        """Neighbourhoods in the site's order, each with its places of the kind asked for.

        A place whose neighbourhood is shown in another language still stands under it.
        """
        keys = {card.path: card.key for card in self._desk.cards if _is_hood(card)}
        quarters = {s.card.key: Quarter(s) for s in self.spots if _is_hood(s.card)}
        for spot in self.spots:
            if not _is_hood(spot.card) and self.kind in ("", spot.kind):
                key = keys.get(spot.card.path[: -Page.steplen])
                quarters.setdefault(key, Quarter(None)).spots.append(spot)
        return [q for q in quarters.values() if q.spots or not self.kind]

    @property
    def number(self) -> int:
        return sum(len(quarter.spots) for quarter in self.quarters)

    @cached_property
    def kinds(self) -> list[dict]:
        """The kinds there are, each with its number."""
        counts = Counter(spot.kind for spot in self.spots)
        return [
            {"kind": k, "label": KINDS[k][1], "number": counts[k], "is_here": k == self.kind}
            for k in PLACED[1:]
            if counts[k]
        ]

    @cached_property
    def sketch(self) -> SketchMap | None:
        """Neighbourhoods by their plates; with a kind chosen, its places as dots, if any has a
        point.
        """
        spots = [spot for quarter in self.quarters for spot in quarter.spots if self.kind]
        dots = [_drawn(spot, "place") for spot in spots if _stands(spot)]
        plates = [_drawn(q.hood, "neighbourhood") for q in self.quarters if _stands(q.hood)]
        return draw_city(dots or plates) if dots or plates else None


def _drawn(spot: Spot, kind: str) -> Place:
    # Said as it is written: a screen reader's name must hold the words that can be seen.
    card = spot.card
    return Place(point_of(card), card.short_name or card.title, kind=kind, url=card.url)


def _stands(spot: Spot | None) -> bool:
    return spot is not None and point_of(spot.card) is not None


def _is_hood(card: Card) -> bool:
    return card.kind == "neighbourhoodpage"
