"""Draft pages that an import made, away again, many in one transaction."""

from collections.abc import Sequence

from django.utils import timezone
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from .adding import Hand
from .entries import entries_write
from .references import page_type


def pages_delete(pages: Sequence[Page], hand: Hand) -> None:
    """Delete pages without children, and say so in the log as Wagtail does."""
    if not pages:
        return
    entries_write(pages, ["wagtail.delete"], hand, timestamp=timezone.now(), deleted=True)
    texts = [str(page.pk) for page in pages]
    ReferenceIndex.objects.filter(base_content_type=page_type(), object_id__in=texts).delete()
    with disable_reference_index_auto_update():
        Page.objects.filter(pk__in=[page.pk for page in pages]).delete()
