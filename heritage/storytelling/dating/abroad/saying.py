"""Say a date of another language in Chinese: one descent over its pieces."""

from __future__ import annotations

from . import calendar, periods
from .cutting import cut
from .pieces import Pieces, Unsaid

_JOINTS = {"dash": "至", "slash": "至", "to": "至", "and": "、", "and_to": "、", "or": "或"}
_SIGNS = (",", ";", "(", ")", "?")
_AROUND = {"before": "{}以前", "after": "{}以后", "since": "{}起", "not_after": "不晚于{}"}


def in_chinese(text: str) -> str | None:
    """The date in Chinese words, or None where any word of it is not understood."""
    found = cut(text)
    try:
        return _text(Pieces(found)) if found else None
    except Unsaid:
        return None


def _text(pieces: Pieces) -> str:
    said = []
    while not pieces.is_at_end:
        said.append(_clause(pieces))
        signs = []
        while sign := pieces.take(*_SIGNS):
            signs.append(sign.kind)
        if not signs and not pieces.is_at_end:
            raise Unsaid
        said += signs
    return "".join(said)


def _clause(pieces: Pieces) -> str:
    head = _marks(pieces, "found", "event", "approx", "doubt")
    if pieces.is_at_end or pieces.peek().kind in _SIGNS:
        return head
    pieces.left = None
    return head + _stretch(pieces) + _marks(pieces, "found", "event")


def _marks(pieces: Pieces, *kinds: str) -> str:
    said = ""
    while mark := pieces.take(*kinds):
        said += str(mark.value)
    return said


def _stretch(pieces: Pieces) -> str:
    if around := pieces.take(*_AROUND):
        pieces.take("dash")
        said = _AROUND[around.kind].format(_marked(pieces))
        if around.kind == "since" and pieces.take("to", "dash"):
            pieces.must("now")
        return said
    if pieces.take("between"):
        first = _marked(pieces)
        pieces.must("and", "and_to")
        return f"{first}至{_marked(pieces)}"
    is_from = pieces.take("from") is not None
    said = _item(pieces)
    while joint := pieces.take(*_JOINTS):
        if joint.kind in ("dash", "to") and pieces.take("now"):
            return f"{said}起"
        said += _JOINTS[joint.kind] + _marked(pieces)
        is_from = False
    return f"{said}起" if pieces.take("onwards") or is_from else said


def _marked(pieces: Pieces) -> str:
    return _marks(pieces, "approx", "doubt") + _item(pieces)


def _item(pieces: Pieces) -> str:
    """One date, its shortened form leaning on the one before it."""
    part = _part(pieces)
    for say in (periods.century, periods.decade, periods.reign, calendar.day, calendar.year):
        start = pieces.at
        said = say(pieces, part)
        if said:
            return said
        pieces.at = start
    raise Unsaid


def _part(pieces: Pieces) -> str:
    """早, 中, 末 … before a period: its Chinese word, `quarter 3`, or ""."""
    if part := pieces.take("part"):
        pieces.take("dash")
        return str(part.value)
    if pieces.peek().kind == "ordinal" and pieces.peek(1).kind in ("half", "quarter"):
        number, share = int(str(pieces.next().value)), pieces.next().kind
        if share == "half" and number in (1, 2):
            return "上半" if number == 1 else "下半"
        if share == "quarter" and number in (1, 2, 3, 4):
            return f"quarter {number}"
        raise Unsaid
    return ""
