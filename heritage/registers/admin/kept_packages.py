"""Where a package waits between the look at it and the bringing in, for whoever chose it."""

import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

KEPT_FOR = timedelta(days=1)
_KEY = re.compile(r"[0-9a-f]{32}")


class GoneError(LookupError):
    """The file is not kept any more; in words."""


def package_keep(user, file: UploadedFile) -> str:
    """Keep a package in place of any other of theirs; the key opens it for them alone."""
    packages_forget(user)
    key = secrets.token_hex(16)
    path = _folder() / f"package-{user.pk}-{key}.zip"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("wb") as kept:
        for block in file.chunks():
            kept.write(block)
    return key


@contextmanager
def package_kept(user, key: str) -> Iterator[BinaryIO]:
    """The package to read, once: whatever comes of it, the file is gone afterwards."""
    packages_forget_old()
    path = _folder() / f"package-{user.pk}-{key}.zip"
    try:
        if not _KEY.fullmatch(key):
            raise FileNotFoundError
        kept = path.open("rb")
    except FileNotFoundError as error:
        raise GoneError(
            _(
                "The file is no longer kept: it was used already, another was chosen after it, or "
                "a day has passed. Choose it again."
            )
        ) from error
    with kept:
        _forget(path)
        yield kept


def packages_forget(user) -> None:
    for path in _folder().glob(f"package-{user.pk}-*.zip"):
        _forget(path)


def packages_forget_old() -> None:
    """Throw away what nobody has brought in for a day."""
    for path in _folder().glob("package-*.zip"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - KEPT_FOR.total_seconds():
                _forget(path)


def _folder() -> Path:
    return Path(settings.REGISTERS_FOLDER)


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
