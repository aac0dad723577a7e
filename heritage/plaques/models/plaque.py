from django.db import models
from django.utils.translation import gettext_lazy as _

from ..codes import CODE_LENGTH, mint


class PlaqueQuerySet(models.QuerySet):
    """Reads that sentences are made of: `Plaque.objects.bound().in_service()`."""

    def bound(self):
        return self.filter(target_key__isnull=False)

    def unbound(self):
        return self.filter(target_key__isnull=True)

    def in_service(self):
        return self.exclude(status=Plaque.Status.RETIRED)

    def of_page(self, page):
        """Plaques that point at a page, in whichever language."""
        return self.filter(target_key=page.translation_key)


class Plaque(models.Model):
    """A code on a wall. It points at a page across languages and is never deleted.

    It keeps the page's translation key, not a row of the page table: a translation, a move, a
    rename or a deletion leaves the code where it is.
    """

    class Status(models.TextChoices):
        MINTED = "minted", _("Minted")
        PRINTED = "printed", _("Printed")
        FIXED = "fixed", _("Fixed")
        ATTENTION = "attention", _("Needs attention")
        RETIRED = "retired", _("Retired")

    code = models.CharField(
        _("code"), max_length=CODE_LENGTH, unique=True, default=mint, editable=False
    )
    target_key = models.UUIDField(
        _("page"), null=True, blank=True, db_index=True, help_text=_("Empty: waiting for a story.")
    )
    neighbourhood_key = models.UUIDField(
        _("neighbourhood"),
        null=True,
        blank=True,
        help_text=_("Where a visitor is sent when the page is withdrawn."),
    )
    label = models.CharField(
        _("name on the plaque"), max_length=160, blank=True, help_text=_("As last printed.")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.MINTED
    )
    note = models.CharField(_("note"), max_length=255, blank=True)
    created_at = models.DateTimeField(_("minted on"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed on"), auto_now=True)

    objects = PlaqueQuerySet.as_manager()

    class Meta:
        verbose_name = _("plaque")
        verbose_name_plural = _("plaques")
        ordering = ["-created_at", "code"]

    def __str__(self) -> str:
        return self.code
