"""What stands behind a plaque, for one language: the door always opens. At most two queries."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from . import codes
from .models import Plaque

MOST_SUGGESTIONS = 5
# All that a visitor's scan needs of a plaque; the rest stays in the database.
READ = (
    "code",
    "target_key",
    "part_key",
    "part_kind",
    "neighbourhood_key",
    "label",
    "status",
)


class Case(StrEnum):
    """What a visitor finds behind a code."""

    STORY = "story"  # its page
    REVISED = "revised"  # its page is not published at the moment
    GONE = "gone"  # its page was deleted
    WAITING = "waiting"  # it has no page yet
    RETIRED = "retired"  # out of service, and its page with it
    UNKNOWN = "unknown"  # a proper code that is not in the register
    MISTYPED = "mistyped"  # no proper code
    ASK = "ask"  # no code at all: the place to type one


@dataclass(frozen=True)
class Place:
    """A live page to send a visitor to: its path on this site, and its title."""

    path: str
    title: str


@dataclass(frozen=True)
class Door:
    """What to answer to a code."""

    case: Case
    code: str
    plaque: Plaque | None = None
    story: Place | None = None
    neighbourhood: Place | None = None
    suggestions: tuple[Plaque, ...] = ()
    name: str = ""  # of the story, in the visitor's language where it has one there

    @property
    def slip(self) -> str:
        """What is wrong with a mistyped code: `length`, `signs` or `check`; else empty."""
        if self.case != Case.MISTYPED:
            return ""
        if len(self.code) != codes.CODE_LENGTH:
            return "length"
        return "check" if codes.is_well_formed(self.code) else "signs"


def door_for(text: str, language: str) -> Door:
    """Find what stands behind what somebody scanned or typed."""
    code = codes.normalise(text)
    if not code:
        return Door(Case.ASK, code)
    plaque = _find(code)
    return _door_of(plaque, language) if plaque else _no_such(code)


def _find(code: str) -> Plaque | None:
    """The plaque with this code; right or not, the register has the last word."""
    if not codes.is_well_formed(code):
        return None
    return next(iter(Plaque.objects.filter(code=code).only(*READ).order_by()), None)


def _no_such(code: str) -> Door:
    if codes.is_valid(code):
        return Door(Case.UNKNOWN, code)
    meant = codes.suggestions(code)
    found = _named_where_public(Plaque.objects.filter(code__in=meant)) if meant else []
    return Door(Case.MISTYPED, code, suggestions=tuple(found[:MOST_SUGGESTIONS]))


def _named_where_public(plaques):
    """These plaques, each saying whether its name may be told: never that of a draft."""
    live = Page.objects.filter(translation_key=OuterRef("target_key"), live=True)
    return plaques.annotate(is_public=Exists(live)).order_by("code")


def _door_of(plaque: Plaque, language: str) -> Door:
    keys = {key for key in (plaque.target_key, plaque.neighbourhood_key) if key}
    versions = _read(keys) if keys else []
    story = live_place(versions, plaque.target_key, language)
    neighbourhood = live_place(versions, plaque.neighbourhood_key, language)
    is_there = any(version.translation_key == plaque.target_key for version in versions)
    case = _case(plaque, story, is_there)
    name = _name(plaque, versions, language)
    return Door(case, plaque.code, plaque, story, neighbourhood, name=name)


def _case(plaque: Plaque, story: Place | None, is_there: bool) -> Case:
    if story:
        return Case.STORY
    if plaque.status == Plaque.Status.RETIRED:
        return Case.RETIRED
    if not plaque.is_bound:
        return Case.WAITING
    return Case.REVISED if is_there else Case.GONE


def _name(plaque: Plaque, versions: list, language: str) -> str:
    """What the story is called, or what is printed where no page is left; never a draft's title."""
    theirs = [version for version in versions if version.translation_key == plaque.target_key]
    titles = {
        version.locale__language_code: version.title
        for version in theirs
        if version.live or version.first_published_at
    }
    if theirs and not titles:
        return ""
    return titles.get(language) or plaque.label


def _read(keys: set[UUID]) -> list:
    """All language versions of the pages with these translation keys, live or not."""
    return list(
        Page.objects.filter(translation_key__in=keys)
        .order_by()
        .values_list(
            "translation_key",
            "live",
            "first_published_at",
            "locale__language_code",
            "url_path",
            "title",
            named=True,
        )
    )


def live_place(versions: list, key: UUID | None, language: str) -> Place | None:
    """The live version in the language asked for, else in the source language, else in any."""
    live = {
        version.locale__language_code: version
        for version in versions
        if version.live and version.translation_key == key
    }
    for code in dict.fromkeys((language, settings.LANGUAGE_CODE, *sorted(live))):
        if code in live:
            version = live[code]
            return Place(_path(version.url_path, code, language), version.title)
    return None


def _path(url_path: str, shown: str, asked: str) -> str:
    """The public path of a page: what Wagtail keeps as url_path, for its roots are the languages.

    A page in the source language is also shown in the frame of any other: `/en/…` for `/zh-hans/…`.
    """
    if shown == settings.LANGUAGE_CODE and url_path.startswith(f"/{shown}/"):
        return f"/{asked}/" + url_path.removeprefix(f"/{shown}/")
    return url_path
