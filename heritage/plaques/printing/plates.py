"""Plaques with their words: what a layout is filled with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..models import Plaque
from .facts import PlateFacts, plate_facts

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
    known = plate_facts({key for p in plaques for key in (p.target_key, p.neighbourhood_key)})
    put_up = {"erected_by": erected_by, "erected_on": erected_on}
    put_up = {name: words.strip() for name, words in put_up.items() if words.strip()}
    plates = [Plate(plaque, _put_up(_facts_of(plaque, known), put_up)) for plaque in plaques]
    return sorted(plates, key=_order)


def _put_up(facts: PlateFacts, put_up: dict[str, str]) -> PlateFacts:
    if facts.statement is None:
        return facts
    return replace(facts, statement=replace(facts.statement, **put_up))


def _facts_of(plaque: Plaque, known: dict) -> PlateFacts:
    """The page's facts, its neighbourhood's name with them, the plaque's own label over both."""
    of_page = known.get(plaque.target_key, PlateFacts())
    around = known.get(plaque.neighbourhood_key, PlateFacts())
    own = PlateFacts(name_zh=plaque.label)
    place = PlateFacts(neighbourhood_zh=around.name_zh, neighbourhood_en=around.name_en)
    return own.over(of_page).over(place)


def _order(plate: Plate) -> tuple:
    """第 10 站 after 第 9 站."""
    digits = re.search(r"\d+", plate.facts.number)
    number = int(digits[0]) if digits else 0
    return (plate.facts.neighbourhood_zh, number, plate.facts.number, plate.code)
