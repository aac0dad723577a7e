"""What the door calls for each scan it answers. It neither fails nor waits."""

import logging
import time

from django.http import HttpRequest
from django.utils import timezone

from .background import fold_soon
from .clients import client_of
from .journal import Scan, journal

logger = logging.getLogger(__name__)
QUIET_SECONDS = 60

_said_at = 0.0


def scan_note(request: HttpRequest, code: str, language: str) -> None:
    """Count an answered scan of a code, as normalised, known or not.

    The language switch of the door's own pages (`?in=`) is no new scan. Whatever goes wrong is
    logged, once a minute at most: the visitor has the answer all the same.
    """
    if not code or "in" in request.GET:
        return
    try:
        client = client_of(request)
        journal.append(Scan.at(timezone.localtime(), code=code, language=language, client=client))
        fold_soon()
    except Exception:
        _say()


def _say() -> None:
    global _said_at
    if time.monotonic() - _said_at > QUIET_SECONDS or not _said_at:
        _said_at = time.monotonic()
        logger.exception("A scan was answered but could not be counted.")
