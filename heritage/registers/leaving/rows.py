"""Pages as rows: which columns a register has, and what each says of a page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _

from heritage.places.models import Designation
from heritage.storytelling.models import Source

from ..columns import COLUMNS, Column, Part, Shape
from ..columns.keyed import keyed
from ..planning.fields import names_of
from ..planning.fingerprints import fingerprint_of
from ..planning.kinds import KINDS, NEIGHBOURHOOD, WITH_DESIGNATIONS
from ..planning.neighbourhoods import Neighbourhoods, UnplacedError
from .blocks import words_alone
from .choosing import Choice
from .words import DATUMS, cell_of, kind_words

MOST = 20  # designations or sources of one page: as many as headers can be numbered
# Read where others' registers have them; ours say the same in other columns.
_NOT_WRITTEN = {"id", "same_as", "lat", "lng", "track", "heritage_class", "category"}
_OF_SOURCE = {"source": "citation", "source_kind": "kind", "source_url": "url",
              "source_accessed": "accessed"}  # fmt: skip


class ExportError(ValueError):
    """Why a register cannot be written in a format, in words for whoever asked."""


@dataclass(frozen=True)
class Slot:
    """One column of a register: the `number` tells designations and sources apart."""

    column: Column
    number: int = 1

    @property
    def word(self) -> str:
        return self.column.key if self.number == 1 else f"{self.column.key}_{self.number}"

    @property
    def header(self) -> str:
        return keyed(self.column, self.number)


@dataclass(frozen=True)
class Row:
    """One page: its cells by the words of their columns, and where it is (longitude, latitude)."""

    cells: dict[str, str]
    point: tuple[float, float] | None


def slots_of(choice: Choice, designations: int, sources: int) -> list[Slot]:
    """The columns of a register in order, for so many designations and sources of one page."""
    wanted = [column for column in COLUMNS if _is_written(column, choice)]
    counts = {Part.DESIGNATION: max(designations, 1), Part.SOURCE: max(sources, 1)}
    slots: list[Slot] = []
    for column in wanted:
        if not column.is_numbered:
            slots.append(Slot(column))
        elif not any(slot.column.part is column.part for slot in slots):
            # All of the first designation, then all of the second.
            group = [one for one in wanted if one.part is column.part]
            numbers = range(1, counts[column.part] + 1)
            slots += [Slot(one, number) for number in numbers for one in group]
    return slots


def _is_written(column: Column, choice: Choice) -> bool:
    kinds = choice.kinds
    names = frozenset().union(*map(names_of, kinds))
    if column.key in _NOT_WRITTEN:
        return False
    if column.key in ("key", "fingerprint"):
        # Brought in again, a row finds its page by them: a translation must not find the original.
        return choice.is_source
    if column.key == "neighbourhood":
        return kinds != (NEIGHBOURHOOD,)
    if column.part is Part.DESIGNATION:
        return bool(WITH_DESIGNATIONS & set(kinds))
    if column.part is Part.POINT:
        return "point_entered" in names
    return column.part in (Part.IDENTITY, Part.SOURCE) or column.key in names


class Rows:
    """Writes the rows of a choice. `is_worded`: choices in words, or as they are stored."""

    def __init__(self, choice: Choice, slots: list[Slot], *, is_worded: bool):
        self._choice, self._slots, self._is_worded = choice, slots, is_worded
        self._places = Neighbourhoods(choice.language)
        self._readers: dict[str, Callable] = {
            "key": lambda page, values: str(page[2]),
            "slug": lambda page, values: page[3],
            "kind": lambda page, values: kind_words(page[1], is_worded=is_worded),
            "fingerprint": lambda page, values: fingerprint_of(values),
            "neighbourhood": lambda page, values: self._neighbourhood(page[4]),
            "body": lambda page, values: words_alone(values["body"]),
            "point": lambda page, values: values.get("point_entered") or "",
            "datum": _datum,
        }

    def __iter__(self) -> Iterator[Row]:
        for pages, present in self._choice.chunks():
            for page in pages:
                values = present[page[0]]
                cells = {slot.word: self._cell(slot, page, values) for slot in self._slots}
                yield Row(cells, _point(values))

    def _cell(self, slot: Slot, page: tuple, values: dict) -> str:
        column = slot.column
        if column.part is Part.DESIGNATION:
            return self._child(slot, Designation, column.key, values["designations"])
        if column.part is Part.SOURCE:
            return self._child(slot, Source, _OF_SOURCE[column.key], values["sources"])
        if reader := self._readers.get(column.key):
            return cell_of(Shape.TEXT, reader(page, values), None, is_worded=False)
        if column.key not in names_of(page[1]):
            return ""
        field = KINDS[page[1]]._meta.get_field(column.key)
        return self._say(column, values.get(column.key), field)

    def _child(self, slot: Slot, model: type[models.Model], name: str, rows: list[dict]) -> str:
        if slot.number > len(rows):
            return ""
        value = rows[slot.number - 1][name]
        # Nothing said of a designation is no designation: an unticked box stays empty.
        value = None if value is False else value
        return self._say(slot.column, value, model._meta.get_field(name))

    def _say(self, column: Column, value: object, field: models.Field) -> str:
        shape = Shape.CHOICE if field.choices else column.shape
        return cell_of(shape, value, field, is_worded=self._is_worded)

    def _neighbourhood(self, path: str) -> str:
        """The name where it is understood when brought in, else the address."""
        place = next(
            (one for known, one in self._places.by_path.items()
             if path.startswith(known) and path != known), None)  # fmt: skip
        if place is None:
            return ""
        try:
            is_understood = self._places.find(place.title).id == place.id
        except UnplacedError:
            is_understood = False
        return place.title if is_understood else place.slug


def _datum(page: tuple, values: dict) -> str:
    return DATUMS.get(values.get("datum") or "wgs84", "") if values.get("point_entered") else ""


def _point(values: dict) -> tuple[float, float] | None:
    lat, lng = values.get("lat"), values.get("lng")
    return None if lat is None or lng is None else (float(lng), float(lat))


def most_children(choice: Choice) -> tuple[int, int, int]:
    """(pages, the most designations of one, the most sources of one); ExportError for too many."""
    pages = designations = sources = 0
    for chunk, present in choice.chunks():
        pages += len(chunk)
        for page in chunk:
            values = present[page[0]]
            designations = max(designations, len(values["designations"]))
            sources = max(sources, len(values["sources"]))
            if max(designations, sources) > MOST:
                raise ExportError(
                    _("“%(title)s” has more than %(most)s designations or sources. Take its "
                      "neighbourhood out as a package.")
                    % {"title": values["title"], "most": MOST}
                )  # fmt: skip
    return pages, designations, sources
