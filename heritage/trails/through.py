"""“Trails through here”: the aside that puts trails on the pages of places they lead through."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from heritage.storytelling.cards import Card

from .models import TrailPage
from .walk import Leg, Walk, Walks

_STOPS = {"landmarkpage", "muralpage", "corridorpage"}


@dataclass(frozen=True)
class Through:
    """A trail through a place; `here` and `onward` are None for a whole neighbourhood."""

    card: Card
    walk: Walk
    here: Leg | None
    onward: Leg | None


class TrailsThrough:
    """Trails through a place, and the way on from it."""

    def __init__(self, page, walks: Walks):
        self._page, self._walks = page, walks

    def __iter__(self):
        return iter(self._through)

    def __len__(self) -> int:
        return len(self._walks)

    @cached_property
    def _through(self) -> list[Through]:
        return [self._one(card, walk) for card, walk in self._walks]

    @property
    def onward(self) -> Through | None:
        """The first trail that leads on from here."""
        return next((one for one in self if one.onward), None)

    def _one(self, card: Card, walk: Walk) -> Through:
        legs = walk.legs
        for leg, after in zip(legs, [*legs[1:], None], strict=True):
            if leg.card.key == self._page.translation_key:
                return Through(card, walk, leg, after)
        return Through(card, walk, None, None)


def trails_through(page, desk) -> dict:
    """Aside: `trails`, for places and neighbourhoods."""
    which = _which(page, desk)
    return {} if which is None else {"trails": TrailsThrough(page, Walks(desk, which))}


def _which(page, desk) -> Q | None:
    kind = page._meta.model_name
    if kind in _STOPS:
        through = TrailPage.objects.filter(stops__page__translation_key=page.translation_key)
        return Q(trail__in=through.order_by().values("pk"))
    if kind != "neighbourhoodpage":
        return None
    inside = Q()
    for path in desk.paths(page):
        inside |= Q(path__startswith=path) | Q(stops__page__path__startswith=path)
    return Q(trail__in=TrailPage.objects.filter(inside).order_by().values("pk"))
