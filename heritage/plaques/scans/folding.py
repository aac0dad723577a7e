"""From the journals into the database: each line exactly once, whatever is killed when.

How far a journal is counted (`JournalMark`) is written in the transaction that adds its counts. A
journal is removed only when its writer has let go of it and all of it is counted; its mark goes
after it. One process folds at a time, under a lock on the folder.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files import locks
from django.db import transaction

from .journal import PATTERN, Scan
from .models import JournalMark
from .tally import tally_add

logger = logging.getLogger(__name__)
PIECE = 256 * 1024


def fold() -> int | None:
    """Count what this server's journals hold, and return how many scans that were.

    None, and nothing done, where another process is folding them at the moment.
    """
    folder = Path(settings.SCANS_FOLDER)
    if not folder.is_dir():
        return 0
    with _alone(folder) as alone:
        if not alone:
            return None
        return sum(_fold_journal(path) for path in sorted(folder.glob(PATTERN)))


def fold_quietly() -> None:
    """Bring the counts up to date before they are shown; old ones are better than an error."""
    try:
        fold()
    except Exception:
        logger.exception("Scans could not be folded before they were shown.")


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Whether no other process of this server folds here. A killed one lets go of the lock."""
    with (folder / "lock").open("a") as lock:
        yield locks.lock(lock, locks.LOCK_EX | locks.LOCK_NB)


def _fold_journal(path: Path) -> int:
    with path.open("rb") as file:
        # Asked before the last line is read: from then on none can follow.
        is_finished = locks.lock(file, locks.LOCK_EX | locks.LOCK_NB)
        counted = 0
        while _has_more(path.name, file):
            added = _fold_piece(path.name, file)
            if added is None:
                break
            counted += added
        if is_finished:
            path.unlink(missing_ok=True)
            JournalMark.objects.filter(name=path.name).delete()
    return counted


def _has_more(name: str, file: BinaryIO) -> bool:
    """Whether anything stands beyond the mark. Asked outside a transaction, which would write."""
    marks = JournalMark.objects.filter(name=name).values_list("offset", flat=True)
    return file.seek(0, 2) > next(iter(marks), 0)


@transaction.atomic
def _fold_piece(name: str, file: BinaryIO) -> int | None:
    """Count the next whole lines and move the mark behind them; None where there is none."""
    mark, _made = JournalMark.objects.select_for_update().get_or_create(name=name)
    file.seek(mark.offset)
    piece = file.read(PIECE)
    whole = piece[: piece.rfind(b"\n") + 1]
    if not whole:
        return None
    scans = list(_scans(whole))
    tally_add(scans)
    mark.offset += len(whole)
    mark.save(update_fields=["offset"])
    return len(scans)


def _scans(lines: bytes) -> Iterator[Scan]:
    for line in lines.splitlines():
        if not line:
            continue
        try:
            yield Scan.read(line)
        except ValueError:
            logger.warning("A line of a journal of scans cannot be read and is passed over.")
