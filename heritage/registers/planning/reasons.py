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
    "neighbourhood_refused": _(
        "Its neighbourhood, in row %(row)s of this file, is refused. Mend that row first."
    ),
    "outside_city": _(
        "The point lies outside the city. Mend it, or lift this check for the whole file."
    ),
    "two_datums": _("The header and the column of datums name two different ones."),
    "unknown_datum": _(
        "Coordinates in this datum cannot be used. Have them converted to WGS-84, CGCS2000, GCJ-02 "
        "or BD-09."
    ),
    "no_neighbourhood": _("The row names no neighbourhood, and none was chosen for the file."),
    "unknown_neighbourhood": _("No neighbourhood here has this name, address or division code."),
    "unknown_neighbourhood_near": _(
        "No neighbourhood here has this name, address or division code. Did you mean “%(near)s”?"
    ),
    "unsure_neighbourhood": _("This may be more than one neighbourhood: %(names)s."),
    "duplicate_page": _("Row %(row)s of this file is the same page, “%(title)s”. Take one out."),
    "duplicate_name": _("Row %(row)s of this file, “%(title)s”, has the same name."),
    "duplicate_alias": _("Row %(row)s of this file, “%(title)s”, goes by a name of this one."),
    "duplicate_number": _("Row %(row)s of this file, “%(title)s”, has the same register number."),
    "duplicate_near": _(
        "Row %(row)s of this file, “%(title)s”, has a similar name and stands %(metres)s m away."
    ),
    "duplicate_slug": _("Row %(row)s of this file, “%(title)s”, asks for the same address."),
    "duplicate_id": _("Row %(row)s of this file, “%(title)s”, has the same id."),
    "similar_name": _("Possibly the same as “%(title)s” (%(slug)s), which has the same name."),
    "similar_alias": _("Possibly the same as “%(title)s” (%(slug)s), which goes by this name."),
    "similar_number": _(
        "Possibly the same as “%(title)s” (%(slug)s), which has the same register number."
    ),
    "similar_near": _(
        "Possibly the same as “%(title)s” (%(slug)s), which has a similar name and stands "
        "%(metres)s m away."
    ),
    "several_pages": _("More than one page could be meant: %(titles)s."),
    "bad_key": _("This is no key of a page. Leave it empty for a new one."),
    "bad_slug": _("An address is made of letters, digits and hyphens."),
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
    "locked": _("The page is locked. Ask whoever locked it, then bring the row in again."),
    "in_review": _("The page is under review. Bring the row in again when the review is through."),
    "not_allowed": _("You may not add pages there."),
}
# What is only said.
NOTES = {
    "no_datum": _(
        "Nothing says which datum the coordinates are in. They are taken as WGS-84; if they come "
        "from a Chinese map service they will lie up to 600 m off."
    ),
    "date_as_words": _("This date cannot be read. It is kept as words and sorted last."),
    "serial_day": _(
        "A spreadsheet’s number for a day. It is taken as %(day)s; check it against the original."
    ),
    "bad_edtf": _("This is not a date in EDTF, and is left out."),
    "looks_like_excel_date": _(
        "A spreadsheet turned this number into a date. Check it against the original."
    ),
    "unknown_grade": _("This grade is not known here. It is kept as “other list” with its words."),
    "mend_similar": _(
        "If it is the same, write the other’s address under same_as; if it is another place, write "
        "“new” there."
    ),
    "kept": _("The page says “%(page)s”, which stays."),
    "left_by_editor": _(
        "An editor has changed this since the last import; the file says the same "
        "as then, and the page stays."
    ),
    "elsewhere": _("The page stands in “%(place)s”; an import does not move pages."),
    "not_for_kind": _("Pages of this kind have no such field; it is kept with the import."),
    "no_grade": _("No grade is named. It is kept as “other list”, to be verified."),
    "bad_day": _("This is no calendar day, and is left out."),
    "same_point": _("Stands at the very point of “%(title)s”."),
    "same_name": _("“%(title)s” in %(place)s has the same name."),
    "not_shown": _("This stays with the import; a page shows it only where a grade is given."),
    "section": _("Row %(row)s, “%(words)s”, is a heading: the grade of the rows below it."),
    "no_site": _("Row %(row)s, “%(words)s”, is no site (a total or a remark) and is left out."),
    "by_section": _("The heading in row %(row)s says so."),
    "place_alike": _(
        "Taken as “%(near)s”: no neighbourhood here has exactly this name, and only this one is "
        "like it. If it is another, write its address."
    ),
    "place_by_code": _("Taken as “%(near)s” by its division code: its name is not known here."),
    "far_from_place": _(
        "The point lies %(km)s km from “%(place)s”, where the row belongs. Check both."
    ),
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
