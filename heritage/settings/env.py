"""The one module that reads the environment.

Each variable is declared once in VARIABLES with what it is for; a test compares the list with the
README's settings table.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Variable:
    """An environment variable: its name, what it is without being set, and what it does."""

    name: str
    default: str
    purpose: str


VARIABLES = (
    Variable("SECRET_KEY", "", "signs sessions and tokens; production refuses to start without it"),
    Variable(
        "ALLOWED_HOSTS", "", "host names, comma-separated; production refuses to start without"
    ),
    Variable("SITE_URL", "http://127.0.0.1:8000", "the public address, printed into every QR code"),
    Variable("DATABASE_URL", "", "postgres://user:password@host/name; empty: SQLite in QILOU_DATA"),
    Variable("QILOU_DATA", "var", "folder of the embedded database and other working files"),
    Variable("MEDIA_ROOT", "media", "folder of uploads and renditions"),
    Variable("CACHE_URL", "", "redis://host:6379/0 shared by several servers; empty: in process"),
    Variable("BEHIND_PROXY", "", "1 when a proxy sets X-Forwarded-Proto and X-Forwarded-For"),
    Variable(
        "SECOND_FACTOR", "1", "publishers also give a code from their phone; 0: password only"
    ),
    Variable(
        "TIMETABLE_SECONDS", "20", "longest sleep before looking what goes live or expires; 0: cron"
    ),
    Variable("EMAIL_URL", "", "smtp://user:password@host:587 for mail; empty: written to the log"),
)
_BY_NAME = {variable.name: variable for variable in VARIABLES}


def text(name: str) -> str:
    """Return a declared variable's value, or its default; KeyError for an undeclared one."""
    return os.environ.get(name, "").strip() or _BY_NAME[name].default


def required(name: str) -> str:
    """Return a variable's value; ImproperlyConfigured with a plain sentence where it is empty."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {_BY_NAME[name].purpose}.")
    return value


def items(name: str) -> list[str]:
    """Return a comma-separated variable as a list without empty items."""
    return [item.strip() for item in text(name).split(",") if item.strip()]


def flag(name: str) -> bool:
    """Return whether a variable is switched on (1, true, yes or on)."""
    return text(name).lower() in {"1", "true", "yes", "on"}


def whole_number(name: str) -> int:
    """Return a variable as a number from 0; ImproperlyConfigured for anything else."""
    value = text(name)
    if not (value.isascii() and value.isdecimal()):
        raise ImproperlyConfigured(f"{name} is {value!r}, not a whole number.")
    return int(value)


def folder(name: str) -> Path:
    """Return a variable that names a folder as an absolute path; relative ones from the project."""
    return (BASE_DIR / text(name)).resolve()
