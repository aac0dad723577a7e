"""A date in brackets checks the one before it: 清光绪十四年（1888年）."""

from __future__ import annotations

from dataclasses import replace

from .eras import Era
from .span import Span, union


def agreed(main: Span, note: Span) -> Span:
    """The closer of two tellings that agree; both, with a doubt, where they do not."""
    marks = {"vague": main.vague or note.vague, "doubtful": main.doubtful or note.doubtful}
    if (main.first, main.last) == (note.first, note.last) or _nearly_same(main, note):
        return replace(main, **marks)
    inside = narrowed(main, note)
    if inside:
        return replace(inside, vague=note.vague, doubtful=marks["doubtful"])
    if narrowed(note, main) == main or _is_nominal_year(main, note):
        return replace(main, doubtful=marks["doubtful"])
    return union(main, note).marked(doubtful=True)


def _is_nominal_year(main: Span, note: Span) -> bool:
    """光绪二十九年十二月(1903年): the Gregorian year that is written for the whole reign year."""
    era, number = main.get("era"), main.get("reign_year")
    if note.kind != "year" or not isinstance(era, Era) or not isinstance(number, int):
        return False
    return main.get("lunar_month") is not None and note.get("year") == era.first + number - 1


def _nearly_same(main: Span, note: Span) -> bool:
    """Two tellings of the same period (清, 1644-1912) that differ by a year at either end."""
    if main.kind not in ("period", "era") or not (
        main.earliest and main.latest and note.earliest and note.latest
    ):
        return False
    return (
        abs(main.earliest.year - note.earliest.year) <= 1
        and abs(main.latest.year - note.latest.year) <= 1
    )


def narrowed(main: Span, note: Span) -> Span | None:
    """The note's closer time if it lies inside the clause's; an open end of the note is closed by
    the clause."""
    if note.earliest is None or (main.earliest and note.earliest < main.earliest):
        return None
    if note.latest is None:
        return (
            replace(note, last=main.last, latest=main.latest)
            if not main.latest or note.earliest <= main.latest
            else None
        )
    return None if main.latest and note.latest > main.latest else note
