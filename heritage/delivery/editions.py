"""The two editions of every page: the ordinary one, and 长辈版 for readers who want larger type.

The choice is one functional cookie, set by a link that works without JavaScript. Whatever caches
pages must keep the two apart by `edition_of(request)`.
"""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

COOKIE = "elder"
ON = "1"
_A_YEAR = 365 * 24 * 3600


def edition_of(request: HttpRequest) -> str:
    """`"elder"` or `""`: which edition the visitor reads."""
    return "elder" if request.COOKIES.get(COOKIE) == ON else ""


def edition(request: HttpRequest) -> dict:
    """Context processor: `elder`, and `edition_url`, the link to the other edition of this page."""
    elder = bool(edition_of(request))
    query = urlencode({"on": "0" if elder else "1", "next": request.get_full_path()})
    return {"elder": elder, "edition_url": f"{reverse('edition')}?{query}"}


@never_cache
@require_safe
def switch(request: HttpRequest) -> HttpResponse:
    """`/elder/?on=1&next=/path/`: remember the choice, and back to the page it was made on."""
    response = HttpResponseRedirect(_back(request.GET.get("next", "")))
    if request.GET.get("on") == ON:
        response.set_cookie(COOKIE, ON, max_age=_A_YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def _back(path: str) -> str:
    """A path of this site, and nothing that leads off it; the front door for anything else."""
    local = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if local else "/"
