from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from heritage.plaques.carrying import photographs_of, register_take_out

from ...portable import turn_words
from ...zipping import Zipping
from ..layout import ARCHIVE, FORMAT, MANIFEST, PLAQUES, VERSION, page_name
from .gathering import Told, collect, gather
from .naming import Outward
from .shelf import Shelf, chunks_of


class Taken:
    """A package about to be written: `counts` and `notes` are known, the bytes come by `stream`."""

    def __init__(self, neighbourhood: Page, *, is_published_only: bool):
        self.neighbourhood = neighbourhood
        self._told = gather(neighbourhood, is_published_only=is_published_only)
        found, keys = collect(self._told), {one.page.translation_key for one in self._told}
        # Photographs of walls are for those who look after the plaques.
        photographs = set() if is_published_only else photographs_of(keys)
        self._shelf = Shelf(found.items, photographs)
        self._outward = Outward(found.pages, {one.page.pk for one in self._told}, self._shelf)
        self._pages = [self._page(one) for one in self._told]
        self._plaques = _plaques(keys, self._shelf.pictures())
        self.notes = [*self._shelf.notes, *dict.fromkeys(self._outward.notes)]

    @property
    def counts(self) -> dict[str, int]:
        """Pages by type, pictures, recordings, documents, plaques."""
        types = Counter(one.page._meta.label for one in self._told)
        archive = {kind: len(rows) for kind, rows in self._shelf.told().items()}
        plaques = len(self._plaques["plaques"])
        return {"pages": len(self._told), **dict(sorted(types.items())), **archive} | {
            "plaques": plaques
        }

    def stream(self) -> Iterator[bytes]:
        """The bytes of the package, in pieces."""
        zipping = Zipping()
        for one, page in zip(self._told, self._pages, strict=True):
            language = one.page.locale.language_code
            yield from zipping.add_json(page_name(one.page.translation_key, language), page)
        yield from zipping.add_json(ARCHIVE, self._shelf.told())
        yield from zipping.add_json(PLAQUES, self._plaques)
        for name in sorted(self._shelf.files):
            yield from zipping.add(name, chunks_of(self._shelf.files[name].file))
        yield from zipping.add_json(MANIFEST, self._manifest(zipping.entries[:]))
        yield from zipping.end()

    def _manifest(self, entries: list[dict[str, Any]]) -> dict[str, Any]:
        root = self.neighbourhood
        return {
            "format": FORMAT,
            "version": VERSION,
            "site": {"name": settings.WAGTAIL_SITE_NAME, "url": settings.SITE_URL},
            "made_at": timezone.now().isoformat(timespec="seconds"),
            "neighbourhood": {"key": str(root.translation_key), "title": root.title},
            "counts": self.counts,
            "outside": self._outward.outside,
            "files": entries,
        }

    def _page(self, one: Told) -> dict[str, Any]:
        page, model = one.page, type(one.page)
        words, draft, copy = (
            None if story is None else turn_words(model, story, self._outward)
            for story in (one.words, one.draft, one.copy)
        )
        return {
            "key": str(page.translation_key),
            "language": page.locale.language_code,
            "type": model._meta.label,
            "parent": str(one.parent) if one.parent else None,
            "slug": page.slug,
            "show_in_menus": page.show_in_menus,
            "state": {
                "live": page.live,
                "private": one.is_private,
                "first_published_at": _moment(page.first_published_at),
                "last_published_at": _moment(page.last_published_at),
            },
            "words": words,
            "draft": draft,
            "traditional_copy": copy,
        }


@transaction.atomic
def package_take_out(*, neighbourhood: Page, is_published_only: bool = False) -> Taken:
    """Read a neighbourhood with all that belongs to it; `Taken.stream()` then gives the package.

    `is_published_only`: what visitors see, without drafts and unfinished changes.
    """
    return Taken(neighbourhood, is_published_only=is_published_only)


def _plaques(keys: set, pictures: dict[int, str]) -> dict[str, Any]:
    """The plaques that point into the neighbourhood, and those that wait for a page of it.

    People's names stay behind: who fixed and who inspected, and who is to be rung up.
    """
    register = register_take_out(keys=keys, photographs=pictures)
    for row in register["plaques"]:
        row["in_care_of"] = ""
        row["target"] = _page(row["target"], keys)
        row["neighbourhood"] = _page(row["neighbourhood"], keys)
        for told in (*row["events"], *row["inspections"]):
            told["by"] = ""
    return register


def _page(named: dict | None, keys: set) -> dict | None:
    """The page by its key alone: its address is another one elsewhere."""
    return {"key": named["key"], "path": ""} if named and UUID(named["key"]) in keys else None


def _moment(moment) -> str | None:
    return moment.isoformat() if moment else None
