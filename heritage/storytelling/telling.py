"""Everything a story's page shows, read in as few queries as it takes."""

from itertools import groupby

from wagtail.models import Page

from heritage.archive.models import Picture, Recording

from .asides import gather
from .desk import Desk
from .quoting import at, references


def tell(page, request) -> dict:
    """The template context of a story: its own parts, its type's, and what stands beside it."""
    desk = Desk(request)
    desk.expect_picture(page.picture_id)
    page_type = page.reads(desk)
    beside = gather(page, desk)
    quoted = _quote(page, desk)
    recordings = [row.recording for row in page.recordings.all().select_related("recording")]
    for recording in recordings:
        desk.expect_picture(recording.poster_id)
    _open(page, desk, quoted)
    return {
        "desk": desk,
        "picture": desk.picture(page.picture_id),
        "neighbourhood": _neighbourhood(page, request),
        "page_language": page.locale.language_code,
        "recordings": recordings,
        "sources": list(page.sources.all()),
        "claims": _claims(page),
        **page_type,
        **beside,
    }


def _quote(page, desk: Desk) -> dict:
    """Ask for what the blocks point at: pictures, recordings, pages."""
    found: dict[type, set[int]] = {}
    for model, pk in references(page.body.stream_block, page.body.raw_data):
        found.setdefault(model, set()).add(pk)
    for pk in found.get(Picture, ()):
        desk.expect_picture(pk)
    desk.quoted_pages = desk.want_pages(found.get(Page, ()))
    desk.quoted_recordings = desk.recordings(found[Recording]) if Recording in found else {}
    return found


def _open(page, desk: Desk, quoted: dict) -> None:
    """Open the blocks while the desk is there to hand them what they point at."""
    if quoted:
        with at(desk):
            for block in page.body:
                _ = block.value


def _neighbourhood(page, request):
    route = getattr(request, "story_route", None)
    if route:
        return route.neighbourhood if len(route.slugs) > 1 else None
    return page.get_parent() if page.depth and page.depth > 3 else None


def _claims(page) -> list[tuple[str, list]]:
    """Competing statements by what they are about, in the order written."""
    statements = list(page.statements.all())
    order = list(dict.fromkeys(one.claim for one in statements))
    statements.sort(key=lambda one: order.index(one.claim))
    return [
        (rows[0].get_claim_display(), rows)
        for rows in (list(group) for _claim, group in groupby(statements, lambda one: one.claim))
    ]
