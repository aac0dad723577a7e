"""What the register asks of rooms it may not know: parts of pages, designations, what is near.

Each question has a `register_…` for the room that can answer it, called from its `ready()`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wagtail.models import Page


@dataclass(frozen=True)
class Part:
    """A part of a page that a plaque may point at; `kind` is a `PartKind` and begins its id."""

    key: UUID
    label: str
    kind: str

    @property
    def anchor(self) -> str:
        return f"{self.kind}-{self.key}"


@dataclass(frozen=True)
class DesignationFact:
    """One designation of a site, as the register of sites has it, in the words of its source.

    `grades` are the ways its grade may be written on a marker, the usual one first; `first_day`
    and `last_day` enclose the day it was announced, None where nobody has said.
    """

    grades: tuple[str, ...]
    name: str
    announced_by: str
    announced_on: str
    first_day: date | None
    last_day: date | None
    is_relic: bool


@dataclass(frozen=True)
class Pin:
    """A plaque on a map: where (WGS-84), its words, where a tap leads, whether it wants a hand."""

    position: tuple[float, float]
    label: str
    url: str
    is_in_need: bool


Position = tuple[float, float]  # latitude and longitude, WGS-84 degrees
PartsFunction = Callable[[Page], Iterable[Part]]
FactsFunction = Callable[[Page], Iterable[DesignationFact]]
NearbyFunction = Callable[[Position, object], Iterable[tuple[Page, float]]]

MapFunction = Callable[[list[Pin], str], str]

_parts: list[PartsFunction] = []
_facts: list[FactsFunction] = []
_nearby: list[NearbyFunction] = []
_maps: list[MapFunction] = []


def register_parts(function: PartsFunction) -> PartsFunction:
    """Let `function(page)` tell a page's parts in order; a page of another kind has none."""
    return _add(_parts, function)


def register_designation_facts(function: FactsFunction) -> FactsFunction:
    """Let `function(page)` tell the designations of a site."""
    return _add(_facts, function)


def register_nearby(function: NearbyFunction) -> NearbyFunction:
    """Let `function(point, user)` find pages `user` may edit with their metres away."""
    return _add(_nearby, function)


def register_map(function: MapFunction) -> MapFunction:
    """Let `function(pins, title)` draw a map of plaques as safe HTML."""
    return _add(_maps, function)


def parts_of(page: Page | None) -> list[Part]:
    return [part for function in _parts for part in function(page)] if page else []


def designation_facts(page: Page | None) -> list[DesignationFact]:
    return [fact for function in _facts for fact in function(page)] if page else []


def nearby(point: Position, user) -> list[tuple[Page, float]]:
    """Pages with their distance in metres, the nearest first."""
    found = [one for function in _nearby for one in function(point, user)]
    return sorted(found, key=lambda one: one[1])


def map_of(pins: list[Pin], title: str) -> str:
    """A drawn map; empty where nobody draws one, or there is nothing to draw."""
    return _maps[-1](pins, title) if _maps and pins else ""


def _add(functions: list, function):
    if function not in functions:
        functions.append(function)
    return function
