from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..planning.plan import Verdict


class ImportedRow(models.Model):
    """One row of a file, and what it became.

    `page` is set once the row is written (or found to say what its page says already) and is what
    a later run remembers: `identity` and `values` tell it that the row came before, and whether an
    editor has changed the page since. `aims_at` is only what the check found.
    """

    VERDICTS = [
        (Verdict.CREATE.value, _("New")),
        (Verdict.CHANGE.value, _("Changed")),
        (Verdict.SAME.value, _("Left as it is")),
        (Verdict.REFUSE.value, _("Refused")),
    ]

    class Fate(models.TextChoices):
        WAITING = "waiting", _("Not written")
        WRITTEN = "written", _("Written")
        UNDONE = "undone", _("Taken back")
        LEFT = "left", _("Left, because somebody has worked on it")

    register_import = models.ForeignKey(
        "registers.RegisterImport", on_delete=models.CASCADE, related_name="rows"
    )
    number = models.PositiveIntegerField(_("row"))
    name = models.CharField(_("name"), max_length=255, blank=True)
    place = models.CharField(_("neighbourhood"), max_length=255, blank=True)
    identity = models.CharField(max_length=255, db_index=True)
    verdict = models.CharField(_("what becomes of it"), max_length=8, choices=VERDICTS)
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    aims_at = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    values = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    changes = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    reasons = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    raw = models.JSONField(default=list)
    fate = models.CharField(max_length=8, choices=Fate.choices, default=Fate.WAITING)
    revision_id = models.PositiveBigIntegerField(null=True)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    left_because = models.CharField(max_length=255, blank=True)

    class Meta:
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")
        ordering = ["register_import", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["register_import", "number"], name="imported_row_once_in_its_import"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.name}"
