from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail.signals import post_page_move

from heritage.editorial.readiness.keeping import readiness_soon

from .models import Plaque
from .services import plaques_follow


def connect() -> None:
    post_page_move.connect(_on_move, dispatch_uid="plaques_follow")
    post_save.connect(_on_plaque, sender=Plaque, dispatch_uid="plaques_readiness")


def _on_move(sender, instance, **kwargs) -> None:
    plaques_follow(instance)


def _on_plaque(sender, instance: Plaque, raw=False, **kwargs) -> None:
    """A page's plaque was fixed, moved on or retired: the page is more or less ready."""
    if not raw and instance.target_key:
        pages = Page.objects.filter(translation_key=instance.target_key)
        readiness_soon(*pages.values_list("pk", flat=True))
