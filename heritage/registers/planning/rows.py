"""From the cells of a row to what it says: an Entry, and what is wrong with it."""

from dataclasses import dataclass, field

from django.core.validators import validate_unicode_slug

from heritage.places.geodesy import Point

from ..columns import Mapping
from ..columns.folding import squeeze
from ..columns.keyed import is_export
from ..columns.mapping import BEYOND_HEADER
from . import citing, protection, verbatim
from .cells import Cells, places_in
from .fields import foreign_columns, longest, names_of, values_of
from .kinds import KINDS, LANDMARK, NEIGHBOURHOOD, WITH_DESIGNATIONS, kind_named
from .options import PlanOptions
from .plan import Entry
from .points import UNKNOWN, PointError, datum_of, place
from .reasons import Reason
from .sections import Sections
from .stories import blocks_of_json, blocks_of_words
from .wording import clean_lines, words_of_markup

_POINT_COLUMNS = ("lat", "lng", "point")
_KIND_WORDS = {
    "landmark": "landmark", "地标": "landmark", "文物": "landmark", "遗产点": "landmark",
    "历史建筑": "landmark", "mural": "mural", "彩绘墙": "mural", "壁画": "mural", "墙绘": "mural",
    "corridor": "corridor", "文化长廊": "corridor", "history": "history", "社区历史": "history",
    "person": "person", "人物": "person", "名人": "person", "trail": "trail", "路线": "trail",
    "neighbourhood": "neighbourhood", "neighborhood": "neighbourhood", "街区": "neighbourhood",
    "老街区": "neighbourhood", "社区": "neighbourhood", "街道": "neighbourhood",
}  # fmt: skip


@dataclass(slots=True)
class ReadRow:
    """A row as it reads by itself; where it belongs is found later.

    `place_words`: what names its neighbourhood; `point`: WGS-84; `wanted_*`: the columns by which
    a row says itself which page it is.
    """

    entry: Entry
    reasons: list[Reason] = field(default_factory=list)
    point: Point | None = None
    place_words: str = ""
    division_code: str = ""
    own_id: str = ""
    slug: str = ""
    key: str = ""
    same_as: str = ""
    fingerprint: str = ""


