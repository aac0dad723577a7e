"""Every file of a package through the archive's door, before anything is stored."""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _

from heritage.archive.intake import captions_admit, paper_admit, picture_admit, recording_admit
from heritage.archive.intake.recordings import Heard

from ...portable.problems import PackageError, words_of
from .opening import Opened

_LARGEST_PICTURE = 64 * 1024**2  # read whole; the archive's own bound is lower


@dataclass(frozen=True)
class Admitted:
    """A file that was taken: where it lies for now, its true ending, what it is by its bytes."""

    path: Path
    ending: str
    sha1: str
    heard: Heard | None = None

    def content(self) -> bytes:
        return self.path.read_bytes()


class Door:
    """Admits the files of a package into a folder that goes away with it."""

    def __init__(self, opened: Opened, folder: str | Path):
        self._opened = opened
        self._folder = Path(folder)
        self._known: dict[tuple[str, str], Admitted] = {}
        self._count = 0

    def admit(self, kind: str, name: str, title: str) -> Admitted:
        """`kind`: picture, recording, captions or paper. PackageError where it is not taken."""
        if (kind, name) not in self._known:
            if name not in self._opened.sizes:
                raise PackageError(
                    _("The file of “%(title)s” is not in the package.") % {"title": title}
                )
            try:
                self._known[kind, name] = getattr(self, f"_{kind}")(name)
            except ValidationError as error:
                raise PackageError(f"“{title}”: {words_of(error)}") from error
        return self._known[kind, name]

    @property
    def used(self) -> set[str]:
        return {name for _kind, name in self._known}

    def _picture(self, name: str) -> Admitted:
        if self._opened.sizes[name] > _LARGEST_PICTURE:
            raise PackageError(_("“%(name)s” in the package is too large.") % {"name": name})
        data = b"".join(self._opened.chunks(name))
        admitted = picture_admit(ContentFile(data, PurePosixPath(name).name))
        path = self._path()
        path.write_bytes(admitted.read())
        return _admitted(path, PurePosixPath(admitted.name).suffix)

    def _recording(self, name: str) -> Admitted:
        path = self._unpack(name)
        with path.open("r+b") as file:
            heard = recording_admit(File(file, name))
        return _admitted(path, heard.ending, heard)

    def _captions(self, name: str) -> Admitted:
        path = self._unpack(name)
        with path.open("rb") as file:
            captions_admit(File(file, name))
        return _admitted(path, ".vtt")

    def _paper(self, name: str) -> Admitted:
        path = self._unpack(name)
        with path.open("rb") as file:
            paper_admit(File(file, name))
        return _admitted(path, PurePosixPath(name).suffix)

    def _unpack(self, name: str) -> Path:
        path = self._path()
        with path.open("wb") as file:
            for chunk in self._opened.chunks(name):
                file.write(chunk)
        return path

    def _path(self) -> Path:
        """A name of our own: none that a package chose."""
        self._count += 1
        return self._folder / str(self._count)


def _admitted(path: Path, ending: str, heard: Heard | None = None) -> Admitted:
    digest = hashlib.sha1(usedforsecurity=False)  # as Wagtail keeps it beside a picture
    with path.open("rb") as file:
        while chunk := file.read(256 * 1024):
            digest.update(chunk)
    return Admitted(path, ending.lower(), digest.hexdigest(), heard)
