from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class StoryRecording(Orderable):
    """A recording that a page offers under “listen”, the first one first."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="recordings")
    recording = models.ForeignKey(
        "archive.Recording",
        verbose_name=_("recording"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [FieldPanel("recording")]

    class Meta(Orderable.Meta):
        verbose_name = _("recording to listen to")
        verbose_name_plural = _("recordings to listen to")

    def __str__(self) -> str:
        return str(self.recording)
