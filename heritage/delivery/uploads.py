"""Uploads, for sites without a file server in front: sound that seeks, pictures that stay cached.

Django's own view answers a Range request with the whole file: sound cannot seek, and iOS may not
play it at all. A file server in front must keep `KEPT_BACK` from visitors likewise; see
docs/deployment.md.
"""

import mimetypes
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotModified,
    StreamingHttpResponse,
)
from django.utils._os import safe_join
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from .ranges import UnsatisfiableRangeError, file_part, read_range

# Originals carry what visitors are not given (size, EXIF); documents have a view that asks who may.
KEPT_BACK = ("original_images", "documents")
RENDITIONS = "images"
A_YEAR, A_DAY = 365 * 24 * 3600, 24 * 3600
TYPES = {
    ".aac": "audio/aac",
    ".avif": "image/avif",
    ".flac": "audio/flac",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".vtt": "text/vtt; charset=utf-8",
    ".wav": "audio/wav",
    ".weba": "audio/webm",
    ".webm": "video/webm",
    ".webp": "image/webp",
}
# Shown in place. All else is handed over as a file: a browser might run what is in it.
SHOWN = ("audio/", "video/", "image/", "text/vtt", "application/pdf")
RUNS = ("image/svg+xml",)

MayHave = Callable[[HttpRequest, str], bool]
_keepers: list[MayHave] = []


def keep_originals(may_have: MayHave) -> MayHave:
    """Register `may_have(request, path)`: whether an editor may have one of what is kept back."""
    if may_have not in _keepers:
        _keepers.append(may_have)
    return may_have


@require_safe
def serve_upload(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer with the file, the part of it that was asked for (206), 304, 404 or 416."""
    file = find(request, path)
    stat = file.stat()
    etag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
    modified = int(stat.st_mtime)
    fresh = get_conditional_response(request, etag=etag, last_modified=modified)
    if isinstance(fresh, HttpResponseNotModified) or (fresh and fresh.status_code == 412):
        response: HttpResponseBase = fresh
    else:
        response = _part(request, file, stat.st_size, etag, modified)
        _describe(response, file)
    response["ETag"] = etag
    response["Last-Modified"] = http_date(modified)
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = _keep_for(path)
    return response


def find(request: HttpRequest, path: str) -> Path:
    """The file behind an address under MEDIA_URL. Raises Http404 for all that is none."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
    except (SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    folder = file.relative_to(Path(settings.MEDIA_ROOT).absolute()).parts[:1]
    hidden = any(part.startswith(".") for part in Path(path).parts)
    if (
        hidden
        or "\\" in path
        or (folder and folder[0].lower() in KEPT_BACK and not _may_have(request, path))
    ):
        raise Http404
    if not _is_file(file):
        raise Http404
    return file


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name longer than the disk allows is that of no file
        return False


def _may_have(request: HttpRequest, path: str) -> bool:
    is_editor = request.user.has_perm("wagtailadmin.access_admin")
    return is_editor and all(may_have(request, path) for may_have in _keepers)


def _part(
    request: HttpRequest, file: Path, size: int, etag: str, modified: int
) -> HttpResponseBase:
    wanted = None
    if "HTTP_RANGE" in request.META and _is_same_file(request, etag, modified):
        try:
            wanted = read_range(request.META["HTTP_RANGE"], size)
        except UnsatisfiableRangeError:
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    first, last = wanted or (0, size - 1)
    length = last - first + 1
    if request.method == "HEAD":
        response: HttpResponseBase = HttpResponse()
    else:
        response = StreamingHttpResponse(file_part(file, first, length))
    if wanted:
        response.status_code = 206
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Length"] = str(length)
    return response


def _is_same_file(request: HttpRequest, etag: str, modified: int) -> bool:
    """If-Range: the rest of a file is of use only to somebody who has the beginning of this one."""
    known = request.META.get("HTTP_IF_RANGE", "").strip()
    if not known or known == etag:
        return True
    try:
        return int(parsedate_to_datetime(known).timestamp()) == modified
    except (TypeError, ValueError):
        return False


def _describe(response: HttpResponseBase, file: Path) -> None:
    kind = TYPES.get(file.suffix.lower()) or mimetypes.guess_type(file.name)[0]
    response["Content-Type"] = kind or "application/octet-stream"
    response["X-Content-Type-Options"] = "nosniff"
    if not kind or not kind.startswith(SHOWN) or kind in RUNS:
        response["Content-Disposition"] = "attachment"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"


def _keep_for(path: str) -> str:
    folder = Path(path).parts[:1]
    if folder and folder[0] in KEPT_BACK:
        return "private, no-cache"
    if folder == (RENDITIONS,):
        return f"public, max-age={A_YEAR}, immutable"
    return f"public, max-age={A_DAY}"
