"""What kind of file it is, by its first bytes; never by its name."""

import zipfile
from typing import BinaryIO

from .geojson import is_geojson
from .refusing import MOST_BYTES, ReadError

XLSX, TEXT, GEOJSON = "xlsx", "text", "geojson"
_MAGIC = (
    (b"%PDF", "PDF"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
    (b"PAR1", "Parquet"),
)
_MARKUP = ((b"<!doctype html", "HTML"), (b"<html", "HTML"), (b"<table", "HTML"), (b"<?xml", "XML"))
_OLE = b"\xd0\xcf\x11\xe0"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def format_of(file: BinaryIO, *, is_text_for_sure: bool = False) -> str:
    """XLSX, GEOJSON or TEXT; ReadError for what is none, is empty or too big. Leaves it rewound.

    `is_text_for_sure`: somebody has said its encoding, so that odd bytes are let pass.
    """
    size = file.seek(0, 2)
    file.seek(0)
    if size > MOST_BYTES:
        raise ReadError(
            "too_big", size=f"{size / 1024 / 1024:.0f}", most=MOST_BYTES // 1024 // 1024
        )
    head = file.read(4096)
    file.seek(0)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise ReadError("empty" if size < 4096 else "binary")
    if head.startswith(_OLE):
        raise ReadError("old_excel")
    if head.startswith(b"PK"):
        return _packed(file)
    if is_geojson(head):
        return GEOJSON
    if not is_text_for_sure:
        _refuse_other(head)
    return TEXT


def _refuse_other(head: bytes) -> None:
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            raise ReadError("other_format", kind=kind)
    lowered = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for start, kind in _MARKUP:
        if lowered.startswith(start):
            raise ReadError("other_format", kind=kind)
    if lowered.startswith((b"{", b"[{", b"[\n", b"[\r", b'["')):
        raise ReadError("other_format", kind="JSON")
    if head.startswith(_UTF16):
        return
    odd = sum(byte < 32 and byte not in b"\t\r\n\x0b\x0c\x1a\x1b" for byte in head)
    if odd * 20 > len(head):
        raise ReadError("binary")


def _packed(file: BinaryIO) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist()[:5000])
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadError("damaged") from error
    finally:
        file.seek(0)
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        if "xl/workbook.bin" in names:
            raise ReadError("other_format", kind="XLSB")
        return XLSX
    if "word/document.xml" in names:
        raise ReadError("other_format", kind="DOCX")
    kind = "OpenDocument" if "mimetype" in names and "content.xml" in names else "ZIP"
    raise ReadError("other_format", kind=kind)
