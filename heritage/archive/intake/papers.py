"""Takes a document in when its content is what its name says."""

import zipfile

from django.core.files.base import File

from . import refusals
from .refusals import refusal

LIMIT = 50 * 1024 * 1024
_OPEN = "application/vnd.oasis.opendocument."
# The first name that must be in the package, for Office; the `mimetype` file, for OpenDocument.
_PACKAGES = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
    "odt": f"{_OPEN}text",
    "ods": f"{_OPEN}spreadsheet",
    "odp": f"{_OPEN}presentation",
}
_PLAIN = {"txt", "csv"}
_NOT_PLAIN = (b"<html", b"<!doctype", b"<script", b"<svg", b"<?xml", b"%pdf", b"mz", b"\x7felf")


def paper_admit(file: File) -> None:
    """Raise ValidationError with a plain sentence unless the file is what its ending says."""
    refusals.refuse_heavy(file.size, LIMIT)
    ending = file.name.rpartition(".")[2].lower()
    file.seek(0)
    try:
        is_true = _holds(file, ending)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        is_true = False
    finally:
        file.seek(0)
    if not is_true:
        raise refusal(refusals.NOT_A_PAPER, "not_a_paper")


def _holds(file: File, ending: str) -> bool:
    if ending == "pdf":
        return file.read(1024).lstrip().startswith(b"%PDF-")
    if ending in _PLAIN:
        return _is_plain(file.read(64 * 1024))
    if ending not in _PACKAGES:
        return False
    with zipfile.ZipFile(file) as package:
        if _PACKAGES[ending].startswith(_OPEN):
            with package.open("mimetype") as mimetype:
                return mimetype.read(100).decode().strip() == _PACKAGES[ending]
        return {"[Content_Types].xml", _PACKAGES[ending]} <= set(package.namelist())


def _is_plain(head: bytes) -> bool:
    """Text in any encoding people use here: UTF-8, GB 18030, or UTF-16 with its mark."""
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return True
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return b"\0" not in head and not begins.startswith(_NOT_PLAIN)
