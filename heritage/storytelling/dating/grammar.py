"""One clause of a source's words: the stretch of time it names, and what else it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from . import gregorian, reigns
from .cursor import Cursor
from .dynasties import lies_in
from .span import Span, after, before, joined, since, union, until
from .tokens import Token, tokens

_LIMITS = {
    "not_after": until,
    "not_before": since,
    "earlier": before,
    "later": after,
}
_FLAGS = ("approx", "doubt", "other_view", *_LIMITS)
_HARMLESS = (
    "event",
    "found",
    "suffix",
    "unknown",
    "lunar",
    "emperor",
    "decade_word",
    "since",
    "list",
)
_DATE_UNITS = ("month_word", "century_word", "decade_word")


@dataclass(frozen=True)
class Clause:
    """``span`` is None where the clause names no time, ``blocked`` where it names one that cannot
    be read.

    ``says`` holds the kinds of words met (``found``, ``doubt``, ``unknown`` ...); ``whole`` means
    every word was understood.
    """

    span: Span | None = None
    says: frozenset[str] = field(default_factory=frozenset)
    whole: bool = True
    blocked: bool = False

    @property
    def is_date_only(self) -> bool:
        return self.whole and not self.says & {"found", "event", "other_view"}

    @property
    def is_doubt_only(self) -> bool:
        return self.span is None and self.whole and "doubt" in self.says and not self._founding

    @property
    def founding_is_lost(self) -> bool:
        """始建年代不详, 始建待考: so what is dated elsewhere came later."""
        return self.span is None and self._founding and bool(self.says & {"unknown", "doubt"})

    @property
    def _founding(self) -> bool:
        return "found" in self.says


def read_clause(text: str) -> Clause:
    """Read one clause in plain characters. Never raises."""
    found = tokens(text)
    says = frozenset(token.kind for token in found)
    core = [token for token in found if token.kind not in _FLAGS]
    if "against" in says:
        return Clause(None, says, False)
    for start, token in enumerate(core):
        cursor = Cursor(core)
        cursor.at = start
        span = _sequence(cursor)
        span = _around(core, start, cursor, span) if span else None
        whole = _harmless(core[:start]) and _harmless(core[cursor.at :])
        if span and (span.strong or whole):
            return Clause(_flagged(span, says), says, whole)
        if span is None and _names_a_time(core, start, token):
            return Clause(None, says, False, blocked=True)
    return Clause(None, says, _harmless(core))


def _harmless(rest: list[Token]) -> bool:
    return all(token.kind in _HARMLESS or token.value in ("至", "到") for token in rest)


def _names_a_time(core: list[Token], at: int, token: Token) -> bool:
    following = core[at + 1] if at + 1 < len(core) else Token("end", None)
    if token.kind == "number":
        return following.kind in _DATE_UNITS or following.value == "年"
    if token.kind == "era":
        return following.kind in ("number", "cycle")
    return token.kind == "dynasty" and following.kind in ("era", "number")


def _item(cursor: Cursor, left: Span | None = None) -> Span | None:
    return reigns.read(cursor, left) or gregorian.read(cursor, left)


def _sequence(cursor: Cursor) -> Span | None:
    """An item and what is joined to it by a dash, a list sign, 或, or by standing beside it
    (明清)."""
    span = _item(cursor)
    while span is not None:
        start = cursor.at
        join = _joint(cursor, span)
        right = _item(cursor, span) if join else None
        if join is None or right is None:
            cursor.at = start
            return span if span.ordered() else None
        span = join(span, right)
    return None


def _joint(cursor: Cursor, span: Span) -> Callable[[Span, Span], Span | None] | None:
    if cursor.take("dash"):
        return _range
    if cursor.take("list"):
        return union
    if cursor.take("choice"):
        return lambda a, b: union(a, b).marked(doubtful=True)
    beside = span.kind in ("period", "era") and cursor.peek().kind in ("dynasty", "era")
    again = cursor.peek(1).kind == f"{span.kind}_word" and span.kind in ("century", "decade")
    return _row if beside or again else None


def _range(a: Span, b: Span) -> Span | None:
    if a.earliest and b.earliest and a.earliest > b.earliest:
        return None
    return joined(a, b)


def _row(a: Span, b: Span) -> Span | None:
    if lies_in(b.get("period"), a.get("period")) or (a.vague and b.kind == "era"):
        return b
    return (
        _range(a, union(a, b))
        if a.earliest is None or b.earliest is None or a.earliest <= b.earliest
        else None
    )


def _around(core: list[Token], start: int, cursor: Cursor, span: Span) -> Span | None:
    """What the words right before and after a date do to it: 至…, …以前, …起, … —."""
    if start and core[start - 1].kind == "dash":
        return None if core[start - 1].value == "-" else until(span)
    if cursor.peek().kind == "before" and _counts_years(core[start], core[cursor.at - 1]):
        return None
    for kind, change in (("before", before), ("after", after), ("since", since)):
        if cursor.take(kind):
            return change(span)
    following = cursor.peek(1).kind
    if cursor.peek().kind in ("dash", "choice") and following in (
        "number",
        "era",
        "dynasty",
        "cycle",
    ):
        return None
    if cursor.peek().kind == "dash" and following == "end":
        cursor.take("dash")
        return since(span)
    return span


def _counts_years(number: Token, unit: Token) -> bool:
    """``500年前`` and ``2000年前`` count back from today more often than they name a year."""
    if number.kind != "number" or unit.value != "年" or not isinstance(number.value, int):
        return False
    return number.value < 1000 or (number.value % 100 == 0 and not 1600 <= number.value <= 1900)


def _flagged(span: Span, says: frozenset[str]) -> Span:
    for kind, change in _LIMITS.items():
        if kind in says:
            span = change(span)
    return span.marked(
        vague="approx" in says, doubtful=bool(says & {"doubt", "other_view", "unknown"})
    )
