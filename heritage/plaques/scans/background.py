"""The thread that folds journals while a server runs. It sleeps where nobody scans."""

import logging
import os
import threading
import time

from django.conf import settings
from django.db import connection

from .folding import fold

logger = logging.getLogger(__name__)
AFTER_TROUBLE = 10


class Folder:
    """At most one thread in each process, started by its first scan."""

    def __init__(self) -> None:
        self._start_over()
        os.register_at_fork(after_in_child=self._start_over)

    def soon(self) -> None:
        """See to it that what was just written is folded within about a second."""
        if not settings.SCANS_FOLD_SECONDS:
            return
        self._due.set()
        if not self._started:
            with self._alone:
                if not self._started:
                    threading.Thread(target=self._run, name="fold-scans", daemon=True).start()
                    self._started = True

    def _start_over(self) -> None:
        self._alone, self._due, self._started = threading.Lock(), threading.Event(), False

    def _run(self) -> None:
        while True:
            self._due.wait()
            time.sleep(settings.SCANS_FOLD_SECONDS)
            self._due.clear()
            if not self._fold():
                self._due.set()
            elif not self._due.is_set():
                connection.close()

    def _fold(self) -> bool:
        """Fold; False where somebody else is at it, or where it has to be tried again."""
        try:
            return fold() is not None
        except Exception:
            logger.exception("Scans could not be folded; they wait in their journals.")
            connection.close()
            time.sleep(AFTER_TROUBLE)
            return False


fold_soon = Folder().soon
