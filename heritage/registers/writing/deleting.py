"""Draft pages that an import made, away again, many in one transaction."""

from collections.abc import Sequence

from django.utils import timezone
from wagtail.models import Page, PageLogEntry, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from .adding import Hand
from .references import page_type


def pages_delete(pages: Sequence[Page], hand: Hand) -> None:
    """Delete pages without children, and say so in the log as Wagtail does."""
    if not pages:
        return
    now = timezone.now()
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            content_type_id=page.content_type_id,
            page_id=page.pk,
            label=page.title,
            action="wagtail.delete",
            timestamp=now,
            data=hand.data,
            uuid=hand.uuid,
            user=hand.user,
            deleted=True,
        )
        for page in pages
    )
    texts = [str(page.pk) for page in pages]
    ReferenceIndex.objects.filter(base_content_type=page_type(), object_id__in=texts).delete()
    with disable_reference_index_auto_update():
        Page.objects.filter(pk__in=[page.pk for page in pages]).delete()
