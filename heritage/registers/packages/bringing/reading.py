"""What a package says it holds, each part checked; nothing of it is stored yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO
from uuid import UUID

from django.conf import settings
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.models import Page

from heritage.places.models import NeighbourhoodPage

from ...portable.problems import PackageError
from .. import layout
from ..taking.gathering import page_models
from .jsons import read_json
from .opening import Opened


@dataclass(frozen=True)
class PageIn:
    """One page in one language, as the package tells it."""

    key: UUID
    language: str
    model: type[Page]
    parent: UUID | None
    slug: str
    show_in_menus: bool
    is_live: bool
    is_private: bool
    first_published_at: datetime | None
    last_published_at: datetime | None
    words: dict[str, Any]
    draft: dict[str, Any] | None
    copy: dict[str, Any] | None

    @property
    def name(self) -> str:
        """The name that references have for it."""
        return f"page:{self.key}/{self.language}"

    @property
    def title(self) -> str:
        title = self.words.get("title")
        return title if isinstance(title, str) else ""


@dataclass(frozen=True)
class PackageIn:
    """A package that was read through."""

    opened: Opened
    site: str
    made_at: str
    pages: list[PageIn]
    archive: dict[str, dict[str, dict]]
    plaques: dict[str, Any]
    notes: list[str]

    @property
    def root(self) -> PageIn:
        return self.pages[0]


def read_package(file: BinaryIO) -> PackageIn:
    """Read a package; PackageError in words where it is none or does not hold together."""
    opened = Opened(file)
    manifest = read_json(opened.read(layout.MANIFEST), layout.MANIFEST)
    names = [name for name in _entries(manifest, opened) if name.startswith("pages/")]
    known = [name for name in names if _language(name) in dict(settings.LANGUAGES)]
    pages = [_read(_page, opened, name) for name in known]
    _refuse_family(pages)
    return PackageIn(
        opened,
        site=_said(manifest, "site", "name"),
        made_at=_said(manifest, "made_at"),
        # The source language first: the others take their addresses from it.
        pages=sorted(pages, key=lambda page: page.language != settings.LANGUAGE_CODE),
        archive=_read(_archive, opened, layout.ARCHIVE),
        plaques=_read(_plaques, opened, layout.PLAQUES),
        notes=[
            _("This site has no language “%(code)s”; these pages were left out.") % {"code": code}
            for code in sorted({_language(name) for name in set(names) - set(known)})
        ],
    )


def _language(name: str) -> str:
    """The language of a page by the name of its file."""
    return name.rpartition("/")[2].removesuffix(".json")


def _entries(manifest: Any, opened: Opened) -> list[str]:
    """The names of the entries in order; each is held to its sum from now on."""
    if not isinstance(manifest, dict) or manifest.get("format") != layout.FORMAT:
        raise PackageError(_("This ZIP is no package of a neighbourhood."))
    if manifest.get("version") != layout.VERSION:
        raise PackageError(
            _("This package has version %(there)s; version %(here)s is read here.")
            % {"there": manifest.get("version"), "here": layout.VERSION}
        )
    try:
        sums = {str(one["name"]): str(one["sha256"]) for one in manifest["files"]}
    except (KeyError, TypeError) as error:
        raise PackageError(
            _("“%(name)s” in the package cannot be read.") % {"name": layout.MANIFEST}
        ) from error
    if {*sums, layout.MANIFEST} != set(opened.sizes) or not {
        layout.ARCHIVE,
        layout.PLAQUES,
    } <= sums.keys():
        raise PackageError(_("The package does not hold what its manifest lists."))
    opened.expect(sums)
    return list(sums)


def _read(read, opened: Opened, name: str) -> Any:
    """What `read` makes of an entry; PackageError with its name for all it stumbles over."""
    try:
        return read(read_json(opened.read(name), name))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, PackageError):
            raise
        raise PackageError(
            _("“%(name)s” in the package cannot be read: %(why)s.") % {"name": name, "why": error}
        ) from error


def _page(data: dict[str, Any]) -> PageIn:
    state = data["state"]
    return PageIn(
        key=UUID(data["key"]),
        language=_spoken(data["language"]),
        model=_model(data["type"]),
        parent=UUID(data["parent"]) if data["parent"] is not None else None,
        slug=_text(data["slug"]),
        show_in_menus=data["show_in_menus"] is True,
        is_live=state["live"] is True,
        is_private=state["private"] is not False,
        first_published_at=_moment(state["first_published_at"]),
        last_published_at=_moment(state["last_published_at"]),
        words=_story(data["words"]) or {},
        draft=_story(data["draft"]),
        copy=_story(data["traditional_copy"]),
    )


def _model(label: Any) -> type[Page]:
    for model in page_models():
        if model._meta.label == label:
            return model
    raise ValueError(_("pages of type “%(type)s” are not known here") % {"type": label})


def _spoken(language: Any) -> str:
    if language not in dict(settings.LANGUAGES):
        raise ValueError(language)
    return language


def _story(words: Any) -> dict[str, Any] | None:
    if words is not None and not isinstance(words, dict):
        raise TypeError(_("no story"))
    return words


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(_("no text"))
    return value


def _moment(text: Any) -> datetime | None:
    if text is None:
        return None
    moment = parse_datetime(text)
    if moment is None or moment.tzinfo is None:
        raise ValueError(_("“%(text)s” is no moment") % {"text": text})
    return moment


def _archive(data: dict) -> dict[str, dict[str, dict]]:
    kinds = {kind: dict(data[kind]) for kind in ("pictures", "recordings", "papers")}
    for rows in kinds.values():
        for row in rows.values():
            if not layout.FILE_NAME.fullmatch(row["file"]):
                raise ValueError(_("no file"))
    return kinds


def _plaques(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict) or not isinstance(data["plaques"], list):
        raise TypeError(_("no list of plaques"))
    return data


def _said(manifest: dict, *path: str) -> str:
    value: Any = manifest
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value[:200] if isinstance(value, str) else ""


def _refuse_family(pages: list[PageIn]) -> None:
    """One neighbourhood, in one or several languages; below it only what may stand there."""
    if not pages or len(pages) > layout.MOST_PAGES:
        raise PackageError(_("The package holds no neighbourhood."))
    root, seen = pages[0].key, {}
    for page in pages:
        parent = seen.get((page.parent, page.language))
        is_root = page.key == root and page.parent is None and page.model is NeighbourhoodPage
        is_below = parent is not None and page.model in parent.model.allowed_subpage_models()
        if (page.key, page.language) in seen or not (is_root or is_below):
            raise PackageError(
                _("“%(title)s” has no place in the package.") % {"title": page.title or page.slug}
            )
        seen[page.key, page.language] = page
    types = {(page.key, page.model) for page in pages}
    if len(types) != len({page.key for page in pages}):
        raise PackageError(_("One page of the package is of two kinds."))
