from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MARK = "|"


class PageReadinessQuerySet(models.QuerySet):
    """Reads that sentences are made of: `PageReadiness.objects.lacking("lede")`."""

    def lacking(self, code: str):
        """Pages that lack this, required or advised."""
        asked = f"{MARK}{code}{MARK}"
        return self.filter(models.Q(missing__contains=asked) | models.Q(wished__contains=asked))

    def asked(self):
        """Pages of which anything is asked."""
        return self.filter(required_total__gt=0)


class PageReadiness(models.Model):
    """What the latest draft of a page lacked when somebody last asked; lists read it.

    The codes stand as `|lede|sources|`: SQLite cannot look into JSON.
    """

    page = models.OneToOneField(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="readiness",
    )
    required_done = models.PositiveSmallIntegerField(default=0)
    required_total = models.PositiveSmallIntegerField(default=0)
    advised_done = models.PositiveSmallIntegerField(default=0)
    advised_total = models.PositiveSmallIntegerField(default=0)
    lacking = models.PositiveSmallIntegerField(_("required and missing"), default=0, db_index=True)
    missing = models.TextField(_("missing"), blank=True)
    wished = models.TextField(_("advised and missing"), blank=True)
    computed_at = models.DateTimeField(_("looked at"), default=timezone.now)

    objects = PageReadinessQuerySet.as_manager()

    class Meta:
        verbose_name = _("readiness of a page")
        verbose_name_plural = _("readiness of pages")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page_id}: {self.done}/{self.total}"

    @property
    def missing_codes(self) -> list[str]:
        return [code for code in self.missing.split(MARK) if code]

    @property
    def wished_codes(self) -> list[str]:
        return [code for code in self.wished.split(MARK) if code]

    @property
    def done(self) -> int:
        return self.required_done + self.advised_done

    @property
    def total(self) -> int:
        return self.required_total + self.advised_total

    @property
    def share(self) -> float:
        """How much of what is required is there, 0 to 1."""
        return self.required_done / self.required_total if self.required_total else 1.0
