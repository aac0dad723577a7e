from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.cache.backends.filebased import FileBasedCache
from django.core.files import locks


class FileCounter(FileBasedCache):
    """A cache in files in which several processes of one machine count together, exactly.

    Django's own loses counts that are made at the same moment, and drops entries at random once
    there are 300: both would let a patient guesser through. A count restarts its time to live.
    """

    def add(self, key, value, *args, **kwargs) -> bool:
        with self._alone():
            return super().add(key, value, *args, **kwargs)

    def incr(self, key, delta=1, version=None) -> int:
        with self._alone():
            return super().incr(key, delta, version)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._createdir()
        with (Path(self._dir) / "lock").open("w") as lock:
            locks.lock(lock, locks.LOCK_EX)
            try:
                yield
            finally:
                locks.unlock(lock)
