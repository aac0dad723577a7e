"""Reads a carried register, trusting nothing in it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime

from ..codes import is_valid
from ..models import Inspection, Plaque, PlaqueEvent, StatutoryMarker
from .taking import FIXTURE_CARRIED, FORMAT, PLAIN, VERSION


class RegisterError(ValueError):
    """What is wrong with a carried register, in words for the operator who brings it."""


class ElsewhereError(RegisterError):
    """Codes that are here and open other pages; `codes` are theirs."""

    def __init__(self, message: str, codes: list[str]) -> None:
        super().__init__(message)
        self.codes = codes


@dataclass(frozen=True)
class PageName:
    """A page as the other installation calls it."""

    key: UUID
    path: str


@dataclass(frozen=True)
class Carried:
    """One plaque of the file, checked."""

    code: str
    label: str
    plain: dict
    target: PageName | None
    neighbourhood: PageName | None
    part: UUID | None
    marker: dict | None
    events: list[dict]
    inspections: list[dict]
    photo: str = ""  # what its picture is called beside the register


def read_register(data: object) -> list[Carried]:
    """The plaques of a file; RegisterError names the first that cannot be read."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise RegisterError("This file is not a register of plaques (made by export_plaques).")
    if data.get("version") != VERSION:
        raise RegisterError(f"This file has version {data.get('version')}; {VERSION} is read here.")
    rows = data.get("plaques")
    if not isinstance(rows, list):
        raise RegisterError("The file holds no list of plaques.")
    carried = [_read(number, row) for number, row in enumerate(rows, start=1)]
    codes = [one.code for one in carried]
    twice = sorted({code for code in codes if codes.count(code) > 1}) if _repeats(codes) else []
    if twice:
        raise RegisterError("Codes that stand in the file twice: " + ", ".join(twice))
    return carried


def _repeats(codes: list[str]) -> bool:
    return len(set(codes)) != len(codes)


def _read(number: int, row) -> Carried:
    name = row.get("code") if isinstance(row, dict) else None
    try:
        return _plaque(row)
    except (KeyError, TypeError, ValueError, AttributeError, ValidationError) as error:
        words = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        raise RegisterError(
            f"Plaque {number} ({name or 'no code'}) cannot be read: {words}"
        ) from error


def _plaque(row: dict) -> Carried:
    code = row["code"]
    if not isinstance(code, str) or not is_valid(code):
        raise ValueError(f"“{code}” is no code")
    plain = {name: _text(row, name) for name in PLAIN}
    plain |= {name: row[name] for name in FIXTURE_CARRIED}
    plain["created_at"] = _moment(row["created_at"])
    marker = row["marker"]
    if marker is not None:
        told = {name: _text(marker, name) for name in StatutoryMarker.STATEMENTS}
        marker = _cleaned(StatutoryMarker, told)
    return Carried(
        code=code,
        label=row["label"],
        plain=_cleaned(Plaque, plain),
        target=_page(row["target"]),
        neighbourhood=_page(row["neighbourhood"]),
        part=_key(row["part"]),
        marker=marker,
        events=[_event(one) for one in row["events"]],
        inspections=[_inspection(one) for one in row["inspections"]],
        photo=_text({"photo": "", **row}, "photo"),
    )


def _event(row: dict) -> dict:
    told = {name: _text(row, name) for name in ("kind", "note", "title")}
    told |= {name: _key(row[name]) for name in ("from_key", "to_key", "from_part", "to_part")}
    told["at"] = _moment(row["at"])
    return {**_cleaned(PlaqueEvent, told), "by": _text(row, "by")}


def _inspection(row: dict) -> dict:
    told = {name: _text(row, name) for name in ("state", "note")}
    told["at"] = _moment(row["at"])
    photo = _text({"photo": "", **row}, "photo")
    return {**_cleaned(Inspection, told), "by": _text(row, "by"), "photo": photo}


def _cleaned(model, told: dict) -> dict:
    """The values as the model's own fields read them: lengths, choices and ranges hold here too."""
    row = model(**told)
    row.clean_fields(exclude=["plaque"])
    return {name: getattr(row, name) for name in told}


def _text(row: dict, name: str) -> str:
    if not isinstance(row[name], str):
        raise TypeError(f"“{name}” is no text")
    return row[name]


def _page(said: dict | None) -> PageName | None:
    return PageName(UUID(said["key"]), str(said["path"])) if said else None


def _key(text: str) -> UUID | None:
    return UUID(text) if text else None


def _moment(text: str) -> datetime:
    moment = parse_datetime(text)
    if moment is None or moment.tzinfo is None:
        raise ValueError(f"“{text}” is no moment with a time zone")
    return moment
