"""Pages with a time set."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page, Revision

AN_HOUR = timedelta(hours=1)


def scheduled(page, *, live_in: timedelta | None = None, expires_in: timedelta | None = None):
    """Publish a page as an editor would, with times set; return the revision."""
    now = timezone.now()
    page.go_live_at = now + live_in if live_in else None
    page.expire_at = now + expires_in if expires_in else None
    revision = page.save_revision()
    revision.publish()
    return revision


def passed_by(page, time: timedelta) -> None:
    """Set back every time that is kept of a page: what so much waiting would do."""
    row = Page.objects.get(pk=page.pk)
    if row.expire_at:
        Page.objects.filter(pk=page.pk).update(expire_at=row.expire_at - time)
    for revision in Revision.page_revisions.filter(object_id=page.pk):
        for field in ("go_live_at", "expire_at"):
            if revision.content.get(field):
                moment = timezone.datetime.fromisoformat(revision.content[field]) - time
                revision.content[field] = moment.isoformat()
        if revision.approved_go_live_at:
            revision.approved_go_live_at -= time
        revision.save()
