"""What happens to somebody who keeps guessing: words and a wait, and nothing is written down.

Failed sign-ins are counted in a cache under a hash of name and address, and forgotten after the
wait. The database keeps no address.
"""

import hashlib
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .clients import client_address

RESETS_AN_HOUR = 5
AN_HOUR = 3600


def locked_out(request: HttpRequest, credentials: dict | None = None, *_args) -> HttpResponse:
    """The page that django-axes gives to a name and address that failed too often."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return _too_many(request, minutes)


def out_of_date(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What is sent from a page of an earlier sign-in: Django's CSRF_FAILURE_VIEW."""
    return render(request, "delivery/out_of_date.html", status=403)


def few_an_hour(view: Callable) -> Callable:
    """Let one address post a form a few times an hour: each post sends a mail to somebody."""

    @wraps(view)
    def counted(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method == "POST" and _count(view.__name__, request) > RESETS_AN_HOUR:
            return _too_many(request, AN_HOUR // 60)
        return view(request, *args, **kwargs)

    return counted


def _count(what: str, request: HttpRequest) -> int:
    """Count this try; return how many there were within the hour, this one included."""
    cache = caches["sign_in"]
    who = f"{settings.SECRET_KEY} {what} {client_address(request)}"
    key = hashlib.sha256(who.encode()).hexdigest()
    if cache.add(key, 1, AN_HOUR):
        return 1
    try:
        tries = cache.incr(key)
    except ValueError:  # forgotten between the two
        return 1
    cache.touch(key, AN_HOUR)
    return tries


def _too_many(request: HttpRequest, minutes: int) -> HttpResponse:
    context = {"minutes": minutes}
    response = render(request, "delivery/too_many_tries.html", context, status=429)
    response["Retry-After"] = str(minutes * 60)
    return response
