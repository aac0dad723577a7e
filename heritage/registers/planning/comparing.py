"""A row against the page that it is: what the file may change, and what an editor has changed.

Three voices: what the file said when it was last brought in, what the page says now, what the file
says today. An editor's change is never undone unasked; what no import wrote is only filled in where
it is empty.
"""

from decimal import Decimal, InvalidOperation

from heritage.places.geodesy import (
    GUANGZHOU,
    CoordinateError,
    Datum,
    convert,
    distance,
    parse_point,
)
from heritage.storytelling import dating

from ..columns import BY_KEY
from ..columns.folding import squeeze
from .fingerprints import fingerprint_of
from .memory import Remembered
from .reasons import Reason
from .rows import ReadRow
from .stories import same_blocks, words_of_blocks

_NOT_COMPARED = {"slug", "translation_key", "datum"}
# A new page has these without anybody having said so.
_DEFAULTS = {"site_type": "building", "theme": "culture", "is_red": False, "is_gap": False}
_AS_COLUMN = {"point_entered": "point", "sources": "source", "designations": "grade",
              "body": "description"}  # fmt: skip


class Comparison:
    """What becomes of one page: `changes` field → (old, new), `reasons` beside them."""

    def __init__(self, row: ReadRow, present: dict, last: Remembered | None, *, file_wins: bool):
        self.changes: dict[str, tuple] = {}
        self.reasons: list[Reason] = []
        self._present = present
        self._last = last.values if last else {}
        # Exported from this very state, and corrected since: the file is the newer.
        is_newer = bool(row.fingerprint) and row.fingerprint == fingerprint_of(present)
        self._file_wins = file_wins or is_newer
        for name, new in row.entry.given.items():
            if name not in _NOT_COMPARED:
                self._compare(name, self._whole(name, row.entry.given), new)

    def _whole(self, name: str, values: dict) -> object:
        """A value with what it means nothing without: a point with its datum."""
        value = values.get(name)
        if name == "point_entered":
            return (value, values.get("datum") or "wgs84") if value else None
        return value

    def _compare(self, name: str, new: object, value: object) -> None:
        old = self._whole(name, self._present)
        if same(name, new, old):
            return
        if self._file_wins and not (is_empty(new) and name == "title"):
            self._change(name, value)
        elif name in self._last:
            self._against_last(name, new, old, value)
        elif is_empty(new):
            return
        elif is_empty(old) or _DEFAULTS.get(name) == old:
            self._change(name, value)
        elif not is_said(name, new, old):
            self._say("kept", name, new, page=shown(old))

    def _against_last(self, name: str, new: object, old: object, value: object) -> None:
        base = self._whole(name, self._last)
        if same(name, new, base):
            self._say("left_by_editor", name, new)
        elif same(name, old, base) or (is_empty(old) and is_empty(base)):
            self._change(name, value)
        else:
            self._say("edited", name, new, page=shown(old), base=shown(base))

    def _change(self, name: str, value: object) -> None:
        self.changes[name] = (self._present.get(name), value)

    def _say(self, code: str, name: str, new: object, **params) -> None:
        column = _AS_COLUMN.get(name, name)
        self.reasons.append(
            Reason(code, column if column in BY_KEY else name, "", shown(new), params)
        )

    def with_datum(self, values: dict) -> dict[str, tuple]:
        """The changes, the datum with a point that changes."""
        if "point_entered" in self.changes and values.get("datum"):
            self.changes["datum"] = (self._present.get("datum"), values["datum"])
        return self.changes


def is_empty(value: object) -> bool:
    return value in (None, "", [], False)


def same(name: str, one: object, other: object) -> bool:
    """Whether two values of a field say the same."""
    if is_empty(one) and is_empty(other):
        return True
    if name == "body":
        return same_blocks(one, other)
    if name == "point_entered" and one and other:
        return one == other or _same_point(one, other)
    if name in ("width_m", "height_m"):
        return _same_number(one, other)
    if isinstance(one, str) and isinstance(other, str):
        # A form sends its lines with a carriage return.
        return one.replace("\r\n", "\n") == other.replace("\r\n", "\n")
    return one == other


def is_said(name: str, new: object, old: object) -> bool:
    """Whether a page says what a file does in other words: 2013年3月5日 for 2013-03-05."""
    if name == "designations":
        return all(any(_says(row, one) for row in old) for one in new)
    if name in ("date", "born", "died"):
        return _same_date(new, old)
    return squeeze(shown(new)) == squeeze(shown(old))


def _says(row: dict, one: dict) -> bool:
    """Whether a page's designation says all that the file's does."""
    return all(
        not value or row[name] == value or (name == "announced_on" and _same_date(value, row[name]))
        for name, value in one.items()
    )


def _same_date(one: str, other: str) -> bool:
    known = dating.read(one or "").edtf
    return bool(known) and known == dating.read(other or "").edtf


def shown(value: object) -> str:
    """A value in words, short enough for a sentence."""
    if isinstance(value, tuple):
        value = value[0]
    if isinstance(value, list):
        named = [one.get("citation") or _designation(one) for one in value if isinstance(one, dict)]
        value = words_of_blocks(value) or "；".join(filter(None, named))
    text = "" if value is None else str(value).replace("\n", "；")
    return text if len(text) <= 80 else text[:79] + "…"


def _designation(row: dict) -> str:
    parts = (row.get("grade"), row.get("batch"), row.get("register_number"),
             row.get("announced_on"))  # fmt: skip
    return " ".join(filter(None, parts))


def _same_point(one: tuple, other: tuple) -> bool:
    """The same spot to a metre, however it is written."""
    try:
        here, there = (
            convert(parse_point(text, near=GUANGZHOU), Datum(datum), Datum.WGS84)
            for text, datum in (one, other)
        )
    except (CoordinateError, ValueError):
        return False
    return distance(here, there) < 1


def _same_number(one: object, other: object) -> bool:
    try:
        return Decimal(str(one)) == Decimal(str(other))
    except InvalidOperation:
        return False
