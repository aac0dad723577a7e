"""What the frame of every page needs: languages, ways about, who publishes it."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .models import SiteSettings

SETTINGS_KEY = "site-settings"
_MINUTE = 60
KEPT = ("q", "kind")  # of a question, where its reader changes the language


def frame(request) -> dict:
    """Context processor. Costs no query beside a page's own; `site` is kept in the cache."""
    language = get_language() or settings.LANGUAGE_CODE
    route = getattr(request, "story_route", None)
    return {
        "language": language,
        "source_language": settings.LANGUAGE_CODE,
        "home_url": f"/{language}/",
        "nav": SimpleLazyObject(lambda: ways_about(request.path, language)),
        "alternates": route.alternates if route else same_elsewhere(request, language),
        "fallback_language": route.fallback_language if route else None,
        "site": SimpleLazyObject(lambda: site_settings(getattr(request, "generation", ""))),
        "site_root": settings.SITE_URL,
        "canonical": settings.SITE_URL + canonical_path(route) if route else "",
    }


def canonical_path(route) -> str:
    """The address of what is shown: the source language's where a translation is missing."""
    shown = route.fallback_language or route.language
    return {code: url for code, url, _there in route.alternates}[shown]


def same_elsewhere(request, language: str) -> list[tuple[str, str, bool]]:
    """The same view in each language, with what was asked; the home pages for anything else."""
    path, prefix = request.path, f"/{language}/"
    asked = urlencode([(key, request.GET[key]) for key in KEPT if request.GET.get(key)])
    inside = path.startswith(prefix)
    rest = path[len(prefix) :] + (asked and f"?{asked}") if inside else ""
    return [(code, f"/{code}/{rest}", inside) for code, _name in settings.LANGUAGES]


def ways_about(path: str, language: str) -> list[dict]:
    """The main ways about the site, in the order of the header."""
    start = f"/{language}/"
    ways = [
        (_("Neighbourhoods"), "all/neighbourhoods/"),
        (_("Heritage"), "all/landmarks/"),
        (_("Murals"), "all/murals/"),
        (_("Trails"), "all/trails/"),
        (_("People"), "all/people/"),
        (_("Map"), "map/"),
        (_("Search"), "search/"),
    ]
    return [
        {"label": label, "url": start + rest, "is_here": path == start + rest}
        for label, rest in ways
    ]


def site_settings(generation: str = "") -> SiteSettings:
    """The site's settings. For a page that will be kept, those of its generation, or another
    process would keep a page with the old ones; else at most a minute old."""
    known = cache.get(SETTINGS_KEY)
    if known is None or generation not in ("", known[0]):
        known = generation, SiteSettings.objects.first() or SiteSettings()
        cache.set(SETTINGS_KEY, known, _MINUTE)
    return known[1]


def forget_settings(**kwargs) -> None:
    """Signal receiver: settings were saved."""
    cache.delete(SETTINGS_KEY)
