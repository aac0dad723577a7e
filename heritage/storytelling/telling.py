"""Everything a story's page shows, read in as few queries as it takes."""

from django.db.models import IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page

from heritage.archive.models import Picture, Recording

from .asides import gather
from .desk import Desk
from .evidence import claims, read_evidence
from .models import StoryRecording
from .quoting import at, references


def tell(page, request) -> dict:
    """The template context of a story: its own parts, its type's, and what stands beside it."""
    desk = Desk(request)
    desk.expect_picture(page.picture_id)
    page_type = page.reads(desk)
    beside = gather(page, desk)
    quoted = _quote(page, desk)
    is_preview = getattr(request, "is_preview", False)
    recordings = _recordings(page, desk, quoted.get(Recording, set()), is_preview)
    _open(page, desk, quoted)
    sources, statements, by_few = read_evidence(page, is_preview=is_preview)
    return {
        "desk": desk,
        "picture": desk.picture(page.picture_id),
        "neighbourhood": _neighbourhood(page, request),
        "page_language": page.locale.language_code,
        "recordings": recordings,
        "sources": sources,
        "reviewed_by_few": by_few,
        "claims": claims(statements),
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
    return found


def _recordings(page, desk: Desk, quoted: set[int], is_preview: bool) -> list[Recording]:
    """Those to listen to, in order; the blocks' are left on the desk. One query for both."""
    order = _unsaved_order(page) if is_preview else {}
    chosen = StoryRecording.objects.filter(page=page.pk)
    own = Q(pk__in=list(order)) if is_preview else Q(pk__in=chosen.values("recording"))
    place = Coalesce("sort_order", 0, output_field=IntegerField())
    one_row = chosen.filter(recording=OuterRef("pk")).order_by().annotate(at=place)
    found = Recording.objects.filter(own | Q(pk__in=quoted)).annotate(
        place=Subquery(one_row.values("at")[:1])
    )
    desk.quoted_recordings = {recording.pk: recording for recording in found}
    for recording in desk.quoted_recordings.values():
        desk.expect_picture(recording.poster_id)
        recording.place = order.get(recording.pk) if is_preview else recording.place
    listed = [one for one in desk.quoted_recordings.values() if one.place is not None]
    return sorted(listed, key=lambda one: (one.place, one.pk))


def _unsaved_order(page) -> dict[int, int]:
    """Recordings of a page in the editor's form, which may not be stored yet."""
    rows = [row.recording_id for row in page.recordings.all()]
    return {pk: place for place, pk in enumerate(rows) if pk}


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
