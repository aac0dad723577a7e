"""Takes a picture in by what is in it, never by what it is called."""

import math
from io import BytesIO

import willow
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from PIL import Image

from . import gif, heif, jpeg, png, refusals, webp, words
from .refusals import BrokenFileError, refusal

_KINDS = {
    "jpeg": (".jpg", jpeg.stripped),
    "png": (".png", png.stripped),
    "webp": (".webp", webp.stripped),
    "gif": (".gif", gif.stripped),
    "heic": (".heic", heif.stripped),
    "avif": (".avif", heif.stripped),
}
# WebP's decoder holds twice what the others do: 16 bytes for a pixel, measured.
_WEIGHT = {"webp": 2}


class AdmittedPicture(ContentFile):
    """A picture file that was looked through: whole, not too large, its private parts gone.

    `taken` is the day its camera noted (2024-05-03), or empty.
    """

    def __init__(self, content: bytes, name: str, *, content_type: str, taken: str):
        super().__init__(content, name)
        self.content_type = content_type
        self.taken = taken


def picture_admit(file: File) -> AdmittedPicture:
    """Return the picture as it will be kept; ValidationError with a plain sentence otherwise.

    The file's size and the header's width and height are read before anything is decoded.
    """
    refusals.refuse_heavy(file.size, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    file.seek(0)
    data = file.read()
    kind, content_type = _kind(data)
    ending, strip = _KINDS[kind]
    try:
        exif = _header(data, kind)
        kept = strip(data, words.exif_kept(exif))
        private = _decoded(kept, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(kind) from error
    except ValidationError:
        raise
    except Exception as error:  # decoders raise whatever they like at a broken file
        raise refusal(refusals.BROKEN, "broken") from error
    if private:
        raise refusal(refusals.STILL_PRIVATE, "private")
    name = _named(file.name or "", ending)
    return AdmittedPicture(kept, name, content_type=content_type, taken=words.day_taken(exif))


def _kind(data: bytes) -> tuple[str, str]:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png", "image/png"  # the animated ones too, which Willow does not know
    try:
        found = willow.Image.open(BytesIO(data))
    except Exception as error:  # Willow raises what its XML parser raises
        raise refusal(refusals.NOT_A_PICTURE, "not_a_picture") from error
    if found.format_name not in _KINDS:
        raise refusal(refusals.NOT_A_PICTURE, "not_a_picture")
    return found.format_name, found.mime_type


def _header(data: bytes, kind: str) -> Image.Exif:
    """Return the EXIF after holding width, height and frames to the bound. Decodes no pixel."""
    opened = Image.open(BytesIO(data))
    width, height = opened.size
    frames = 1 if kind == "jpeg" else getattr(opened, "n_frames", 1)
    if width * height * frames > _most_pixels(kind):
        raise _too_many_pixels(kind)
    if not width or not height:
        raise BrokenFileError("empty")
    return words.exif_of(opened)


def _decoded(data: bytes, kind: str) -> bool:
    """Decode every pixel once, which finds what is missing; return whether it tells too much."""
    opened = Image.open(BytesIO(data))
    if kind == "jpeg":
        # An eighth of the size: the whole stream is read, a 64th of the memory taken.
        opened.draft(None, (max(1, opened.width // 8), max(1, opened.height // 8)))
    opened.load()
    return words.tells_more(opened)


def _most_pixels(kind: str) -> int:
    return settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // _WEIGHT.get(kind, 1)


def _too_many_pixels(kind: str) -> ValidationError:
    limit = _most_pixels(kind)
    width = math.floor(math.sqrt(limit * 4 / 3) / 100) * 100
    return refusal(
        refusals.TOO_MANY_PIXELS,
        "too_many_pixels",
        limit=limit // 1_000_000,
        example=f"{width} × {width * 3 // 4 // 100 * 100}",
    )


def _named(name: str, ending: str) -> str:
    """The file's name with the ending that is true: phones and chat programs often lie."""
    stem, dot, _old = name.rpartition(".")
    return (stem if dot and stem else name or "picture") + ending
