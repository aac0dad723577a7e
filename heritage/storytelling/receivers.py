"""What follows when a Simplified page is published, withdrawn, moved or deleted."""

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from heritage.archive.models import Picture, Recording
from heritage.editorial.readiness.keeping import readiness_soon
from heritage.editorial.readiness.models import PageReadiness

from .models import NameForm
from .traditional import sync_page
from .traditional.reader import forget_names
from .traditional.sync import SOURCE, TARGET


def _traditional_of(page: Page) -> Page | None:
    if page.locale.language_code != SOURCE:
        return None
    others = page.get_translations().filter(locale__language_code=TARGET)
    return others.filter(traditional_copy__isnull=False).first()


@receiver(page_published)
def keep_traditional_in_step(sender, instance, **kwargs):
    sync_page(instance)


@receiver(page_slug_changed)
def rename_translations(sender, instance, **kwargs):
    if instance.locale.language_code != SOURCE:
        return
    for page in instance.get_translations().exclude(slug=instance.slug).specific():
        page.slug = instance.slug
        page.save()


@receiver(page_unpublished)
def withdraw_traditional(sender, instance, **kwargs):
    page = _traditional_of(instance)
    if page is not None and page.live:
        page.unpublish(log_action=False)


@receiver(post_page_move)
def move_translations(sender, instance, parent_page_after, **kwargs):
    """Addresses differ by their language alone: what is translated stands where its source does."""
    if instance.locale.language_code != SOURCE:
        return
    for page in instance.get_translations().specific():
        parent = parent_page_after.get_translation_or_none(page.locale)
        if (
            parent is None
        ):  # as Wagtail's “Translate” does: a stand-in, at which the source is shown
            parent = parent_page_after.copy_for_translation(
                page.locale, copy_parents=True, alias=True
            )
        if page.get_parent().pk == parent.pk:
            continue
        if Page._slug_is_available(page.slug, parent, page):
            page.move(parent, pos="last-child")


@receiver(pre_delete, sender=Page)
def delete_traditional(sender, instance, **kwargs):
    page = _traditional_of(instance)
    if page is not None:
        page.delete()


post_save.connect(forget_names, sender=NameForm)
post_delete.connect(forget_names, sender=NameForm)


@receiver(post_save, sender=Picture)
@receiver(post_save, sender=Recording)
def ask_pages_again(sender, instance, created, raw=False, **kwargs):
    """Words and rights of a picture, the transcript of a recording: its pages may be ready now.

    The index knows what stored pages show. A draft above a published page may show more: those
    that wait for such words are asked as well.
    """
    if created or raw:
        return
    pages = get_default_page_content_type()
    shown = ReferenceIndex.get_references_to(instance).filter(base_content_type=pages)
    code = "picture-words" if sender is Picture else "transcript"
    drafts = PageReadiness.objects.lacking(code).filter(page__has_unpublished_changes=True)
    keys = {int(key) for key in shown.values_list("object_id", flat=True)}
    readiness_soon(*keys.union(drafts.values_list("pk", flat=True)))
