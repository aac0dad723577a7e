"""What follows when a Simplified page is published, withdrawn, moved or deleted."""

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from .traditional import sync_page
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
def move_traditional(sender, instance, parent_page_after, **kwargs):
    page = _traditional_of(instance)
    if page is None:
        return
    parent = parent_page_after.get_translation_or_none(page.locale)
    if parent is not None and page.get_parent().pk != parent.pk:
        page.move(parent, pos="last-child")


@receiver(pre_delete, sender=Page)
def delete_traditional(sender, instance, **kwargs):
    page = _traditional_of(instance)
    if page is not None:
        page.delete()
