"""A stretch of time on its way to becoming a reading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .day import Day, first_day, last_day


def year_text(year: int) -> str:
    """An EDTF year: ``1888``, ``0618``, ``-0213``."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _filled(piece: str, digit: str) -> str:
    if piece.startswith("-"):
        digit = "9" if digit == "0" else "0"
    filled = piece.replace("X", digit)
    return "0000" if filled == "-0000" else filled


@dataclass(frozen=True)
class Span:
    """EDTF of the first and the last part (``..`` where open), the bounds in days, and how sure it
    is.

    ``kind`` is year, month, day, decade, century, reign, era or period. ``context`` holds what a
    later, shortened part of a range leans on (``{"year": 1926}``). A span that is not ``strong`` (a
    bare 明) counts only among words that are all understood.
    """

    first: str
    last: str
    earliest: Day | None
    latest: Day | None
    kind: str
    context: tuple[tuple[str, object], ...] = ()
    vague: bool = False
    doubtful: bool = False
    strong: bool = True

    @property
    def edtf(self) -> str:
        """The EDTF string, each known end carrying the mark of the whole."""
        mark = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}[
            self.vague, self.doubtful
        ]
        if self.first == self.last:
            return self.first + mark
        first, last = self.first, self.last
        if mark or ".." in (first, last) or len(first) != len(last):
            first, last = _filled(first, "0"), _filled(last, "9")
        return "/".join(end if end == ".." else end + mark for end in (first, last))

    def get(self, key: str) -> object:
        """A part of the context, or None."""
        return dict(self.context).get(key)

    def marked(self, *, vague: bool = False, doubtful: bool = False) -> Span:
        """The same stretch, marked approximate or uncertain as well."""
        return replace(self, vague=self.vague or vague, doubtful=self.doubtful or doubtful)

    def ordered(self) -> bool:
        """Whether it does not end before it begins."""
        return self.earliest is None or self.latest is None or self.earliest <= self.latest


def years(first: int, last: int, kind: str, **context: object) -> Span:
    """A span of whole years, astronomical numbering."""
    return Span(
        year_text(first),
        year_text(last),
        first_day(first),
        last_day(last),
        kind,
        tuple(context.items()),
    )


def joined(a: Span, b: Span, kind: str | None = None) -> Span:
    """From the start of ``a`` to the end of ``b``."""
    return Span(
        a.first, b.last, a.earliest, b.latest, kind or b.kind, b.context,
        a.vague or b.vague, a.doubtful or b.doubtful, a.strong or b.strong,
    )  # fmt: skip


def union(a: Span, b: Span) -> Span:
    """The least stretch that holds both."""
    start = a if b.earliest is not None and (a.earliest is None or a.earliest <= b.earliest) else b
    end = a if b.latest is not None and (a.latest is None or a.latest >= b.latest) else b
    both = joined(start, end)
    return replace(
        both,
        vague=a.vague or b.vague,
        doubtful=a.doubtful or b.doubtful,
        strong=a.strong or b.strong,
    )


def before(span: Span) -> Span:
    """``../first``: up to a year or day, or to the beginning of a longer period."""
    if span.first == "..":
        return span
    latest = span.latest if span.kind in ("year", "month", "day", "reign") else _end_of(span)
    return replace(
        span,
        first="..",
        last=_filled(span.first, "0"),
        earliest=None,
        latest=latest,
        strong=span.strong,
    )


def until(span: Span) -> Span:
    """``../last``: up to its end (不晚于明: to the fall of the Ming)."""
    if span.last == "..":
        return span
    return replace(span, first="..", last=_filled(span.last, "9"), earliest=None)


def _end_of(span: Span) -> Day | None:
    if span.earliest is None:
        return span.latest
    return last_day(span.earliest.year) if span.earliest.year >= -9999 else span.latest


def since(span: Span) -> Span:
    """``first/..``: from its beginning on."""
    if span.first == "..":
        return span
    return replace(span, last="..", latest=None)


def after(span: Span) -> Span:
    """``last/..``: from its end on, or from its beginning where it has no end."""
    if span.last == "..":
        return span
    earliest = (
        span.earliest
        if span.kind in ("year", "month", "day", "reign")
        else span.latest and first_day(span.latest.year)
    )
    return replace(span, first=_filled(span.last, "9"), last="..", earliest=earliest, latest=None)
