"""The fields of a page that a row may give, by kind of page."""

import re
from functools import cache

from django.db import models

from ..columns import COLUMNS, Mapping, Part, Shape
from .cells import Cells
from .choices import choice_named
from .dates import check_date, day_of_serial, is_edtf, tidy_date, unless_read
from .kinds import KINDS
from .wording import parts_of

PLAIN = tuple(
    column for column in COLUMNS if column.part is Part.PAGE and column.shape is not Shape.BLOCKS
)
_SITE_WORDS = {
    "former-residence": "故居", "residence": "旧居|祖居", "site": "旧址|会址", "ruin": "遗址",
    "ancestral-hall": "祠堂|宗祠|公祠|家祠|祠", "academy": "书院|书室|书塾|学宫|草堂",
    "guild-hall": "会馆", "church": "教堂|天主堂|福音堂|礼拜堂", "mosque": "清真寺",
    "temple": "庙|寺|观|庵|古庙", "pagoda": "塔", "tomb": "墓|陵园|墓地|烈士陵园",
    "garden": "公园|花园|园林", "villa": "别墅",
}  # fmt: skip


@cache
def names_of(kind: str) -> frozenset[str]:
    """Names of a kind's concrete fields."""
    return frozenset(field.name for field in KINDS[kind]._meta.get_fields() if field.concrete)


def foreign_columns(mapping: Mapping, kind: str) -> list[str]:
    """Columns of the file that this kind of page has no field for."""
    names = names_of(kind)
    return [column.key for column in PLAIN if mapping.has(column.key) and column.key not in names]


def values_of(cells: Cells, kind: str) -> dict:
    """Field → value for each plain column that file and page have."""
    names = names_of(kind)
    values = {}
    for column in PLAIN:
        if column.key in names and cells.has(column.key):
            values[column.key] = _READERS.get(column.shape, _text)(cells, column.key, kind)
    return values


def site_type_by_name(title: str) -> str:
    """The kind of place where the last word of its name says it: 故居, 旧址; "" otherwise."""
    for value, words in _SITE_WORDS.items():
        if re.search(f"(?:{words})$", re.sub(r"[(（].*?[)）]", "", title)):
            return value
    return ""


@cache
def longest(model: type[models.Model], name: str) -> int | None:
    """The most characters that a field takes."""
    return getattr(model._meta.get_field(name), "max_length", None)


def _text(cells: Cells, key: str, kind: str) -> str:
    return cells.fits(key, cells.words(key), longest(KINDS[kind], key))


def _lines(cells: Cells, key: str, kind: str) -> str:
    parts = [part for cell in cells.all_lines(key) for part in parts_of(cell, names=True)]
    return "\n".join(dict.fromkeys(parts))


def _date(cells: Cells, key: str, kind: str) -> str:
    words = tidy_date(cells.words(key))
    if day := day_of_serial(words):
        cells.say("serial_day", key, day=day)
        words = day
    note = check_date(words, key, cells.match(key).header)
    # Where an EDTF value stands beside the words, they need not be read.
    if note and not cells.text(f"{key}_edtf"):
        cells.reasons.append(note)
    return cells.fits(key, words, longest(KINDS[kind], key))


def _edtf(cells: Cells, key: str, kind: str) -> str:
    text = cells.text(key)
    if text and not is_edtf(text):
        cells.say("bad_edtf", key)
        return ""
    # Typed by hand only where the words do not say as much.
    return unless_read(text, cells.words(key.removesuffix("_edtf")))


def _whole(cells: Cells, key: str, kind: str) -> int | None:
    return cells.whole(key)


def _decimal(cells: Cells, key: str, kind: str) -> str | None:
    found = cells.decimal(key)
    if found is None:
        return None
    field = KINDS[kind]._meta.get_field(key)
    if found >= 10 ** (field.max_digits - field.decimal_places):
        cells.say("not_a_number", key)
        return None
    return f"{found:.{field.decimal_places}f}"


def _yes_no(cells: Cells, key: str, kind: str) -> bool | None:
    found = cells.yes_no(key)
    return found if KINDS[kind]._meta.get_field(key).null else bool(found)


def _choice(cells: Cells, key: str, kind: str) -> str:
    text = cells.text(key)
    found = choice_named(KINDS[kind], key, text)
    if found is None and key == "site_type":
        found = site_type_by_name(text) or None
    if found is None:
        choices = KINDS[kind]._meta.get_field(key).choices
        cells.say("not_a_choice", key, known=", ".join(value for value, _label in choices))
    return found or ""


_READERS = {
    Shape.LINES: _lines,
    Shape.DATE: _date,
    Shape.EDTF: _edtf,
    Shape.NUMBER: _whole,
    Shape.DECIMAL: _decimal,
    Shape.YES_NO: _yes_no,
    Shape.CHOICE: _choice,
}
