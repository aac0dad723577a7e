"""The designations of a row."""

import re

from heritage.places.grades import GRADES, Grade, Track
from heritage.places.models import Designation

from ..columns import COLUMNS, Mapping, Part
from .cells import Cells
from .dates import check_date, day_of_serial, is_edtf, tidy_date, unless_read
from .grades import GENERIC, batch_in, batch_of, grade_of, grades_of, is_unsure

KEYS = [column.key for column in COLUMNS if column.part is Part.DESIGNATION]
FIELDS = (
    "track", "grade", "batch", "register_number", "category_announced", "category_today",
    "announced_by", "announced_on", "announced_on_edtf", "announced_name", "is_unverified", "note",
)  # fmt: skip
_LENGTHS = {name: getattr(Designation._meta.get_field(name), "max_length", None) for name in FIELDS}
# A category by itself says what a thing is, not that anybody protects it.
_PROTECTS = ("grade", "heritage_class", "batch", "register_number", "announced_on", "announced_by")
_OLD_CLASS = re.compile(r"(.+?)[(（][^()（）]*(?:类名|原|时)[^()（）]*[)）]\s*/\s*(.+)")
_EXCEL_DATE = re.compile(
    r"\d{4}-\d{2}(?:-\d{2})?(?: .*)?|\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{1,2}"
)


def numbers_in(mapping: Mapping) -> list[int]:
    """Which designations the headers speak of: [1, 2] for 级别, 级别2; [] for none."""
    found = {match.number for match in mapping.matches if match.column and match.column.key in KEYS}
    return sorted(found)


def designations_of(cells: Cells, numbers: list[int]) -> list[dict]:
    """The designations that a row gives, as dicts of FIELDS."""
    rows: list[dict] = []
    for number in numbers:
        rows += _designations(cells, number)
    return rows


def _designations(cells: Cells, number: int) -> list[dict]:
    if not any(cells.text(key, number) for key in _PROTECTS):
        return []
    level, kind = cells.text("grade", number), cells.text("heritage_class", number)
    row = _attributes(cells, number)
    grades = _grades(cells, number, level, kind, row)
    row["batch"] = row["batch"] or batch_in(level)
    row["is_unverified"] = row["is_unverified"] or is_unsure(level) or is_unsure(kind)
    _check_number(cells, number, row)
    rows = [row | {"grade": grades[0].value, "track": GRADES[grades[0]].track.value}]
    for grade in grades[1:]:
        blank = dict.fromkeys(FIELDS, "") | {"is_unverified": False}
        rows.append(blank | {"grade": grade.value, "track": GRADES[grade].track.value})
    for name, most in _LENGTHS.items():
        if isinstance(rows[0][name], str):
            cells.fits(_column_of(name), rows[0][name], most, of=number)
    return rows


def _grades(cells: Cells, number: int, level: str, kind: str, row: dict) -> list[Grade]:
    """At least one grade; what is not known becomes “other list” with its words in the note."""
    grades = grades_of(level) if level else None
    by_class = grade_of(kind) if kind else None
    if grades is None and not _is_generic(level):
        row["note"] = "；".join(filter(None, (row["note"], level)))
        cells.say("unknown_grade", "grade", level, of=number)
        return [Grade.OTHER]
    if grades is None:
        if by_class:
            return [by_class]
        return [_without_grade(cells, number, level or kind, row)]
    # 历史建筑 beside 省级: two tracks of law, two designations.
    if by_class and by_class not in grades and _track(by_class) != _track(grades[0]):
        grades.append(by_class)
    return grades


def _without_grade(cells: Cells, number: int, words: str, row: dict) -> Grade:
    row["is_unverified"] = True
    if words:
        row["note"] = "；".join(filter(None, (row["note"], words)))
    key = next(key for key in _PROTECTS if cells.text(key, number))
    cells.say("no_grade", key, words, of=number)
    return Grade.OTHER


def _is_generic(level: str) -> bool:
    return not level or level in GENERIC


def _track(grade: Grade) -> Track:
    return GRADES[grade].track


def _attributes(cells: Cells, number: int) -> dict:
    row = {name: cells.text(name, number) for name in FIELDS if name != "grade"}
    row["track"] = ""
    row["is_unverified"] = row["is_unverified"] not in ("", "0", "false", "否", "no", "FALSE")
    row["batch"] = batch_of(row["batch"])
    row["announced_on"] = tidy_date(row["announced_on"])
    if day := day_of_serial(row["announced_on"]):
        cells.say("serial_day", "announced_on", of=number, day=day)
        row["announced_on"] = day
    note = check_date(row["announced_on"], "announced_on", _header(cells, number))
    if note and not row["announced_on_edtf"]:
        cells.reasons.append(note)
    if row["announced_on_edtf"] and not is_edtf(row["announced_on_edtf"]):
        cells.say("bad_edtf", "announced_on_edtf", of=number)
        row["announced_on_edtf"] = ""
    row["announced_on_edtf"] = unless_read(row["announced_on_edtf"], row["announced_on"])
    category = cells.text("category", number)
    if category and not row["category_announced"]:
        old = _OLD_CLASS.fullmatch(category)
        row["category_announced"] = old[1].strip() if old else category
        if old and not row["category_today"]:
            row["category_today"] = old[2].strip()
    return row


def _header(cells: Cells, number: int) -> str:
    match = cells.match("announced_on", number)
    return match.header if match else ""


def _check_number(cells: Cells, number: int, row: dict) -> None:
    if _EXCEL_DATE.fullmatch(row["register_number"]):
        cells.say("looks_like_excel_date", "register_number", of=number)


def _column_of(field: str) -> str:
    return "category" if field == "category_announced" else field
