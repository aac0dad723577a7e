"""What a field understood of an editor's words, in the editor's language."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import dating


@dataclass(frozen=True)
class Understanding:
    """A sentence for the editor; `state` is "empty", "understood", "doubtful" or "unread".

    `link` is the address of a page where one can see whether it is right, `link_words` its text.
    """

    words: str = ""
    state: str = "empty"
    link: str = ""
    link_words: str = ""


def understand_date(text: str) -> Understanding:
    """Say what the words of a date mean."""
    if not text.strip():
        return Understanding()
    reading = dating.read(text)
    if reading.known:
        return Understanding(_meaning(reading), "understood")
    words = _(
        "No date can be read in these words. They are shown as they stand and sorted last. "
        "If a year is known, add it in brackets: 民国初年（1912年）."
    )
    return Understanding(words, "unread")


def understand_edtf(text: str) -> Understanding:
    """Say what an EDTF value means."""
    if not text.strip():
        return Understanding()
    try:
        return Understanding(_meaning(dating.read_edtf(text)), "understood")
    except ValueError:
        words = _("This is not EDTF. Examples: 1888, 1888~, 193X, 1926-05/1926-09.")
        return Understanding(words, "unread")


def _meaning(reading: dating.Reading) -> str:
    meaning = dating.describe(reading, get_language() or "zh-hans")
    values = {"meaning": meaning, "first": reading.earliest, "last": reading.latest}
    if reading.earliest is None and reading.latest is None:
        return _("Understood as: %(meaning)s") % values
    if reading.earliest is None:
        return _("Understood as: %(meaning)s (until %(last)s)") % values
    if reading.latest is None:
        return _("Understood as: %(meaning)s (from %(first)s on)") % values
    if reading.earliest == reading.latest:
        return _("Understood as: %(meaning)s (%(first)s)") % values
    return _("Understood as: %(meaning)s (%(first)s to %(last)s)") % values