class RowReader:
    """Reads the rows of one file."""

    def __init__(self, mapping: Mapping, options: PlanOptions):
        self.mapping, self.options = mapping, options
        self._places = places_in(mapping)
        self._beyond = [m.index for m in mapping.matches if m.header == BEYOND_HEADER]
        self._designations = protection.numbers_in(mapping)
        self._sources = citing.numbers_in(mapping)
        self._has_text = mapping.has("description", "body")
        self.has_points = mapping.has(*_POINT_COLUMNS)
        self.is_export = is_export(mapping)
        self.is_datum_assumed = False
        self.default_kind = options.kind or default_kind(mapping, options)

    def read(self, number: int, raw: tuple[str, ...], sections: Sections | None = None) -> ReadRow:
        heading = sections.grade if sections else ""
        cells = Cells(self._places, raw, heading)
        kind = self._kind(cells)
        if self.is_export and cells.text("fingerprint"):
            return self._read_exactly(number, raw, cells, kind)
        values = {"title": self._title(cells, kind)} | {
            name: value for name, value in values_of(cells, kind).items() if name != "title"
        }
        row = ReadRow(Entry(number, kind, None, "", values, raw=raw), cells.reasons)
        self._identify(row, cells)
        numbers = self._designations or ([1] if heading else [])
        if kind in WITH_DESIGNATIONS and numbers:
            row.entry.designations = protection.designations_of(cells, numbers)
            if sections and heading and not cells.words("grade"):
                cells.say("by_section", "grade", heading, row=sections.row)
        if self._sources:
            row.entry.sources = citing.sources_of(cells, self._sources)
        self._tell(row, cells)
        self._locate(row, cells, kind)
        self._refuse_beyond(row, raw)
        return row

    def _read_exactly(self, number: int, raw: tuple[str, ...], cells: Cells, kind: str) -> ReadRow:
        """A row that an export of ours wrote."""
        values = verbatim.values_exactly(cells, kind)
        row = ReadRow(Entry(number, kind, None, "", values, raw=raw), cells.reasons)
        self._identify(row, cells)
        row.entry.designations = verbatim.designations_exactly(cells, kind, self._designations)
        row.entry.sources = verbatim.sources_exactly(cells, self._sources)
        self._locate(row, cells, kind)
        if row.entry.values.get("point_entered"):
            row.entry.values["point_entered"] = cells.raw(cells.match("point"))[:80]
        self._refuse_beyond(row, raw)
        return row

    def _refuse_beyond(self, row: ReadRow, raw: tuple[str, ...]) -> None:
        if len(raw) > len(self.mapping.matches) or any(raw[at].strip() for at in self._beyond):
            counts = {"cells": len(raw), "columns": len(self.mapping.matches)}
            row.reasons.append(Reason("broken_row", params=counts))

    def foreign(self, kinds: set[str]) -> list[Reason]:
        """Notes on columns that pages of these kinds have no field for."""
        keys = set.intersection(*(set(foreign_columns(self.mapping, kind)) for kind in kinds))
        keys.discard("division_code")  # of a site it says where it stands
        return [Reason("not_for_kind", key, self._places[key, 1][0].header) for key in sorted(keys)]

    def _kind(self, cells: Cells) -> str:
        words = cells.text("kind")
        if not words:
            return self.default_kind
        kind = _KIND_WORDS.get(squeeze(words)) or kind_named(words)
        if kind is None:
            cells.say("not_a_kind", "kind", known=", ".join(KINDS))
        return kind or self.default_kind

    def _title(self, cells: Cells, kind: str) -> str:
        key = "title" if cells.words("title") or not cells.has("foreign_name") else "foreign_name"
        title = cells.words(key)
        if not title:
            cells.say("no_name", "title")
        return cells.fits(key, title, longest(KINDS[kind], "title"))

    def _identify(self, row: ReadRow, cells: Cells) -> None:
        row.own_id, row.key = cells.text("id"), cells.text("key")
        row.slug, row.same_as = cells.text("slug").strip("/"), cells.text("same_as")
        row.fingerprint = cells.text("fingerprint")
        row.place_words = cells.text("neighbourhood")
        row.division_code = cells.text("division_code")
        if len(row.slug) > 255:
            cells.say("too_long", "slug", length=len(row.slug), most=255)
        elif row.slug and not validate_unicode_slug.regex.search(row.slug):
            cells.say("bad_slug", "slug", row.slug)

    def _tell(self, row: ReadRow, cells: Cells) -> None:
        """The text, from blocks or from a description."""
        if not self._has_text:
            return
        if blocks := cells.raw(cells.match("body")).strip():
            try:
                row.entry.values["body"] = blocks_of_json(blocks)
            except ValueError as error:
                cells.say("bad_blocks", "body", blocks[:60], why=str(error))
            return
        count = len(row.entry.sources or ())
        cites = ", ".join(map(str, range(1, min(count, 10) + 1)))
        row.entry.values["body"] = blocks_of_words(
            [clean_lines(words_of_markup(text)) for text in cells.all_lines("description")], cites
        )

    def _locate(self, row: ReadRow, cells: Cells, kind: str) -> None:
        if not self.has_points or "point_entered" not in names_of(kind):
            return
        row.entry.values["point_entered"] = ""
        lat, lng, both = (cells.text(key) for key in _POINT_COLUMNS)
        if not (lat or lng or both):
            return
        key = "point" if not (lat or lng) else "lat" if lat else "lng"
        try:
            datum = self._datum(cells, key)
            placed = place(lat, lng, both, datum, anywhere=self.options.anywhere)
        except PointError as error:
            at = "datum" if error.code in ("unknown_datum", "two_datums") else key
            shown = ", ".join(filter(None, (lat, lng))) if key != "point" else both
            value = cells.words("datum") if at == "datum" else shown
            cells.say(error.code, at if cells.has(at) else key, value or shown, **error.params)
            return
        row.point = placed.wgs84
        row.entry.values |= {"point_entered": placed.entered, "datum": placed.datum}

    def _datum(self, cells: Cells, key: str) -> str:
        said = cells.match(key).datum
        if cells.has("lng") and key == "lat":
            said = said or cells.match("lng").datum
        column = datum_of(cells.text("datum"))
        if said and column and said != column and UNKNOWN not in (said, column):
            raise PointError("two_datums")
        if UNKNOWN in (said, column):
            return UNKNOWN
        stated = datum_of(self.options.datum)
        if not (said or column or stated):
            self.is_datum_assumed = True
        return said or column or stated or "wgs84"


def default_kind(mapping: Mapping, options: PlanOptions) -> str:
    """What the rows of a file are where it does not say: landmarks, or the neighbourhoods
    themselves in a list of these (division codes, and neither a neighbourhood nor a grade)."""
    names_places = mapping.has("neighbourhood") or options.into_id
    is_of_sites = mapping.has("grade", "heritage_class", "address", "register_number", "date")
    if mapping.has("division_code", "cohort") and not names_places and not is_of_sites:
        return NEIGHBOURHOOD
    return LANDMARK
