"""`/q/<code>`: the door behind every printed plaque."""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from .admin.permissions import may_take
from .asking import LANGUAGES, asked_language
from .codes import normalise
from .door import Case, Door, door_for
from .scans.counting import scan_note
from .wall.on_round import round_address

HEADINGS = {
    Case.REVISED: _("This story is being revised"),
    Case.GONE: _("This story is no longer here"),
    Case.WAITING: _("This plaque is waiting for its story"),
    Case.RETIRED: _("This plaque is no longer in use"),
    Case.UNKNOWN: _("No plaque here has this code"),
    Case.MISTYPED: _("There is a slip in this code"),
    Case.ASK: _("Which plaque are you standing at?"),
}


@require_safe
def plaque_door(request: HttpRequest, text: str | None = None) -> HttpResponse:
    """Open the page behind a plaque, or say why not: never an error, never off the site."""
    text, typed = (text or "").strip("/"), request.GET.get("code")
    if typed is not None and not text:
        return _fresh(HttpResponseRedirect(f"/q/{quote(normalise(typed), safe='')}"))
    language = asked_language(request)
    door = door_for(text, language)
    answer = _answer(request, door, language)
    scan_note(request, door.code, language)
    return _fresh(answer)


def _answer(request: HttpRequest, door: Door, language: str) -> HttpResponse:
    if address := round_address(request, door.plaque):
        return HttpResponseRedirect(address)
    if door.case == Case.STORY:
        return HttpResponseRedirect(f"{door.story.path}#{door.plaque.anchor}")
    if may_fix(request, door) and "visitor" not in request.GET:
        return HttpResponseRedirect(reverse("plaque_fix", args=[door.code]))
    with translation.override(language):
        return _say(request, door)


def _say(request: HttpRequest, door: Door) -> HttpResponse:
    here = f"/q/{quote(door.code, safe='')}"
    response = render(
        request,
        f"plaques/{door.case}.html",
        {
            "door": door,
            "heading": HEADINGS[door.case],
            "plaque": door.plaque,
            "neighbourhood": door.neighbourhood,
            **_for_staff(request, door),
            "alternates": [(code, f"{here}?in={code}", True) for code in LANGUAGES],
        },
    )
    response["X-Robots-Tag"] = "noindex"
    response["Content-Language"] = translation.get_language()
    return response


def _for_staff(request: HttpRequest, door: Door) -> dict[str, str]:
    """A way in for who came to put a waiting plaque up, or why it is not theirs to."""
    if door.case != Case.WAITING:
        return {}
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    if not has_session or not request.user.is_authenticated:
        return {"staff_url": reverse("plaque_fix", args=[door.code])}
    return {} if may_fix(request, door) else {"refused": request.user.get_username()}


def may_fix(request: HttpRequest, door: Door) -> bool:
    """Whether a waiting plaque was scanned by somebody who may give it its page, on the spot.

    Nobody is looked up for a visitor without a session: the door keeps to its two queries.
    """
    if door.case != Case.WAITING or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    may_enter = request.user.has_perm("wagtailadmin.access_admin")
    return may_enter and may_take(request.user, door.plaque)


def _fresh(response: HttpResponse) -> HttpResponse:
    """Never kept by a shared cache: a plaque may point elsewhere the next moment."""
    patch_cache_control(response, private=True, no_cache=True)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response
