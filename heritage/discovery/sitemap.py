"""`/sitemap.xml` with every language's address of every page, and `/robots.txt`."""

from collections import defaultdict

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from .addresses import absolute, story_address
from .gazetteer import private_paths

ADDRESSES_A_FILE = 5_000
TEN_MINUTES = 600
_TAGS = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}


@require_safe
@cache_control(public=True, max_age=TEN_MINUTES)
def sitemap(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """The whole sitemap, or where it is large an index of its files, each ADDRESSES_A_FILE long."""
    entries = list_addresses()
    files = -(-len(entries) // ADDRESSES_A_FILE)
    if number is None and files > 1:
        addresses = [absolute(reverse("sitemap_file", args=[n])) for n in range(1, files + 1)]
        return _xml(request, "discovery/sitemap_index.xml", {"addresses": addresses})
    if number is not None and not 1 <= number <= files:
        raise Http404
    start = ((number or 1) - 1) * ADDRESSES_A_FILE
    context = {"entries": entries[start : start + ADDRESSES_A_FILE]}
    return _xml(request, "discovery/sitemap.xml", context)


def _xml(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    return render(request, template, context, content_type="application/xml")


def list_addresses() -> list[dict]:
    """Every published page's address, when it last changed, and its siblings by language tag.

    Two queries, however many pages.
    """
    private = private_paths()
    columns = ("translation_key", "locale__language_code", "url_path", "path", "last_published_at")
    pages = Page.objects.live().filter(depth__gte=2, alias_of=None)
    rows = pages.order_by("path").values_list(*columns)
    codes = {code for code, _name in settings.LANGUAGES}
    families = defaultdict(dict)
    entries = []
    for key, code, url_path, path, changed in rows:
        is_ours = code in codes and url_path.startswith(f"/{code}/")
        if is_ours and not path.startswith(private):
            address = story_address(url_path, code)
            families[key][code] = address
            entries.append({"address": address, "changed": changed, "family": families[key]})
    for entry in entries:
        entry["alternates"] = _alternates(entry.pop("family"))
    return entries


def _alternates(family: dict[str, str]) -> list[tuple[str, str]]:
    if len(family) < 2:
        return []
    tagged = [(_TAGS.get(code, code), address) for code, address in family.items()]
    source = family.get(settings.LANGUAGE_CODE)
    return [*tagged, ("x-default", source)] if source else tagged


@require_safe
@cache_control(public=True, max_age=TEN_MINUTES)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the desk, the printed codes and search results."""
    searches = [f"/{code}/search/" for code, _name in settings.LANGUAGES]
    lines = ["User-agent: *"]
    lines += [f"Disallow: {path}" for path in ("/admin/", "/documents/", "/q/", "/Q/", *searches)]
    lines += ["Allow: /", "", f"Sitemap: {absolute(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
