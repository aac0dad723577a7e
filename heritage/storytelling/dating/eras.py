"""Which year a reign year is: ``find("光绪", 14, ("清",))``."""

from __future__ import annotations

from typing import NamedTuple

from . import eras_early, eras_japan, eras_late, lunar
from .day import Day
from .dynasties import MEMBERS
from .numerals import year_cycle_index


class Era(NamedTuple):
    """An era: its first year is the lunar year that mostly covers Gregorian ``first`` (astronomical
    numbering)."""

    name: str
    dynasty: str
    first: int
    years: int
    needs_dynasty: bool
    usual_years: int

    @property
    def last(self) -> int:
        """Its last year as histories give it; loyalists counted some eras on (永历三十七年)."""
        return self.first + self.usual_years - 1


def _compile() -> dict[str, tuple[Era, ...]]:
    found: dict[str, list[Era]] = {}
    for dynasty, line in (eras_early.ERAS | eras_late.ERAS | eras_japan.ERAS).items():
        for entry in line.split():
            name, first, years, *usual = entry.rstrip("*").split(":")
            start = int(first) + 1 if int(first) < 0 else int(first)
            era = Era(
                name,
                dynasty,
                start,
                int(years),
                entry.endswith("*"),
                int(usual[0] if usual else years),
            )
            found.setdefault(name, []).append(era)
    return {name: tuple(eras) for name, eras in found.items()}


BY_NAME = _compile()

# The first and the last day of eras that began or ended within a lunar year, by name and year.
_BEGAN = {
    ("洪武", 1368): Day(1368, 1, 31), ("洪武", 1402): Day(1402, 7, 23),
    ("天顺", 1457): Day(1457, 2, 24), ("泰昌", 1620): Day(1620, 8, 28),
    ("崇德", 1636): Day(1636, 5, 15),
}  # fmt: skip
_ENDED = {
    ("建文", 1402): Day(1402, 7, 22), ("景泰", 1457): Day(1457, 2, 23),
    ("万历", 1620): Day(1620, 8, 27), ("天聪", 1636): Day(1636, 5, 14),
    ("崇祯", 1644): Day(1644, 4, 25), ("宣统", 1911): Day(1912, 2, 12),
}  # fmt: skip


def days_of(name: str, first: int, last: int) -> tuple[Day, Day]:
    """First and last day of an era's years: 宣统三年 ends with the abdication."""
    bounds = lunar.year_bounds(first)[0], lunar.year_bounds(last)[1]
    return _BEGAN.get((name, first), bounds[0]), _ENDED.get((name, last), bounds[1])


def candidates(name: str, dynasties: tuple[str, ...] = ()) -> list[Era]:
    """Eras of a name, held to the dynasties named before it (each may be a wide word such as 宋 or
    汉).

    A name that several dynasties used is nobody's without its dynasty, even where the number of the
    year would fit one of them only: regimes that this table does not list used such names too.
    """
    eras = list(BY_NAME.get(name, ()))
    if not dynasties:
        free = [era for era in eras if not era.needs_dynasty]
        return free if len({era.dynasty for era in free}) == 1 else []
    for word in dynasties:
        allowed = MEMBERS.get(word, (word,))
        eras = [era for era in eras if era.dynasty in allowed]
    return eras


def find(name: str, number: int | None = None, dynasties: tuple[str, ...] = ()) -> Era | None:
    """The one era that is meant, or None: no such era, year out of range, or more than one it could
    be."""
    eras = candidates(name, dynasties)
    if number is not None:
        eras = [era for era in eras if 1 <= number <= era.years]
    return eras[0] if len(eras) == 1 else None


def find_by_cycle(name: str, sign: int, dynasties: tuple[str, ...] = ()) -> tuple[Era, int] | None:
    """The era and reign year of a cyclical sign (光绪戊子), or None if there is none or more than
    one."""
    found = [
        (era, number)
        for era in candidates(name, dynasties)
        for number in range(1, era.years + 1)
        if year_cycle_index(era.first + number - 1) == sign
    ]
    return found[0] if len(found) == 1 else None
