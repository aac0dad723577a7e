"""Which kind of client scanned: from the name it gives itself and what it says it is about."""

import re

from django.conf import settings
from django.http import HttpRequest

from .models import Client

# Cubot is a make of phones.
MACHINES = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|monitor|fetch|preview|headless|lighthouse"
    r"|externalhit|whatsapp/|curl|wget|python|java/|okhttp|go-http|httpclient|libwww|axios|undici"
    r"|node-fetch|postman|archiver|validator",
    re.IGNORECASE,
)
PHONES = re.compile(r"Mobi|Android|iPhone|iPad|iPod|HarmonyOS|OpenHarmony", re.IGNORECASE)
AHEAD_OF_TIME = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
MAY_CHANGE_PLAQUES = "plaques.change_plaque"


def client_of(request: HttpRequest) -> Client:
    """The kind of client; a link preview, a prefetch or a HEAD is a machine's."""
    name = request.headers.get("User-Agent", "")
    if not name or request.method == "HEAD" or MACHINES.search(name) or _is_ahead(request):
        return Client.BOT
    if _is_own_check(request):
        return Client.CHECK
    if "MicroMessenger" in name:
        return Client.WECHAT
    return Client.PHONE if PHONES.search(name) else Client.OTHER


def _is_ahead(request: HttpRequest) -> bool:
    """Whether it is fetched before anybody asked for it, as browsers do to be quick."""
    said = " ".join(request.headers.get(header, "") for header in AHEAD_OF_TIME).lower()
    return "prefetch" in said or "preview" in said or "prerender" in said


def _is_own_check(request: HttpRequest) -> bool:
    """Whether one of our own people scans. Nobody is looked up who has no session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.has_perm(
        MAY_CHANGE_PLAQUES
    )
