"""Where an uploaded register waits: a folder of the server's own, never among the media."""

import contextlib
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from ..models import RegisterImport

# What nobody has gone on with for so long is thrown away; a list holds names and addresses.
KEPT_FOR = timedelta(days=14)
State = RegisterImport.State


def upload_keep(record: RegisterImport, file: UploadedFile) -> None:
    path = path_of(record)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("wb") as kept:
        for block in file.chunks():
            kept.write(block)


def path_of(record: RegisterImport) -> Path:
    return Path(settings.REGISTERS_FOLDER) / f"{record.pk}.upload"


def is_kept(record: RegisterImport) -> bool:
    return path_of(record).exists()


def upload_forget(record: RegisterImport) -> None:
    """The file is no longer needed: all of it is in pages, or nobody wants it."""
    with contextlib.suppress(OSError):
        path_of(record).unlink()


def forget_old_ones() -> None:
    """Throw away what was begun and left: records without a row written, and their files."""
    begun = RegisterImport.objects.filter(
        state__in=[State.UPLOADED, State.PLANNED], heard_at__lt=timezone.now() - KEPT_FOR
    )
    for record in begun:
        upload_forget(record)
        record.delete()
