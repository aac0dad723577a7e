"""Row numbers into names that mean the same on another installation."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from heritage.archive.models import Paper

from ...portable import Turner
from ...portable.html import turn_html
from .shelf import Shelf


class Outward(Turner):
    """Writes `page:<key>/<language>` and `picture:<name>`; `outside` are pages not taken along."""

    def __init__(self, numbers: set[int], inside: set[int], shelf: Shelf):
        self._shelf = shelf
        rows = Page.objects.filter(pk__in=numbers).order_by("path")
        rows = rows.values_list("pk", "translation_key", "locale__language_code", "title")
        self._pages = {pk: f"page:{key}/{language}" for pk, key, language, _title in rows}
        self.outside = {
            self._pages[pk]: title for pk, _key, _language, title in rows if pk not in inside
        }
        self.notes: list[str] = []

    def link(self, model, value, where):
        if not isinstance(value, int):
            return None
        if issubclass(model, Page):
            return self._pages.get(value)
        return self._shelf.name_of(model, value)

    def html(self, value, where):
        return turn_html(value or "", self._turn_link)

    def unknown(self, what, name, where):
        if what == "block":
            self.notes.append(
                _("A block of a kind that is no longer used was left out: %(name)s.")
                % {"name": name}
            )

    def _turn_link(self, linktype: str, number: str) -> str | None:
        if not number.isdecimal():
            return None
        return self.link(Page if linktype == "page" else Paper, int(number), "")
