"""Plaques with their words: what a layout is filled with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..models import Plaque, StatutoryMarker
from .facts import PlateFacts, Statement, plate_facts

# On every plate in both languages, whatever the operator reads: they are part of the object.
SCAN_PAGE = ("扫一扫，听这里的故事", "Scan to hear the story of this place")
SCAN_WAITING = ("扫一扫，看看这里", "Scan to see what this place tells")


@dataclass(frozen=True)
class Plate:
    """One plate to print: its plaque and the words on it."""

    plaque: Plaque
    facts: PlateFacts

    @property
    def code(self) -> str:
        return self.plaque.code

    @property
    def scan_words(self) -> tuple[str, str]:
        return SCAN_PAGE if self.plaque.is_bound else SCAN_WAITING


def plates_for(
    plaques: Iterable[Plaque], *, erected_by: str = "", erected_on: str = ""
) -> list[Plate]:
    """Plates of these plaques, sorted by neighbourhood, number and code. A handful of queries.

    Who puts statutory markers up, and when, is the same for a batch: nobody else knows it.
    """
    plaques = list(plaques)
    keys = {k for p in plaques for k in (p.target_key, p.part_key, p.neighbourhood_key)}
    known = plate_facts(keys)
    markers = StatutoryMarker.objects.filter(plaque__in=[plaque.pk for plaque in plaques])
    said = {marker.plaque_id: Statement(**marker.statements()) for marker in markers}
    put_up = {"erected_by": erected_by, "erected_on": erected_on}
    put_up = {name: words.strip() for name, words in put_up.items() if words.strip()}
    plates = [
        Plate(plaque, _put_up(_facts_of(plaque, known, said.get(plaque.pk)), put_up))
        for plaque in plaques
    ]
    return sorted(plates, key=_order)


def _put_up(facts: PlateFacts, put_up: dict[str, str]) -> PlateFacts:
    if facts.statement is None:
        return facts
    return replace(facts, statement=replace(facts.statement, **put_up))


def _facts_of(plaque: Plaque, known: dict, statement: Statement | None) -> PlateFacts:
    """What the part of the page says, over the plaque's own words, its page's, and where it is."""
    of_part = known.get(plaque.part_key, PlateFacts())
    of_page = known.get(plaque.target_key, PlateFacts())
    around = known.get(plaque.neighbourhood_key, PlateFacts())
    own = PlateFacts(name_zh=plaque.label, statement=statement)
    place = PlateFacts(neighbourhood_zh=around.name_zh, neighbourhood_en=around.name_en)
    return of_part.over(own.over(of_page)).over(place)


def _order(plate: Plate) -> tuple:
    """第 10 站 after 第 9 站."""
    digits = re.search(r"\d+", plate.facts.number)
    number = int(digits[0]) if digits else 0
    return (plate.facts.neighbourhood_zh, number, plate.facts.number, plate.code)
