"""A page as it is kept: compressed, with its headers and the tag that a browser asks by."""

import gzip
import hashlib
import re
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from .. import editions

KINDS = {
    "application/atom+xml",
    "application/geo+json",
    "application/gpx+xml",
    "application/json",
    "application/ld+json",
    "application/manifest+json",
    "application/rss+xml",
    "application/xml",
    "text/html",
    "text/plain",
    "text/xml",
}
# Asked for again each time, answered 304 while it is true: a browser or CDN never shows old words.
BROWSERS = "public, max-age=0, must-revalidate"
ACCEPTS_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))", re.IGNORECASE)
VARIES_ON = {"accept-encoding", "accept-language", "cookie"}
NOT_OURS_TO_KEEP = {"no-store", "no-cache", "private"}


@dataclass(frozen=True)
class KeptPage:
    """What is stored. The body is gzip; few clients want it otherwise, and it is small.

    Compression beside a secret would let an attacker guess it (BREACH); these pages have none,
    since nothing made for one person is ever kept.
    """

    headers: tuple[tuple[str, str], ...]
    body: bytes
    etag: str


def is_keepable(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether this answer may be given to everybody else who asks the same."""
    vary = {part.strip().lower() for part in response.get("Vary", "").split(",") if part.strip()}
    control = {part.strip().lower() for part in response.get("Cache-Control", "").split(",")}
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and response.get("Content-Type", "").partition(";")[0] in KINDS
        and "Content-Encoding" not in response
        and "Content-Disposition" not in response
        and vary <= VARIES_ON
        and not control & NOT_OURS_TO_KEEP
        and not _is_personal(request, vary)
    )


def _is_personal(request: HttpRequest, vary: set[str]) -> bool:
    """Whether a form's token is in it, or it was made with a cookie that we know nothing of."""
    if settings.CSRF_COOKIE_NAME in request.COOKIES or request.META.get("CSRF_COOKIE"):
        return True
    return "cookie" in vary and bool(
        set(request.COOKIES) - {editions.COOKIE, settings.LANGUAGE_COOKIE_NAME}
    )


def keep(response: HttpResponse) -> KeptPage:
    """Take an answer down. mtime 0: the same page is the same bytes."""
    digest = hashlib.sha256(response.content).hexdigest()[:24]
    skipped = {"content-length", "cache-control", "etag"}
    control = response.get("Cache-Control") or BROWSERS
    headers = [(n, v) for n, v in response.items() if n.lower() not in skipped]
    return KeptPage(
        (*headers, ("Cache-Control", control)),
        gzip.compress(response.content, 6, mtime=0),
        f'W/"{digest}"',
    )


def give(request: HttpRequest, page: KeptPage, cache: str) -> HttpResponse:
    """Answer from what is kept: 304 where the browser has it, compressed where it can take it."""
    zipped = ACCEPTS_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    response = HttpResponse(page.body if zipped else gzip.decompress(page.body))
    del response["Content-Type"]
    for name, value in page.headers:
        response[name] = value
    if zipped:
        response["Content-Encoding"] = "gzip"
    response["Content-Length"] = str(len(response.content))
    response["ETag"] = page.etag
    response["X-Qilou-Cache"] = cache
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    answer = get_conditional_response(request, etag=page.etag, response=response)
    if request.method == "HEAD":
        answer.content = b""
    return answer
