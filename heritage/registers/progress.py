"""A bar for work that an operator waits for; nothing is shown for what is over in two seconds."""

import time
from typing import TextIO

SHOWN_AFTER, REDRAWN_AFTER, SAID_AFTER = 2.0, 0.2, 15.0  # seconds
WIDTH = 30


class Bar:
    """`bar(done, total)` as often as one likes; `bar.end()` once."""

    def __init__(self, stream: TextIO, what: str):
        self._stream, self._what = stream, what
        self._is_terminal = hasattr(stream, "isatty") and stream.isatty()
        self._began = self._drawn = time.monotonic()
        self._is_shown = False

    def __call__(self, done: int, total: int = 0) -> None:
        now = time.monotonic()
        if now - self._began < SHOWN_AFTER:
            return
        if now - self._drawn < (REDRAWN_AFTER if self._is_terminal else SAID_AFTER):
            return
        self._drawn = now
        self._stream.write(self._line(done, total))
        self._stream.flush()
        self._is_shown = self._is_terminal

    def end(self) -> None:
        """Leave the line."""
        if self._is_shown:
            self._stream.write("\r" + " " * (WIDTH + len(self._what) * 2 + 24) + "\r")
            self._stream.flush()
            self._is_shown = False

    def _line(self, done: int, total: int) -> str:
        if not self._is_terminal:
            return f"{self._what}: {done}" + (f" / {total}\n" if total else "\n")
        if not total:
            return f"\r{self._what} {done}"
        full = WIDTH * done // total
        return f"\r{self._what} [{'#' * full}{'.' * (WIDTH - full)}] {done} / {total}"
