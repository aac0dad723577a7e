from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Condition(models.TextChoices):
    """How a plaque was found by somebody who stood in front of it."""

    SOUND = "sound", pgettext_lazy("of a plaque", "Sound")
    DIRTY = "dirty", _("Dirty")
    DAMAGED = "damaged", _("Damaged")
    MISSING = "missing", _("Missing")


class Fixture(models.Model):
    """Where and how a plaque hangs, as noted on the spot. The point is WGS-84."""

    class Mount(models.TextChoices):
        WALL = "wall", _("Wall")
        POST = "post", _("Post")
        GROUND = "ground", _("Ground")
        DOOR = "door", _("Door")

    lat = models.DecimalField(
        _("latitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("WGS-84, as a phone's own position is."),
    )
    lng = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    accuracy_m = models.PositiveIntegerField(_("accurate to (metres)"), null=True, blank=True)
    mount = models.CharField(_("fixed to"), max_length=6, choices=Mount.choices, blank=True)
    material = models.CharField(
        _("material"), max_length=80, blank=True, help_text=_("e.g. enamel, stainless steel, stone")
    )
    size_mm = models.PositiveIntegerField(
        _("width of the black square (mm)"), null=True, blank=True
    )
    reading_m = models.DecimalField(
        _("people stand this far away (metres)"),
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
    )
    photo = models.ForeignKey(
        "archive.Picture",
        verbose_name=_("photograph of it in its place"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    in_care_of = models.CharField(
        _("in whose care"),
        max_length=120,
        blank=True,
        help_text=_("A person or body to ring up when it is damaged."),
    )
    condition = models.CharField(
        _("condition"), max_length=8, choices=Condition.choices, blank=True, editable=False
    )

    class Meta:
        abstract = True

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude, WGS-84 degrees; None where nobody has said."""
        if self.lat is None or self.lng is None:
            return None
        return float(self.lat), float(self.lng)
