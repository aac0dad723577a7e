"""Why a file is not taken in, in sentences that tell an editor what to do instead."""

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

NOT_A_PICTURE = _(
    "This is not a picture that can be kept. Send a JPEG, PNG, WebP, AVIF, GIF or HEIC file."
)
BROKEN = _(
    "This file is broken or was cut short on its way. Copy it again from where it was made and "
    "check that it opens."
)
TOO_MANY_PIXELS = _(
    "This picture has more pixels than can be shown. Send it with at most %(limit)s million "
    "pixels, for example %(example)s."
)
TOO_HEAVY = _("This file has %(size)s. Send one of at most %(limit)s.")
STILL_PRIVATE = _(
    "What this file says about its place and camera could not be taken out. Save the picture as "
    "JPEG and send that."
)
NOT_A_RECORDING = _(
    "This is not a recording that can be played everywhere. Send MP3, M4A, AAC, OGG, Opus or WAV "
    "for sound, MP4 or WebM for film."
)
NOT_CAPTIONS = _("This is not a WebVTT file. Its first line must be WEBVTT.")
NOT_A_PAPER = _(
    "This file is not what its name says. Send the document itself: a PDF, a text, or an Office "
    "or OpenDocument file."
)


class BrokenFileError(ValueError):
    """A file whose bytes do not hold together."""


def refusal(sentence, code: str, **words) -> ValidationError:
    """Return the error that a form shows for a file it does not take."""
    return ValidationError(sentence, code=code, params=words or None)


def refuse_heavy(size: int, limit: int) -> None:
    """Raise ValidationError when a file of `size` bytes passes `limit`."""
    if size > limit:
        raise refusal(
            TOO_HEAVY, "too_heavy", size=filesizeformat(size), limit=filesizeformat(limit)
        )
