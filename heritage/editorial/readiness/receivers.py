"""When a page is saved, published, withdrawn or moved, what it lacks is asked again."""

from django.db.models.signals import post_save
from wagtail.models import Page, Revision, get_default_page_content_type
from wagtail.signals import page_published, page_unpublished, post_page_move

from .keeping import readiness_soon


def connect() -> None:
    post_save.connect(on_revision, sender=Revision, dispatch_uid="readiness-revision")
    page_published.connect(on_page, dispatch_uid="readiness-published")
    page_unpublished.connect(on_page, dispatch_uid="readiness-unpublished")
    post_page_move.connect(on_page, dispatch_uid="readiness-moved")


def on_revision(sender, instance: Revision, raw=False, **kwargs) -> None:
    if not raw and instance.base_content_type_id == get_default_page_content_type().pk:
        readiness_soon(int(instance.object_id))


def on_page(sender, instance: Page, **kwargs) -> None:
    """The page, and those in other languages that are measured by it."""
    others = instance.get_translations().values_list("pk", flat=True)
    readiness_soon(instance.pk, *others)
