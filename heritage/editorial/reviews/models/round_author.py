from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState


class RoundAuthor(models.Model):
    """Somebody who wrote or sent in what a round of reviews is about, and so does not review it."""

    round = models.ForeignKey(WorkflowState, on_delete=models.CASCADE, related_name="authors")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rounds_written"
    )

    class Meta:
        verbose_name = _("author of a change")
        verbose_name_plural = _("authors of a change")
        constraints = [models.UniqueConstraint(fields=["round", "user"], name="round_author_once")]

    def __str__(self) -> str:
        return f"{self.user_id} · {self.round_id}"
