"""Rows of our own exports, read word for word: nothing is tidied, split or guessed.

What an export says of a page it says exactly, and taken out again it must be the same. A cell that
somebody has changed in it is checked like any other.
"""

from django.core.exceptions import ValidationError

from heritage.places.grades import GRADES, Grade
from heritage.places.models import Designation
from heritage.storytelling.models import Source

from ..columns import Shape
from .cells import Cells
from .choices import choice_named
from .dates import is_edtf
from .fields import PLAIN, longest, names_of
from .kinds import KINDS, WITH_DESIGNATIONS
from .stories import exact_blocks
from .wording import day_of, number, yes_or_no

_SOURCE = {"citation": "source", "kind": "source_kind", "url": "source_url",
           "accessed": "source_accessed"}  # fmt: skip
_EMPTY_DESIGNATION = {
    "batch": "", "register_number": "", "category_announced": "", "category_today": "",
    "announced_by": "", "announced_on": "", "announced_on_edtf": "", "announced_name": "",
    "note": "",
}  # fmt: skip


def values_exactly(cells: Cells, kind: str) -> dict:
    """Field → value for each plain column that file and page have; the title among them."""
    names = names_of(kind)
    values: dict = {"title": _said(cells, "title")}
    if not values["title"].strip():
        cells.say("no_name", "title")
    for column in PLAIN:
        if column.key in names and cells.has(column.key):
            values[column.key] = _value(cells, column.key, column.shape, kind)
    if cells.has("body"):
        values["body"] = _body(cells)
    return values


def designations_exactly(cells: Cells, kind: str, numbers: list[int]) -> list[dict] | None:
    """The designations of a row; one whose cells are all empty is none."""
    if kind not in WITH_DESIGNATIONS or not numbers:
        return None
    rows = []
    for of in numbers:
        told = {name: _said(cells, name, of) for name in _EMPTY_DESIGNATION}
        grade = _said(cells, "grade", of)
        unsure = yes_or_no(_said(cells, "is_unverified", of)) or False
        if not (any(told.values()) or grade or unsure):
            continue
        found = choice_named(Designation, "grade", grade)
        if found is None:
            cells.say("not_a_choice", "grade", grade, of=of, known=", ".join(Grade.values))
            continue
        for name, value in told.items():
            cells.fits(name, value, longest(Designation, name), of=of)
        track = GRADES[Grade(found)].track.value
        rows.append(told | {"track": track, "grade": found, "is_unverified": unsure})
    return rows


def sources_exactly(cells: Cells, numbers: list[int]) -> list[dict] | None:
    """The sources of a row; one whose cells are all empty is none."""
    if not numbers:
        return None
    rows = []
    for of in numbers:
        told = {name: _said(cells, key, of) for name, key in _SOURCE.items()}
        if not any(told.values()):
            continue
        told["kind"] = _source_kind(cells, told["kind"], of)
        day = day_of(told["accessed"]) if told["accessed"] else None
        if told["accessed"] and day is None:
            cells.say("bad_day", "source_accessed", of=of)
        cells.fits("source", told["citation"], longest(Source, "citation"), of=of)
        _check_address(cells, told["url"], of)
        rows.append({**told, "accessed": day.isoformat() if day else None})
    return rows


def _said(cells: Cells, key: str, of: int = 1) -> str:
    return cells.raw(cells.match(key, of))


def _value(cells: Cells, key: str, shape: Shape, kind: str):
    text, field = _said(cells, key), KINDS[kind]._meta.get_field(key)
    if shape is Shape.YES_NO:
        found = cells.yes_no(key)
        return found if field.null else bool(found)
    if shape is Shape.NUMBER:
        return cells.whole(key)
    if shape is Shape.DECIMAL:
        found = number(text) if text else None
        if text and (found is None or found >= 10 ** (field.max_digits - field.decimal_places)):
            cells.say("not_a_number", key)
        return text if found is not None else None
    if shape is Shape.CHOICE:
        return _choice(cells, key, text, kind)
    if shape is Shape.EDTF and text and not is_edtf(text):
        cells.say("bad_edtf", key)
        return ""
    return cells.fits(key, text, longest(KINDS[kind], key))


def _choice(cells: Cells, key: str, text: str, kind: str) -> str:
    found = choice_named(KINDS[kind], key, text)
    if found is None:
        known = ", ".join(value for value, _label in KINDS[kind]._meta.get_field(key).choices)
        cells.say("not_a_choice", key, known=known)
    return found or ""


def _source_kind(cells: Cells, text: str, of: int) -> str:
    found = choice_named(Source, "kind", text)
    if found is None:
        cells.say("not_a_choice", "source_kind", of=of, known=", ".join(Source.Kind.values))
    return found or Source.Kind.REGISTER.value


def _check_address(cells: Cells, url: str, of: int) -> None:
    try:
        if url:
            Source._meta.get_field("url").clean(url, None)
    except ValidationError as error:
        cells.say("bad_blocks", "source_url", url, of=of, why=" ".join(error.messages))


def _body(cells: Cells) -> list[dict]:
    text = _said(cells, "body")
    if not text.strip():
        return []
    try:
        return exact_blocks(text)
    except ValueError as error:
        cells.say("bad_blocks", "body", text[:60], why=str(error))
        return []
