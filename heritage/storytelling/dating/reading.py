"""``read``: from the words of a source to a reading."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache, reduce

from .abroad import in_chinese
from .agreement import agreed, narrowed
from .characters import EASTERN, LATIN, plain
from .day import Day
from .edtf import parse
from .grammar import Clause, read_clause
from .span import Span, union
from .typed import looks_typed

LONGEST_TEXT = 400
_SEPARATORS = ",;!\n"
_JOINTS = "-至到、和与及或"


@dataclass(frozen=True)
class Reading:
    """What a date in a source means.

    ``words``: the text as given. ``edtf``: an EDTF (ISO 8601-2) string, or None. ``earliest`` and
    ``latest``: the first and last day it can be, both included; None where it is unknown or open.
    All three are None for what cannot be known.
    """

    words: str
    edtf: str | None = None
    earliest: Day | None = None
    latest: Day | None = None

    @property
    def known(self) -> bool:
        """Whether anything could be read."""
        return self.edtf is not None


def read_edtf(text: str) -> Reading:
    """Read an EDTF string an editor typed. Raises ValueError, with a sentence that says why, for
    what is not EDTF.

    The bounds are strict: ``1984~`` is 1984-01-01 to 1984-12-31. An open (``..``) or unknown end
    has no bound.
    """
    date = parse(text)
    return Reading(text, text.strip(), date.earliest, date.latest)


@lru_cache(maxsize=2048)
def read(text: str) -> Reading:
    """Read a date as Chinese sources write it: ``清光绪十四年（1888年）``, ``约1930年代``,
    ``唐至宋``, ``不详``; as English and other Western lists do (see ``abroad``): ``late Qing``,
    ``XIXe siècle``; or an EDTF string. Never raises.

    A reign year's EDTF is the Gregorian year that it mostly covers; its bounds are the days of its
    lunar year (exact from 1368, see ``lunar``). 约 gives ``~``, 待核, 可能 and 一说 give ``?``. Of
    several events the founding is the date, else the first. A year in brackets is a check on the
    words before it: where it disagrees both stand, marked ``?``. What cannot be known (不详, an era
    name of two dynasties, a 40th year of 光绪, any other text) is None, never a guess.
    """
    if len(text) > LONGEST_TEXT:
        return Reading(text)
    typed = text.strip()
    if looks_typed(typed):
        with suppress(ValueError):
            return replace(read_edtf(typed), words=text)
    span = _of_words(text)
    return Reading(text, span.edtf, span.earliest, span.latest) if span else Reading(text)


def _of_words(text: str) -> Span | None:
    if EASTERN.search(text):
        return _span(plain(text))
    found = None if LATIN.search(text) else _span(plain(text))
    return found or _span(in_chinese(text) or "")


@dataclass
class _Part:
    """A stretch of a clause and the notes in brackets that follow it."""

    main: str = ""
    notes: list[str] = field(default_factory=list)
    goes_on: bool = False


class _Cutter:
    """Cuts at commas and semicolons outside brackets.

    即 opens a note as a bracket does; a bracket left open runs to the end.
    """

    def __init__(self) -> None:
        self.parts = [_Part()]
        self.depth = 0
        self.said = False

    def cut(self, text: str) -> list[_Part]:
        for character in text:
            if character in "()":
                self._bracket(character)
            elif self.depth or (self.said and character not in _SEPARATORS):
                self.parts[-1].notes[-1] += character
            else:
                self._plain(character)
        return self.parts

    def _bracket(self, character: str) -> None:
        self.depth = max(0, self.depth + (1 if character == "(" else -1))
        self.said = False
        if character == "(" and self.depth == 1:
            self.parts[-1].notes.append("")

    def _plain(self, character: str) -> None:
        last = self.parts[-1]
        if character in _SEPARATORS:
            self.parts.append(_Part())
            self.said = False
        elif character == "即" and last.main:
            last.notes.append("")
            self.said = True
        elif last.notes and character in _JOINTS:
            self.parts.append(_Part(character, goes_on=True))
        else:
            last.main += character


def _span(text: str) -> Span | None:
    clauses = [_stretched(stretch) for stretch in _stretches(_Cutter().cut(text))]
    doubtful = any(clause.is_doubt_only for clause in clauses)
    span = _chosen(clauses)
    return span.marked(doubtful=doubtful) if span else None


def _stretches(parts: list[_Part]) -> list[list[_Part]]:
    found: list[list[_Part]] = []
    for part in parts:
        if part.goes_on:
            found[-1].append(part)
        else:
            found.append([part])
    return found


def _stretched(parts: list[_Part]) -> Clause:
    """A range or list with a note at each end: 乾隆四十二年(1777年)至嘉庆五年(1800年). Each note
    checks its own end."""
    if len(parts) == 1:
        return _with_notes(parts[0])
    whole = read_clause("".join(part.main for part in parts))
    ends = [_with_notes(replace(part, main=part.main.lstrip(_JOINTS))) for part in parts]
    if whole.span is None:
        return whole
    if any(end.span is not None and end.span.doubtful for end in ends):
        spans = [end.span for end in ends if end.span is not None]
        return replace(whole, span=reduce(union, spans, whole.span).marked(doubtful=True))
    return whole


def _with_notes(part: _Part) -> Clause:
    clause = read_clause(part.main)
    for text in part.notes:
        for piece in re.split(f"[{_SEPARATORS}]", text):
            clause = _checked(clause, read_clause(piece))
    return clause


def _checked(clause: Clause, note: Clause) -> Clause:
    """A clause, held against one note in brackets."""
    main, other = clause.span, note.span
    if main is None:
        if other is None:
            return replace(clause, says=clause.says | (note.says & {"doubt"}))
        return replace(clause, span=other.marked(doubtful=clause.blocked), blocked=False)
    if note.says & {"doubt"}:
        main = main.marked(doubtful=True)
    if other is not None and "other_view" in note.says:
        main = union(main, other).marked(doubtful=True)
    elif other is not None and note.is_date_only:
        main = agreed(main, other)
    return replace(clause, span=main)


def _chosen(clauses: list[Clause]) -> Span | None:
    """The founding's date, else the first; dynasties in a row of clauses (唐,五代) and 一说 add to
    it."""
    dated = [clause for clause in clauses if clause.span]
    if not dated or clauses[0].blocked:
        return None
    founding = [clause for clause in dated if "found" in clause.says]
    first = (founding or dated)[0]
    span = first.span
    for clause in dated[dated.index(first) + 1 :]:
        if span is None or clause.span is None:
            continue
        if "other_view" in clause.says:
            span = union(span, clause.span).marked(doubtful=True)
        elif first.is_date_only and clause.is_date_only and span.kind == "period":
            if clause.span.kind == "period":
                span = union(span, clause.span)
            else:
                span = narrowed(span, clause.span) or span
    lost = any(clause.founding_is_lost for clause in clauses)
    return (
        replace(span, first="..", last=span.last, earliest=None)
        if span and lost and not founding
        else span
    )
