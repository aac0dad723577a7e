"""Why a row is refused, or what an operator should know of it, as codes with words."""

from dataclasses import dataclass, field

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

# What makes a row be refused. Each is a sentence that says how to mend it.
REFUSALS = {
    "no_name": _("The row has no name."),
    "too_long": _("%(length)s characters; at most %(most)s fit. Shorten it."),
    "not_a_number": _("This is not a number."),
    "not_a_choice": _("This word is not known here. Known: %(known)s."),
    "not_a_kind": _("There is no such kind of page. Known: %(known)s."),
    "half_point": _("Only one of latitude and longitude is given."),
    "unreadable_point": _("These coordinates cannot be read: %(why)s"),
    "swapped": _("Latitude and longitude look swapped: the latitude should be about %(lat)s."),
    "projected": _(
        "These are metres of a map projection, not degrees. Have them converted to degrees "
        "(WGS-84 or CGCS2000)."
    ),
    "zero_point": _("0, 0 lies in the sea off Africa. Leave unknown coordinates empty."),
    "outside_city": _(
        "The point lies outside the city. Mend it, or lift this check for the whole file."
    ),
    "unknown_datum": _(
        "Coordinates in this datum cannot be used. Have them converted to WGS-84, CGCS2000, GCJ-02 "
        "or BD-09."
    ),
    "no_neighbourhood": _("The row names no neighbourhood, and none was chosen for the file."),
    "unknown_neighbourhood": _("No neighbourhood here has this name, address or division code."),
    "unsure_neighbourhood": _("This may be more than one neighbourhood: %(names)s."),
    "duplicate_row": _("Row %(row)s of this file is the same: %(what)s."),
    "similar": _(
        "Possibly the same as “%(title)s” (%(why)s). Write its address “%(slug)s” under same_as if "
        "it is, or “new” if it is another."
    ),
    "several_pages": _("More than one page could be meant: %(titles)s."),
    "unknown_page": _("No page here has this address."),
    "other_kind": _("“%(title)s” has this address already, and is another kind of page."),
    "identity_clash": _(
        "An earlier import brought in “%(title)s” under this id, which looks like another place."
    ),
    "edited": _(
        "An editor has changed this since the last import: the page now says “%(page)s”, the file "
        "last said “%(base)s”."
    ),
    "broken_row": _("The row has %(cells)s cells, but there are only %(columns)s columns."),
    "bad_blocks": _("These blocks of a story cannot be used: %(why)s"),
    "not_allowed": _("You may not add pages there."),
}
# What is only said.
NOTES = {
    "no_datum": _(
        "Nothing says which datum the coordinates are in. They are taken as WGS-84; if they come "
        "from a Chinese map service they will lie up to 600 m off."
    ),
    "date_as_words": _("This date cannot be read. It is kept as words and sorted last."),
    "bad_edtf": _("This is not a date in EDTF, and is left out."),
    "looks_like_excel_date": _(
        "A spreadsheet turned this number into a date. Check it against the original."
    ),
    "unknown_grade": _("This grade is not known here. It is kept as “other list” with its words."),
    "kept": _("The page says “%(page)s”, which stays."),
    "left_by_editor": _(
        "An editor has changed this since the last import; the file says the same "
        "as then, and the page stays."
    ),
    "elsewhere": _("The page stands in “%(place)s”; an import does not move pages."),
    "not_for_kind": _("Pages of this kind have no such field; it is kept with the import."),
    "unsure": _("Marked as to be verified."),
    "cut": _("Only the first %(most)s characters fit; all of it is kept with the import."),
    "into": _("The file names no neighbourhood here; “%(place)s” is taken."),
}
MESSAGES = REFUSALS | NOTES


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, with the column, the value and the rule.

    `code`: a key of MESSAGES. `column`: the canonical key, or "". `header`: the file's own header.
    `str()` gives the sentence in the reader's language.
    """

    code: str
    column: str = ""
    header: str = ""
    value: str = ""
    params: dict = field(default_factory=dict, hash=False)

    @property
    def is_refusal(self) -> bool:
        return self.code in REFUSALS

    @property
    def rule(self) -> str:
        """The sentence alone, without column and value."""
        return gettext(MESSAGES[self.code]) % self.params

    def __str__(self) -> str:
        name = self.header or self.column
        if not name:
            return self.rule
        shown = self.value if len(self.value) <= 60 else self.value[:59] + "…"
        if not shown:
            return gettext("%(column)s: %(rule)s") % {"column": name, "rule": self.rule}
        parts = {"column": name, "value": shown, "rule": self.rule}
        return gettext("%(column)s “%(value)s”: %(rule)s") % parts
