"""The thread that keeps the timetable while a server runs. It sleeps until something is due."""

import logging
import os
import threading
import time
from pathlib import Path

from django.conf import settings
from django.core.files import locks
from django.db import DatabaseError, connections
from django.utils import timezone

from .due import Key, next_due, run_due

logger = logging.getLogger(__name__)
# Workers that were forked from this process have started by then; the first requests are served.
BEGINS_AFTER = 1.0
JUST_AFTER = 0.05
TRIED_AGAIN_AFTER = 300


class Keeper:
    """One thread in each server process; of all on a machine, the one that holds the lock works.

    The lock goes with its process, also where that is killed, and the next one takes it. Several
    machines each have a worker: the database lets each item be done once (see `due`).
    """

    def __init__(self) -> None:
        self._start_over()
        # A fork would carry a look's open connection, or half of it, into the child.
        os.register_at_fork(
            before=lambda: self._looking.acquire(),
            after_in_parent=lambda: self._looking.release(),
            after_in_child=self._in_a_child,
        )

    def start(self) -> None:
        """From now on, in this process and those it forks; nothing where it is switched off."""
        if settings.TIMETABLE_SECONDS > 0 and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="timetable", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End the thread, and let another process take over."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
        self._let_go()
        self._start_over()

    def _start_over(self) -> None:
        self._looking, self._stopped = threading.RLock(), threading.Event()
        self._thread: threading.Thread | None = None
        self._lock = None
        self._troubled: dict[Key, float] = {}

    def _in_a_child(self) -> None:
        was_running, inherited = self._thread is not None, self._lock
        self._start_over()
        if inherited is not None:
            inherited.close()  # the parent goes on holding the lock through its own
        if was_running:
            self.start()

    def _run(self) -> None:
        wait = BEGINS_AFTER
        while not self._stopped.wait(wait):
            with self._looking:
                wait = self._look()
                connections.close_all()

    def _look(self) -> float:
        """Do what is due; return how many seconds to sleep."""
        try:
            if not self._is_alone():
                return settings.TIMETABLE_SECONDS
            return self._keep()
        except (DatabaseError, OSError) as error:
            logger.warning("The timetable waits: %s", error)
        except Exception:
            logger.exception("The timetable stumbled; it goes on.")
        return settings.TIMETABLE_SECONDS

    def _keep(self) -> float:
        now = time.monotonic()
        self._troubled = {key: until for key, until in self._troubled.items() if until > now}
        due = next_due()
        if due is not None and due < timezone.now():
            outcome = run_due(but_not=self._troubled)
            self._troubled |= dict.fromkeys(outcome.failed, now + TRIED_AGAIN_AFTER)
            due = next_due()
        return self._until(due)

    def _until(self, due) -> float:
        longest = float(settings.TIMETABLE_SECONDS)
        if due is None or self._troubled:
            return longest
        return min(longest, max(0.0, (due - timezone.now()).total_seconds()) + JUST_AFTER)

    def _is_alone(self) -> bool:
        if self._lock is None:
            path = Path(settings.TIMETABLE_LOCK)
            path.parent.mkdir(parents=True, exist_ok=True)
            file = path.open("a")
            if not locks.lock(file, locks.LOCK_EX | locks.LOCK_NB):
                file.close()
                return False
            self._lock = file
        return True

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None


keeper = Keeper()
