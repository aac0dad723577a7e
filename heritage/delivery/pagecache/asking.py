"""What of a request decides which page is given back: its key in the cache."""

import hashlib
import re

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language_from_request

from ..editions import edition_of

# Kept out altogether: doors and desks that answer each caller anew, or files.
NEVER = re.compile(r"/(?:admin|documents|elder|healthz|media|q|static)(?:/|$)", re.IGNORECASE)
# What messengers and campaigns append to a shared link; no page of ours reads them.
TRACKING = re.compile(
    r"utm_\w+|from|isappinstalled|scene|clicktime|enterid|sharer_\w+|share_token|wxshare_count"
    r"|nsukey|gclid|fbclid|msclkid|mc_[ce]id|spm|_?timestamp"
)
# What a page may be asked for, with answers few enough to keep. Any other question is not cached.
QUESTIONS = {"kind", "lang", "page", "theme"}
LONGEST_ANSWER = 32


def may_be_kept(request: HttpRequest) -> bool:
    """Whether an answer to this request can be the same for every visitor."""
    return (
        request.method in {"GET", "HEAD"}
        and not getattr(request, "is_dummy", False)
        and not NEVER.match(request.path_info)
        and "HTTP_AUTHORIZATION" not in request.META
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "messages" not in request.COOKIES
        and _asks_little(request)
    )


def _asks_little(request: HttpRequest) -> bool:
    return all(
        name in QUESTIONS and all(len(value) <= LONGEST_ANSWER for value in values)
        for name, values in request.GET.lists()
    )


def drop_tracking(request: HttpRequest) -> None:
    """Take tracking parameters out of the request itself, so that no page can repeat them.

    A page that links to itself would otherwise carry the first visitor's campaign to all others.
    """
    if not request.META.get("QUERY_STRING") or request.method not in {"GET", "HEAD"}:
        return
    if NEVER.match(request.path_info) or not any(map(TRACKING.fullmatch, request.GET)):
        return
    kept = QueryDict(mutable=True)
    for name, values in request.GET.lists():
        if not TRACKING.fullmatch(name):
            kept.setlist(name, values)
    request.META["QUERY_STRING"] = kept.urlencode()
    request.GET = kept


def key_of(request: HttpRequest, generation: str) -> str:
    """The cache key: everything that may make two answers differ. Raises DisallowedHost."""
    parts = (
        generation,
        request.scheme,
        request.get_host(),
        request.path_info,
        "&".join(sorted(request.META.get("QUERY_STRING", "").split("&"))),
        get_language_from_request(request, check_path=True),
        edition_of(request),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
