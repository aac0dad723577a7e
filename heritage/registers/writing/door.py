"""One import at a time writes to the tree; and what is left of one whose process has died."""

import contextlib
import fcntl
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import RegisterImport

State = RegisterImport.State
# An import of another server that has not been heard of for so long is dead.
SILENT_FOR = timedelta(minutes=3)
# What a record falls back to when the process at work on it has died.
AFTER_DEATH = {
    State.CHECKING: State.UPLOADED,
    State.WRITING: State.INTERRUPTED,
    State.ASKING: State.DONE,
    State.UNDOING: State.INTERRUPTED,
}


class BusyError(Exception):
    """Somebody else is at it; the message says who, in the reader's words."""


@contextlib.contextmanager
def work_on(record: RegisterImport, state: State) -> Iterator[None]:
    """Hold a record, and for writing the tree, as long as the process lives.

    Raises BusyError where another import holds the tree, or another process this record.
    """
    settle()
    with _sign_of_life(record):
        _take(record, state)
        try:
            yield
        finally:
            if record.is_at_work:
                record.state = AFTER_DEATH[record.state]
            record.holds_tree = None
            record.save()


def settle() -> list[RegisterImport]:
    """Set right the records whose processes have died; return those that stopped half-way."""
    dead = [
        record
        for record in RegisterImport.objects.filter(state__in=RegisterImport.AT_WORK)
        if not is_alive(record)
    ]
    for record in dead:
        RegisterImport.objects.filter(pk=record.pk, state=record.state).update(
            state=AFTER_DEATH[record.state], holds_tree=None
        )
        record.refresh_from_db()
    return [record for record in dead if record.state == State.INTERRUPTED]


def is_alive(record: RegisterImport) -> bool:
    """Whether a process is at work on it: on this server by its lock, elsewhere by its word."""
    try:
        with _path(record).open("r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return False
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return timezone.now() - record.heard_at < SILENT_FOR


def _take(record: RegisterImport, state: State) -> None:
    # Looking only reads the tree: several may look at once, one may write.
    holds_tree = None if state in (State.CHECKING, State.ASKING) else True
    free = RegisterImport.objects.filter(pk=record.pk).exclude(state__in=RegisterImport.AT_WORK)
    try:
        with transaction.atomic():
            taken = free.update(
                state=state,
                holds_tree=holds_tree,
                heard_at=timezone.now(),
                trouble="",
                done=0,
                total=0,
            )
    except IntegrityError as error:
        raise BusyError(_busy_words()) from error
    if not taken:
        raise BusyError(_("Somebody is at work on this import already."))
    record.refresh_from_db()


def _busy_words() -> str:
    other = RegisterImport.objects.filter(holds_tree=True).select_related("by").first()
    if other is None:
        return _("Another import was being written. It is through now: try again.")
    return _("“%(file)s” (by %(who)s) is being written. Try again when it is through.") % {
        "file": other.file_name,
        "who": other.by or _("the command line"),
    }


@contextlib.contextmanager
def _sign_of_life(record: RegisterImport) -> Iterator[None]:
    """A file under a lock that the operating system lets go of when the process ends."""
    path = _path(record)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(_("Somebody is at work on this import already.")) from error
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _path(record: RegisterImport) -> Path:
    return Path(settings.REGISTERS_FOLDER) / f"{record.pk}.lock"
