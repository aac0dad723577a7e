"""The pages of a neighbourhood as they stand, and what they refer to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from wagtail.models import Page, PageViewRestriction

from heritage.places.models import NeighbourhoodPage
from heritage.storytelling.models import TraditionalCopy
from heritage.storytelling.traditional.words import read_words, without_keys

from ...portable import Turner, turn_words
from ...portable.html import turn_html
from ...portable.schema import stream_fields
from ...portable.telling import kind_of


@dataclass
class Told:
    """One page in one language: its row, and its story as JSON with this installation's numbers."""

    page: Page
    parent: UUID | None
    words: dict[str, Any]
    draft: dict[str, Any] | None = None
    copy: dict[str, Any] | None = None
    is_private: bool = False

    @property
    def stories(self) -> list[dict[str, Any]]:
        return [words for words in (self.words, self.draft, self.copy) if words is not None]


def page_models() -> list[type[Page]]:
    """What a package may hold: a neighbourhood, and what may stand below one."""
    return [NeighbourhoodPage, *NeighbourhoodPage.allowed_subpage_models()]


def gather(neighbourhood: Page, *, is_published_only: bool = False) -> list[Told]:
    """Every page of the neighbourhood in every language, parents first, in the tree's order.

    `is_published_only` leaves out drafts, pages that only some may see, and unfinished changes.
    """
    languages = [code for code, _name in settings.LANGUAGES]
    roots = list(neighbourhood.get_translations(inclusive=True).select_related("locale"))
    roots.sort(key=lambda page: _order(page.locale.language_code, languages))
    return [told for root in roots for told in _below(root, is_published_only)]


def _order(language: str, languages: list[str]) -> tuple[int, str]:
    return (languages.index(language) if language in languages else len(languages), language)


def _below(root: Page, is_published_only: bool) -> Iterable[Told]:
    pages = root.get_descendants(inclusive=True).type(*page_models()).order_by("path")
    private = set(_private_paths())
    keys: dict[str, UUID] = {}
    for page in pages.specific().select_related("locale", "latest_revision").iterator(100):
        is_private = any(page.path.startswith(path) for path in private)
        parent = page.path[: -page.steplen]
        is_orphan = page.pk != root.pk and parent not in keys
        if is_orphan or (is_published_only and (is_private or not page.live)):
            continue
        keys[page.path] = page.translation_key
        yield _told(page, keys.get(parent), is_published_only, is_private)


def _private_paths() -> Iterable[str]:
    return PageViewRestriction.objects.values_list("page__path", flat=True)


def _told(page: Page, parent: UUID | None, is_published_only: bool, is_private: bool) -> Told:
    """What visitors see is the story of a published page; of a draft, its latest version."""
    copy = TraditionalCopy.objects.filter(page_id=page.pk).values_list("generated", flat=True)
    told = Told(page, parent, {}, copy=_known(copy.first()), is_private=is_private)
    latest = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    if page.live:
        told.words = _read(page)
        told.draft = _read(latest) if latest is not None and not is_published_only else None
    else:
        told.words = _read(page.get_latest_revision_as_object())
    return told


def _known(generated: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if generated is None else without_keys(generated)


def _read(page: Page) -> dict[str, Any]:
    """The story as JSON. A block without an id gets one that is the same each time."""
    for name in stream_fields(type(page)):
        raw = getattr(page, name).raw_data
        for number in range(len(raw)):
            if not raw[number].get("id"):
                place = f"{page.translation_key}/{name}/{number}"
                raw[number]["id"] = str(uuid5(NAMESPACE_URL, place))
    return read_words(page)


@dataclass
class Collector(Turner):
    """Notes the numbers of all that stories refer to: pages, and items of the archive by kind."""

    pages: set[int] = field(default_factory=set)
    items: dict[str, set[int]] = field(default_factory=dict)

    def link(self, model, value, where):
        if isinstance(value, int):
            numbers = (
                self.pages
                if issubclass(model, Page)
                else self.items.setdefault(kind_of(model), set())
            )
            numbers.add(value)
        return value

    def html(self, value, where):
        turn_html(value or "", self._note)
        return value

    def _note(self, linktype: str, number: str) -> None:
        if number.isdecimal():
            numbers = self.pages if linktype == "page" else self.items.setdefault("paper", set())
            numbers.add(int(number))


def collect(told: Iterable[Told]) -> Collector:
    """All that these pages refer to."""
    collector = Collector()
    for one in told:
        for words in one.stories:
            turn_words(type(one.page), words, collector)
    return collector
