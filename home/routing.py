"""From an address to a page in two queries, with everything the frame of the page asks for.

Wagtail walks the tree, two queries a level. Slugs are the same in every language here, so one query
by `url_path` finds the page, its neighbourhood, its home and its translations at once; a second
reads the page's own table. A page with no translation is found in the source language, in the frame
of the language that was asked for.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists
from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

DEEPEST = 4
SERVING = {"wagtail_serve", "story_file"}


@dataclass(frozen=True)
class StoryRoute:
    """Where a page stands: the rows above it, and its live translations by language code."""

    language: str
    page: Page
    home: Page | None
    neighbourhood: Page | None
    translations: dict[str, Page]
    slugs: tuple[str, ...]

    @property
    def fallback_language(self) -> str | None:
        """The language the page is shown in where it is not the one that was asked for."""
        shown = self.page.locale.language_code
        return None if shown == self.language else shown

    @property
    def alternates(self) -> list[tuple[str, str, bool]]:
        """(language code, address, whether a translation stands there) for each language.

        Without those in which nothing is shown: the source was taken down, a translation was not.
        """
        return [
            (code, story_path(code, self.slugs), code in self.translations)
            for code, _name in settings.LANGUAGES
            if code in self.translations or settings.LANGUAGE_CODE in self.translations
        ]


def story_path(language: str, slugs: tuple[str, ...]) -> str:
    """`/en/shamian/bridge/` from its language and slugs."""
    return "/" + "".join(f"{part}/" for part in (language, *slugs))


def find_story(language: str, slugs: list[str]) -> tuple[StoryRoute, list[str]] | None:
    """Find the page for an address, and what of the address is left for the page to answer.

    One query, however many languages; None where nothing live stands there in the language asked
    for or in the source language.
    """
    if len(slugs) > DEEPEST:
        return None
    codes = [code for code, _name in settings.LANGUAGES]
    depths = range(len(slugs) + 1)
    addresses = [story_path(code, tuple(slugs[:depth])) for code in codes for depth in depths]
    rows = (
        Page.objects.live()
        .filter(url_path__in=addresses, alias_of=None)  # an alias has the source's words
        .select_related("locale")
        .annotate(any_restricted=Exists(PageViewRestriction.objects.all()))
    )
    found = {row.url_path: row for row in rows}
    for depth in reversed(depths):
        for code in dict.fromkeys((language, settings.LANGUAGE_CODE)):
            row = found.get(story_path(code, tuple(slugs[:depth])))
            if row is not None:
                return _route(row, found, language, tuple(slugs[:depth])), slugs[depth:]
    return None


def _route(row: Page, found: dict[str, Page], language: str, slugs: tuple[str, ...]) -> StoryRoute:
    def nearest(depth: int) -> Page | None:
        if len(slugs) < depth:
            return None
        asked = found.get(story_path(language, slugs[:depth]))
        return asked or found.get(story_path(row.locale.language_code, slugs[:depth]))

    translations = {
        page.locale.language_code: page
        for page in found.values()
        if page.translation_key == row.translation_key
    }
    return StoryRoute(language, row, nearest(0), nearest(1), translations, slugs)


def resolve(request, path: str) -> RouteResult | None:
    """Answer Wagtail's question which page serves `path`, and leave the route on the request."""
    slugs = [slug for slug in path.split("/") if slug]
    answer = find_story(get_language() or settings.LANGUAGE_CODE, slugs)
    if answer is None:
        return None
    route, rest = answer
    page = route.page.specific
    page.locale = route.page.locale
    parent = route.neighbourhood if len(route.slugs) > 1 else route.home
    if parent is not None and len(route.slugs) and parent.locale_id == page.locale_id:
        page._cached_parent_obj = parent
    if not route.page.any_restricted:
        # Nothing on the site is private: no need to ask, at two queries, whether this page is.
        page.get_view_restrictions = PageViewRestriction.objects.none
    request.story_route = route
    try:
        return page.route(request, rest)
    except Http404:
        return None


class StoryRouteMiddleware:
    """Finds the page before Wagtail's own view would look for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        match = request.resolver_match
        if match and match.url_name in SERVING:
            request._wagtail_route_for_request = resolve(request, view_args[0])
