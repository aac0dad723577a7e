"""Somebody on an inspection round scans a plaque: its place in the round opens, not its story."""

import time

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from ..models import Plaque

KEY = "plaque_round"
# A round is walked in an afternoon; who comes back tomorrow begins it again.
HOURS = 4
ON_THE_WALL = (Plaque.Status.FIXED, Plaque.Status.ATTENTION)


def round_begin(request: HttpRequest, neighbourhood, query: str) -> None:
    """Remember in the session which neighbourhood's round is walked, and since when."""
    key = str(neighbourhood.translation_key)
    request.session[KEY] = {"key": key, "query": query, "until": time.time() + HOURS * 3600}


def round_end(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def round_address(request: HttpRequest, plaque: Plaque | None) -> str:
    """Where a plaque stands in the round that is being walked; empty where in none.

    Nobody's session is read who has none: a visitor's scan keeps to its two queries.
    """
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    if plaque is None or not has_session or "visitor" in request.GET:
        return ""
    said = request.session.get(KEY)
    if not said or said["until"] < time.time() or plaque.status not in ON_THE_WALL:
        return ""
    if said["key"] != str(plaque.neighbourhood_key):
        return ""
    return f"{reverse('plaques:round_plaque', args=[plaque.code])}?{said['query']}"
