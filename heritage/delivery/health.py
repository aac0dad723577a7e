"""`/healthz`: whether this server can do its work, for load balancers and watchers."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

ADDRESS = "/healthz"


def health(get_response: Callable) -> Callable:
    """Middleware, the outermost: answer `/healthz` before anything asks who is calling.

    A load balancer asks by address and without TLS. Answering it here leaves ALLOWED_HOSTS and the
    redirect to HTTPS strict for everything else. A new site's folder of uploads is made here, once:
    made again when asked, an empty folder would stand in for a disk that went away.
    """
    _make_folder()

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


def _folder() -> Path | None:
    """Where uploads are kept; None where that is no folder of this machine's."""
    try:
        return Path(default_storage.path(""))
    except NotImplementedError:
        return None


def _make_folder() -> None:
    folder = _folder()
    if folder is not None:
        with suppress(OSError):  # told by each answer from then on
            folder.mkdir(parents=True, exist_ok=True)


def _ask_storage() -> None:
    """A folder must be there and take files; other storage must answer."""
    folder = _folder()
    if folder is None:
        default_storage.exists("healthz")
    elif not (folder.is_dir() and os.access(folder, os.R_OK | os.W_OK | os.X_OK)):
        raise PermissionError(folder)
