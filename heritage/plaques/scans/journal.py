"""The file into which a process writes one short line for each scan.

A line is `code day hour language client` and stands in the operating system's hands as soon as
`os.write` returns: the process may be killed the next moment. Each process has a file of its own
and holds a lock on it for as long as it writes there, so that whoever folds the journals knows
which are finished, even after a `kill -9`.
"""

import os
import threading
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.core.files import locks

from .models import LONGEST_UNKNOWN, Client

PATTERN = "*.journal"
LARGEST = 1_000_000
FIELDS = 5


@dataclass(frozen=True)
class Scan:
    """What is written down of a scan: a code, an hour, a language and a kind of client."""

    code: str
    day: date
    hour: int
    language: str
    client: Client

    @classmethod
    def at(cls, moment: datetime, *, code: str, language: str, client: Client) -> "Scan":
        return cls(code[:LONGEST_UNKNOWN], moment.date(), moment.hour, language, client)

    @classmethod
    def read(cls, line: bytes) -> "Scan":
        """The scan on a line of a journal; ValueError for a line that is torn or foreign."""
        parts = line.decode().split("\t")
        if len(parts) != FIELDS:
            raise ValueError(line)
        code, day, hour, language, client = parts
        if not 0 < len(code) <= LONGEST_UNKNOWN or not 0 <= int(hour) <= 23:
            raise ValueError(line)
        if language not in dict(settings.LANGUAGES):
            raise ValueError(line)
        return cls(code, date.fromisoformat(day), int(hour), language, Client(client))

    def line(self) -> bytes:
        parts = (self.code, self.day.isoformat(), str(self.hour), self.language, self.client.value)
        return "\t".join(parts).encode(errors="replace") + b"\n"


class Journal:
    """The journal of this process. Opened at its first scan, and anew when it has grown large."""

    def __init__(self) -> None:
        self._forget()
        os.register_at_fork(after_in_child=self._leave_to_parent)

    def append(self, scan: Scan) -> None:
        """Write a scan down; OSError where the disk does not take it."""
        line = scan.line()
        with self._alone:
            file = self._open()
            whole = b"\n" + line if self._torn else line
            self._torn = True
            if os.write(file, whole) != len(whole):
                raise OSError("Only a part of the line was written.")
            self._torn = False

    def close(self) -> None:
        """Let go of the file: it is finished."""
        with self._alone:
            if self._file is not None:
                os.close(self._file)
            self._file = None

    def _open(self) -> int:
        """The file to write to; a new one where it is full, was removed, or lies elsewhere now."""
        folder = Path(settings.SCANS_FOLDER)
        if self._file is not None:
            state = os.fstat(self._file)
            if state.st_nlink and state.st_size < LARGEST and folder == self._folder:
                return self._file
            os.close(self._file)
            self._file = None
        self._file, self._folder, self._torn = _new_file(folder), folder, False
        return self._file

    def _forget(self) -> None:
        self._alone = threading.Lock()
        self._file: int | None = None
        self._folder: Path | None = None
        self._torn = False

    def _leave_to_parent(self) -> None:
        """In a forked process: the file goes on being the parent's alone."""
        if self._file is not None:
            os.close(self._file)
        self._forget()


def _new_file(folder: Path) -> int:
    """A new journal, locked. It gets its name last: an unlocked one could be cleared away."""
    folder.mkdir(parents=True, exist_ok=True)
    name = uuid.uuid4().hex
    fresh = folder / f"{name}.new"
    file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o640)
    try:
        if not locks.lock(file, locks.LOCK_EX | locks.LOCK_NB):
            raise OSError("A new journal could not be locked.")
        fresh.rename(folder / f"{name}.journal")
    except OSError:
        os.close(file)
        raise
    return file


journal = Journal()
