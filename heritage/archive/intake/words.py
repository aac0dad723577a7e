"""What a picture says about itself: the little that is kept, and the day it was taken."""

import re

from PIL import ExifTags, Image

_TAKEN = re.compile(r"(\d{4})[:\-](\d\d)[:\-](\d\d)")


def exif_of(opened: Image.Image) -> Image.Exif:
    """Return the EXIF of an opened picture, empty where there is none or it cannot be read."""
    try:
        return opened.getexif()
    except Exception:  # a camera's odd EXIF is no reason to refuse its picture
        return Image.Exif()


def exif_kept(exif: Image.Exif) -> bytes:
    """Return the EXIF that stays: how to turn the picture, and its copyright notice."""
    kept = Image.Exif()
    turn = exif.get(ExifTags.Base.Orientation, 1)
    if turn in range(2, 9):
        kept[ExifTags.Base.Orientation] = turn
    notice = exif.get(ExifTags.Base.Copyright)
    if isinstance(notice, str) and notice.strip("\0 "):
        kept[ExifTags.Base.Copyright] = notice[:500]
    return kept.tobytes() if len(kept) else b""


def day_taken(exif: Image.Exif) -> str:
    """Return the day a picture was taken as 2024-05-03; empty where it is not said."""
    said = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    found = _TAKEN.match(said) if isinstance(said, str) else None
    if not found or found[1] < "1826" or found[2] == "00" or found[3] == "00":
        return ""
    return "-".join(found.groups())


def tells_more(opened: Image.Image) -> bool:
    """Whether an opened picture still carries more than `exif_kept` leaves."""
    allowed = {ExifTags.Base.Orientation, ExifTags.Base.Copyright}
    if set(exif_of(opened)) - allowed:
        return True
    told = (opened.info.get("xmp"), opened.info.get("comment"), opened.info.get("photoshop"))
    return any(said.strip(b"\0 ") if isinstance(said, bytes) else said for said in told)
