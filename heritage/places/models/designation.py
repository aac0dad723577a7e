from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from heritage.storytelling.fields import HistoricalDateField

from ..grades import GRADES, Grade, Track


class Designation(Orderable):
    """One protection that a body announced on a day; a place may hold several at once."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="designations")
    track = models.CharField(_("track"), max_length=12, choices=Track.choices)
    grade = models.CharField(_("grade"), max_length=24, choices=Grade.choices)
    batch = models.CharField(_("batch"), max_length=12, blank=True, help_text=_("e.g. 7"))
    register_number = models.CharField(
        _("register number"), max_length=60, blank=True, help_text=_("As printed: 1-0001-5-001.")
    )
    category_announced = models.CharField(_("category as announced"), max_length=80, blank=True)
    category_today = models.CharField(_("category today"), max_length=80, blank=True)
    announced_by = models.CharField(_("announced by"), max_length=120, blank=True)
    announced_on = HistoricalDateField(
        _("announced on"), blank=True, help_text=_("e.g. 1961-03-04, 2011年9月")
    )
    announced_name = models.CharField(
        _("name in the announcement"),
        max_length=160,
        blank=True,
        help_text=_("Where it differs, or where this place is one part of what was announced."),
    )
    is_unverified = models.BooleanField(
        _("to be verified"), default=False, help_text=_("Shown as “to be verified”.")
    )
    note = models.CharField(_("note"), max_length=255, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("track"), FieldPanel("grade")]),
        FieldRowPanel(
            [
                FieldPanel("announced_by", help_text=_("e.g. 国务院, 广东省人民政府")),
                FieldPanel("announced_on"),
            ]
        ),
        FieldRowPanel([FieldPanel("batch"), FieldPanel("register_number")]),
        FieldPanel("announced_name"),
        FieldRowPanel([FieldPanel("category_announced"), FieldPanel("category_today")]),
        FieldRowPanel([FieldPanel("is_unverified"), FieldPanel("note")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("designation")
        verbose_name_plural = _("designations")

    def __str__(self) -> str:
        return self.get_grade_display()

    def clean(self):
        super().clean()
        if self.grade and self.track and GRADES[self.grade].track != self.track:
            raise ValidationError({"grade": _("This grade belongs to another track.")})

    @property
    def badge(self) -> str:
        """What the seal says, short: 国保 · 第七批."""
        return GRADES[self.grade].short

    @property
    def is_statutory_relic(self) -> bool:
        """Whether a 文物 marker may be put up for it."""
        return self.track == Track.RELIC
