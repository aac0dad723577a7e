from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .permanent import PermanentModel


class PlaqueEvent(PermanentModel):
    """What happened to a plaque: a curator sees what a code has pointed at, when, and why."""

    class Kind(models.TextChoices):
        MINTED = "minted", _("Minted")
        BOUND = "bound", _("Given its page")
        RETARGETED = "retargeted", _("Pointed at another page")
        UNBOUND = "unbound", _("Taken off its page")
        PRINTED = "printed", _("Printed")
        FIXED = "fixed", _("Fixed")
        ATTENTION = "attention", _("Needs attention")
        RETIRED = "retired", _("Retired")

    plaque = models.ForeignKey(
        "plaques.Plaque",
        verbose_name=_("plaque"),
        on_delete=models.PROTECT,
        related_name="events",
    )
    kind = models.CharField(_("what"), max_length=10, choices=Kind.choices)
    from_key = models.UUIDField(_("page before"), null=True, blank=True)
    to_key = models.UUIDField(_("page after"), null=True, blank=True)
    from_part = models.UUIDField(_("part before"), null=True, blank=True)
    to_part = models.UUIDField(_("part after"), null=True, blank=True)
    title = models.CharField(_("title of the page at the time"), max_length=255, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    note = models.CharField(_("why"), max_length=255, blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("plaque event")
        verbose_name_plural = _("plaque events")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d}"
