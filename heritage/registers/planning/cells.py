"""The cells of one row, by column; what is wrong with them gathers in `reasons`."""

from collections import defaultdict
from decimal import Decimal

from ..columns import Mapping, Match
from .reasons import Reason
from .wording import clean, clean_lines, is_nothing, number, yes_or_no

MOST = 2_147_483_647  # a database's whole numbers end there

Places = dict[tuple[str, int], list[Match]]


def places_in(mapping: Mapping) -> Places:
    """(column key, number) → its headers: looked up for every cell, so made once."""
    places: Places = defaultdict(list)
    for match in mapping.matches:
        if match.column:
            places[match.column.key, match.number].append(match)
    return dict(places)


class Cells:
    """One row under a mapping."""

    def __init__(self, places: Places, raw: tuple[str, ...], heading: str = ""):
        self._places, self._raw = places, raw
        self._heading = heading  # a grade that stood above the row
        self.reasons: list[Reason] = []

    def match(self, key: str, number: int = 1) -> Match | None:
        """The (first) header that is a column."""
        found = self._places.get((key, number))
        return found[0] if found else None

    def raw(self, match: Match | None) -> str:
        if match is None or match.index >= len(self._raw):
            return ""
        return self._raw[match.index]

    def has(self, key: str, number: int = 1) -> bool:
        """Whether the file has the column."""
        return self.match(key, number) is not None

    def text(self, key: str, number: int = 1) -> str:
        """A cell as one clean line; "" for an empty one, or one that says 无, — or N/A."""
        text = clean(self.raw(self.match(key, number)))
        if not text and self._heading and (key, number) == ("grade", 1):
            return self._heading
        return "" if is_nothing(text) else text

    def words(self, key: str, number: int = 1) -> str:
        """A cell as one clean line, whatever it says."""
        return clean(self.raw(self.match(key, number)))

    def all_lines(self, key: str, number: int = 1) -> list[str]:
        """The cells of every header that is this column, lines kept; empty ones left out."""
        cells = [clean_lines(self.raw(match)) for match in self._places.get((key, number), ())]
        return [cell for cell in cells if cell]

    def say(self, code: str, key: str, value: str = "", /, *, of: int = 1, **params) -> None:
        """Note a reason against a column of this row."""
        match = self.match(key, of)
        value = value or self.words(key, of)
        self.reasons.append(Reason(code, key, match.header if match else "", value, params))

    def whole(self, key: str) -> int | None:
        """A whole number; a refusal where the cell is none."""
        found = self.decimal(key)
        return None if found is None else int(found)

    def decimal(self, key: str) -> Decimal | None:
        text = self.text(key)
        if not text:
            return None
        found = number(text)
        if found is None or found > MOST:
            self.say("not_a_number", key)
            return None
        return found

    def yes_no(self, key: str) -> bool | None:
        text = self.words(key)
        if not text:
            return None
        found = yes_or_no(text)
        if found is None:
            self.say("not_a_choice", key, known="是 / 否, yes / no")
        return found

    def fits(self, key: str, value: str, most: int | None, *, of: int = 1) -> str:
        """The value; a refusal where it is longer than its field."""
        if most and len(value) > most:
            self.say("too_long", key, of=of, length=len(value), most=most)
        return value
