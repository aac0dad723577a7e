from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .fixture import Condition
from .permanent import PermanentModel


class Inspection(PermanentModel):
    """How one plaque was found on a round."""

    plaque = models.ForeignKey(
        "plaques.Plaque",
        verbose_name=_("plaque"),
        on_delete=models.PROTECT,
        related_name="inspections",
    )
    state = models.CharField(_("condition"), max_length=8, choices=Condition.choices)
    note = models.CharField(_("note"), max_length=255, blank=True)
    photo = models.ForeignKey(
        "archive.Picture",
        verbose_name=_("photograph"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    at = models.DateTimeField(_("when"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("inspection")
        verbose_name_plural = _("inspections")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.at:%Y-%m-%d}"
