"""Counts, and nothing else: no row stands for a visitor."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_UNKNOWN = 12
# Stands for all unknown codes of a day beyond those that are listed one by one.
OTHERS = ""


class Client(models.TextChoices):
    """What a plaque was scanned with, told from how the program names itself."""

    WECHAT = "wechat", _("WeChat")
    PHONE = "phone", _("Phone browser")
    OTHER = "other", _("Other browser")
    BOT = "bot", _("Machine")
    CHECK = "check", _("Own check")


VISITORS = (Client.WECHAT, Client.PHONE, Client.OTHER)


class ScanCountQuerySet(models.QuerySet):
    """Reads that sentences are made of: `ScanCount.objects.by_visitors().between(a, b)`."""

    def by_visitors(self):
        """Without machines and without our own people's checks."""
        return self.filter(client__in=VISITORS)

    def between(self, first, last):
        """Of the days from `first` to `last`, both included."""
        return self.filter(day__range=(first, last))


class ScanCount(models.Model):
    """How often one plaque was scanned in one hour, in one language, with one kind of client."""

    plaque = models.ForeignKey(
        "plaques.Plaque", on_delete=models.PROTECT, related_name="scans", verbose_name=_("plaque")
    )
    day = models.DateField(_("day"), db_index=True)
    hour = models.PositiveSmallIntegerField(_("hour"))
    language = models.CharField(_("language"), max_length=12)
    client = models.CharField(_("kind of client"), max_length=6, choices=Client.choices)
    count = models.PositiveIntegerField(_("scans"))

    objects = ScanCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of scans")
        verbose_name_plural = _("counts of scans")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["plaque", "day", "hour", "language", "client"], name="scans_one_count"
            ),
            models.CheckConstraint(condition=models.Q(hour__lte=23), name="scans_hour_of_day"),
        ]

    def __str__(self) -> str:
        return f"{self.plaque_id} {self.day} {self.hour} h: {self.count}"


class UnknownScan(models.Model):
    """How often a code that is not in the register was scanned or typed on one day."""

    code = models.CharField(_("code"), max_length=LONGEST_UNKNOWN, blank=True)
    day = models.DateField(_("day"), db_index=True)
    count = models.PositiveIntegerField(_("scans"))

    class Meta:
        verbose_name = _("scan of an unknown code")
        verbose_name_plural = _("scans of unknown codes")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["code", "day"], name="scans_one_unknown")]

    def __str__(self) -> str:
        return f"{self.code} {self.day}: {self.count}"


class JournalMark(models.Model):
    """How far a journal has been counted, in bytes: written together with the counts."""

    name = models.CharField(max_length=80, unique=True)
    offset = models.PositiveBigIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name}: {self.offset}"
