"""`/healthz`: whether this server can do its work, for load balancers and watchers."""

import os
from collections.abc import Callable
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

ADDRESS = "/healthz"


def health(get_response: Callable) -> Callable:
    """Middleware, the outermost: answer `/healthz` before anything asks who is calling.

    A load balancer asks by address and without TLS. Answering it here leaves ALLOWED_HOSTS and the
    redirect to HTTPS strict for everything else.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.rstrip("/") == ADDRESS and request.method in {"GET", "HEAD"}:
            return report()
        return get_response(request)

    return middleware


def report() -> JsonResponse:
    """200 where database and storage answer, 503 otherwise; each with its word."""
    parts = {"database": _answers(_ask_database), "storage": _answers(_ask_storage)}
    good = all(parts.values())
    words = {part: "ok" if fine else "failing" for part, fine in parts.items()}
    response = JsonResponse(
        {"status": "ok" if good else "failing"} | words, status=200 if good else 503
    )
    response["Cache-Control"] = "no-store"
    return response


def _answers(ask: Callable[[], None]) -> bool:
    try:
        ask()
    except Exception:  # whatever goes wrong there, the answer is that it does
        return False
    return True


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def _ask_storage() -> None:
    """A folder must be there or let itself be made, and take files; other storage must answer."""
    try:
        folder = Path(default_storage.path(""))
    except NotImplementedError:
        default_storage.exists("healthz")
        return
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise PermissionError(folder)
