"""Opens a ZIP from somebody else, within bounds, and never unpacks anything under its own name."""

import hashlib
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from ...portable.problems import PackageError, listed
from .. import layout

CHUNK = 256 * 1024
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_ENCRYPTED = 0x1
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # others ask for memory as they please


class Opened:
    """The entries of a package by name; each is read within its declared size."""

    def __init__(self, file: BinaryIO):
        _refuse_sizes(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise _no_zip() from error
        infos = self._zip.infolist()
        self.sizes = {info.filename: info.file_size for info in infos}
        _refuse_entries(infos, self.sizes)
        self._sums: dict[str, str] = {}

    def expect(self, sums: dict[str, str]) -> None:
        """Hold every entry to the SHA-256 of the manifest from now on."""
        self._sums = sums

    def read(self, name: str) -> bytes:
        """A small entry, whole."""
        if self.sizes[name] > layout.LARGEST_JSON:
            raise PackageError(_("“%(name)s” in the package is too large.") % {"name": name})
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """An entry in pieces; PackageError at the end where it is not what the manifest says."""
        digest, left = hashlib.sha256(), self.sizes[name]
        try:
            with self._zip.open(name) as entry:
                while chunk := entry.read(CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise _changed(name)
                    digest.update(chunk)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise _changed(name) from error
        if left or self._sums.get(name, digest.hexdigest()) != digest.hexdigest():
            raise _changed(name)


def _refuse_sizes(file: BinaryIO) -> None:
    """Look at the end of the file first: zipfile reads the whole list of names into memory."""
    size = file.seek(0, 2)
    if size > layout.LARGEST_FILE:
        raise PackageError(
            _("The package has %(size)s. At most %(limit)s are taken.")
            % {"size": filesizeformat(size), "limit": filesizeformat(layout.LARGEST_FILE)}
        )
    file.seek(max(0, size - _END.size - 0xFFFF))
    tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise _no_zip()
    _mark, _disk, _first, _here, entries, directory, _at, _rest = _END.unpack_from(tail, at)
    # The same bound keeps out ZIP64, whose counts stand elsewhere.
    if entries > layout.MOST_ENTRIES or directory > layout.LARGEST_DIRECTORY:
        raise PackageError(_("The package holds more files than a neighbourhood can have."))
    file.seek(0)


def _refuse_entries(infos: list[zipfile.ZipInfo], sizes: dict[str, int]) -> None:
    # As it is written: zipfile ends a name at its first NUL.
    strange = [info.orig_filename for info in infos if not layout.is_name(info.orig_filename)]
    if strange:
        raise PackageError(
            _("The package holds files that do not belong in one: %(names)s.")
            % {"names": listed(map(repr, strange))}
        )
    if layout.MANIFEST not in sizes:
        raise PackageError(_("This ZIP is no package: it has no manifest.json."))
    if len(sizes) != len(infos):
        names = (info.filename for info in infos)
        twice = sorted(name for name, number in Counter(names).items() if number > 1)
        raise PackageError(
            _("The package holds two files of one name: %(names)s.") % {"names": listed(twice)}
        )
    for info in infos:
        _refuse_kind(info)
    json = sum(size for name, size in sizes.items() if name.endswith(".json"))
    if sum(sizes.values()) > layout.LARGEST_FILE or json > layout.LARGEST_JSON_TOGETHER:
        raise PackageError(_("The package is too large once unpacked."))


def _refuse_kind(info: zipfile.ZipInfo) -> None:
    """Only files, packed as every program can unpack them, for everybody to read."""
    if info.flag_bits & _ENCRYPTED:
        raise PackageError(_("The package is locked with a password."))
    kind = stat.S_IFMT(info.external_attr >> 16)  # 0 where the program that made it says nothing
    if kind not in {0, stat.S_IFREG}:
        raise PackageError(
            _("“%(name)s” in the package is a link or a folder; only files are taken.")
            % {"name": info.filename}
        )
    if info.compress_type not in _PACKED:
        raise PackageError(
            _(
                "“%(name)s” in the package is packed in a way that is not taken: "
                "only “stored” and “deflated” are."
            )
            % {"name": info.filename}
        )


def _no_zip() -> PackageError:
    return PackageError(_("This file is no ZIP, or was cut short on its way. Copy it again."))


def _changed(name: str) -> PackageError:
    return PackageError(
        _("“%(name)s” in the package is broken or was changed since it was made.") % {"name": name}
    )
