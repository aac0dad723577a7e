"""Names of a package into row numbers of this installation, and every value held to its field."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.models import Page

from .html import turn_html
from .problems import PackageError, words_of
from .telling import kind_of
from .turning import Turner

# The names of a page in a package.
KEY = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
LANGUAGE = r"[a-z]{2,3}(?:-[a-z0-9]{2,8})?"
_PAGE = re.compile(rf"page:(?P<key>{KEY})/(?P<language>{LANGUAGE})")
_LEAVES = str | int | float | bool | None


def is_value_for(field: models.Field, value) -> bool:
    """Whether JSON gives the kind of value that a column holds; its own rules come after that."""
    is_text = isinstance(field, models.CharField | models.TextField)
    return isinstance(value, str | None if is_text else _LEAVES)


class Inward(Turner):
    """Turns the story of one page after the other; `notes` say what led nowhere."""

    def __init__(self, pages: dict[str, int], items: dict[str, int]):
        self._pages, self._items = pages, items
        self._known: dict[str, int | None] = {}
        self.title = ""
        self.notes: dict[str, None] = {}

    def link(self, model, value, where):
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._refusal(where, _("this is no reference"))
        return self._number("page" if issubclass(model, Page) else kind_of(model), value)

    def html(self, value, where):
        if not isinstance(value, str):
            raise self._refusal(where, _("this is no text"))
        return turn_html(value, self._turn_link)

    def plain(self, holder, value, where):
        if isinstance(holder, blocks.Block):
            return self._leaf(holder, value, where)
        if isinstance(holder, models.JSONField):
            return value
        if not is_value_for(holder, value):
            raise self._refusal(where, _("this is not what stands in this place"))
        if value is None and not holder.null:
            return holder.get_default()
        return value

    def part(self, value, kind, where):
        if not isinstance(value, kind):
            raise self._refusal(where, _("this is not what stands in this place"))
        return value

    def unknown(self, what, name, where):
        if what == "block":
            raise self._refusal(
                where, _("a block of kind “%(name)s” is not known here") % {"name": name}
            )
        self._note(_("“%(title)s”: a field that this site does not have was left out."))

    def _leaf(self, block: blocks.Block, value, where: str):
        """A value of a block: of a kind that these stories have, and within its bounds."""
        if not isinstance(block, blocks.CharBlock | blocks.TextBlock):
            raise self._refusal(
                where, _("a block of kind “%(name)s” is not known here") % {"name": block.name}
            )
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self._refusal(where, _("this is no text"))
        try:
            if value.strip():
                block.clean(value)
        except ValidationError as error:
            raise self._refusal(where, words_of(error)) from error
        return value  # as it stands: a form would have taken spaces off its ends

    def _turn_link(self, linktype: str, name: str) -> str | None:
        number = self._number("page" if linktype == "page" else "paper", name)
        return str(number) if number is not None else None

    def _number(self, kind: str, name: str) -> int | None:
        """The row of a name; a page that did not come along may be here from before."""
        found = None
        if kind == "page":
            found = self._pages.get(name) or self._elsewhere(name)
        elif name.startswith(f"{kind}:"):
            found = self._items.get(name)
        if found is None:
            self._note(_("“%(title)s”: a link to something that is not here was taken off."))
        return found

    def _elsewhere(self, name: str) -> int | None:
        named = _PAGE.fullmatch(name)
        if named is None:
            return None
        if name not in self._known:
            pages = Page.objects.filter(
                translation_key=named["key"], locale__language_code=named["language"]
            )
            self._known[name] = pages.values_list("pk", flat=True).first()
        return self._known[name]

    def _note(self, words: str) -> None:
        self.notes[words % {"title": self.title}] = None

    def _refusal(self, where: str, why: str) -> PackageError:
        return PackageError(f"“{self.title}” ({where}): {why}".replace(" ()", ""))
