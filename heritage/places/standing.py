"""Where a place stands, as its page shows it: a sketch map, ways to a map app, what is near."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import pgettext_lazy

from heritage.storytelling.desk import Desk

from .geodesy import Point, handover
from .near import Near, point_of
from .sketchmap import Place, SketchMap, landmark_map, trail_map

APPS = {
    "amap": pgettext_lazy("map app", "Amap"),
    "baidu": pgettext_lazy("map app", "Baidu Maps"),
    "tencent": pgettext_lazy("map app", "Tencent Maps"),
    "apple": pgettext_lazy("map app", "Apple Maps"),
    "google": pgettext_lazy("map app", "Google Maps"),
}


@dataclass(frozen=True)
class Door:
    """A link to a map app, already in the datum that app reads."""

    label: str
    url: str


class Standing:
    """Where a located page stands. Asks for what is near as soon as it is made."""

    def __init__(self, page, desk: Desk):
        self.page = page
        self.near = Near(page.point, page.translation_key, desk)

    @property
    def point(self) -> Point | None:
        return self.page.point

    @cached_property
    def doors(self) -> list[Door]:
        if self.point is None:
            return []
        links = handover(self.point, self.page.title, address=self.page.address)
        return [Door(label, links[app].url) for app, label in APPS.items() if app in links]

    @cached_property
    def sketch(self) -> SketchMap | None:
        if self.point is None:
            return None
        here = Place(self.point, self.page.short_name or self.page.title, kind="here")
        near = [
            Place(point_of(one.card), name_of(one.card), url=one.card.url, name=one.card.title)
            for one in self.near
        ]
        return landmark_map(here, near)


def name_of(card) -> str:
    """A name short enough for a map."""
    return card.short_name or card.title


def places_map(cards) -> SketchMap | None:
    """Draw a block's places; None where none of them has a point."""
    places = [
        Place(point_of(card), name_of(card), url=card.url, name=card.title)
        for card in cards
        if point_of(card)
    ]
    if not places:
        return None
    if len(places) == 1:
        return landmark_map(places[0])
    return replace(trail_map(places), trail="")
