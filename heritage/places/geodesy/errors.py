"""What can be wrong with a coordinate, as codes with words a form can translate."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

MESSAGES = {
    "empty": _("Enter a latitude and a longitude."),
    "unreadable": _("“%(text)s” cannot be read as a coordinate. Write it like 23.1234, 113.2345."),
    "not_two": _("A coordinate needs two numbers, but %(count)s were found in “%(text)s”."),
    "same_axis": _(
        "“%(text)s” names the same direction twice. Give one latitude and one longitude."
    ),
    "sixty": _("Minutes and seconds run from 0 to 59; “%(text)s” has more."),
    "latitude_range": _("The latitude %(value)s is not between −90 and 90."),
    "longitude_range": _("The longitude %(value)s is not between −180 and 180."),
    "outside_china": _(
        "%(lat)s, %(lng)s lies outside mainland China, where GCJ-02 and BD-09 are not used."
    ),
}


class CoordinateError(ValueError):
    """A coordinate that cannot be used.

    `code` is a key of MESSAGES, `message` its English words with %(named)s gaps (a gettext msgid),
    `params` what fills them: the three arguments of Django's ValidationError. `str()` gives the
    sentence in the reader's language.
    """

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        self.message = MESSAGES[code]
        super().__init__(self.message % params)

    def __str__(self) -> str:
        return gettext(self.message) % self.params


class OutsideChina(CoordinateError):  # noqa: N818 - the name says where, not that it failed
    """GCJ-02 or BD-09 was asked for where no map uses it."""

    def __init__(self, lat: float, lng: float) -> None:
        super().__init__("outside_china", lat=round(lat, 6), lng=round(lng, 6))
