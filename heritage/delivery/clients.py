from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address that a request came from, to count by for minutes; never to be stored.

    X-Forwarded-For is believed behind a proxy of ours only, and only its last entry, the one that
    this proxy wrote: what stands before it is the caller's own word.
    """
    if settings.BEHIND_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR", "")
