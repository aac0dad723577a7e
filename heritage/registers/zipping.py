"""A ZIP written from front to back: the same content gives the same bytes."""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

# The first day a ZIP can name. When a package was made stands in its manifest alone.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


class Zipping:
    """Gives the bytes of a ZIP as they come about; notes name, size and SHA-256 of each entry."""

    def __init__(self):
        self.entries: list[dict[str, Any]] = []
        self._pieces: list[bytes] = []
        self._zip = zipfile.ZipFile(_Pipe(self._pieces), "w")

    def add_json(self, name: str, data: Any) -> Iterator[bytes]:
        """Add an entry of JSON, sorted and indented, so that two packages can be compared."""
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1)
        yield from self.add(name, [f"{text}\n".encode()], is_packed=True)

    def add(
        self, name: str, chunks: Iterable[bytes], *, is_packed: bool = False
    ) -> Iterator[bytes]:
        """Add an entry; pictures and sound are packed in themselves, and go in as they are."""
        info = zipfile.ZipInfo(name, LONG_AGO)
        info.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
        info.create_system, info.external_attr = 3, 0o644 << 16
        digest, size = hashlib.sha256(), 0
        with self._zip.open(info, "w") as entry:
            for chunk in chunks:
                entry.write(chunk)
                digest.update(chunk)
                size += len(chunk)
                yield from self._come()
        yield from self._come()
        self.entries.append({"name": name, "bytes": size, "sha256": digest.hexdigest()})

    def end(self) -> Iterator[bytes]:
        self._zip.close()
        yield from self._come()

    def _come(self) -> list[bytes]:
        pieces = self._pieces[:]
        self._pieces.clear()
        return pieces


class _Pipe:
    """What zipfile writes to; without `seek`, so that it never looks back."""

    def __init__(self, pieces: list[bytes]):
        self._pieces = pieces

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""
