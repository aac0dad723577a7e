from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from ..editing import PointPanel
from ..geodesy import GUANGZHOU, CoordinateError, Datum, Point, convert, parse_point


class Located(models.Model):
    """A point on the map, kept as it was given and as WGS-84."""

    DATUMS = [
        (Datum.WGS84.value, _("WGS-84 (GPS, Google outside China, OpenStreetMap)")),
        (Datum.GCJ02.value, _("GCJ-02 (Amap, Tencent, Apple and Google in China)")),
        (Datum.BD09.value, _("BD-09 (Baidu)")),
    ]

    address = models.CharField(
        _("address"), max_length=255, blank=True, help_text=_("As on the door: 恤孤院路3号.")
    )
    point_entered = models.CharField(
        _("coordinates"),
        max_length=80,
        blank=True,
        help_text=_("Latitude, longitude, as copied from the map: 23.121594, 113.290711."),
    )
    datum = models.CharField(
        _("which map they come from"),
        max_length=5,
        choices=DATUMS,
        default=Datum.WGS84.value,
        help_text=_("The same numbers lie up to 600 m apart on different Chinese maps."),
    )
    accuracy_m = models.PositiveIntegerField(
        _("accurate to (metres)"), null=True, blank=True, help_text=_("An honest guess will do.")
    )
    point_source = models.CharField(
        _("where the coordinates come from"), max_length=160, blank=True
    )
    location_note = models.CharField(
        _("note on the place"),
        max_length=255,
        blank=True,
        help_text=_("Why it is uncertain, or lies outside the neighbourhood. E.g. 所属街道待核"),
    )
    lat = models.DecimalField(
        max_digits=9, decimal_places=6, null=True, blank=True, editable=False, db_index=True
    )
    lng = models.DecimalField(
        max_digits=9, decimal_places=6, null=True, blank=True, editable=False, db_index=True
    )

    location_panels = [
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("datum"),
                PointPanel("point_entered"),
                FieldRowPanel(
                    [
                        FieldPanel("accuracy_m"),
                        FieldPanel(
                            "point_source", help_text=_("e.g. 高德地图, 手机现场定位, 四普登记表")
                        ),
                    ]
                ),
                FieldPanel("location_note"),
            ],
            heading=_("Where it stands"),
            icon="site",
        )
    ]
    location_search_fields = [
        index.SearchField("address"),
        index.FilterField("lat"),
        index.FilterField("lng"),
    ]

    class Meta:
        abstract = True

    @property
    def point(self) -> Point | None:
        """Where it stands, WGS-84 degrees; None where nobody has said."""
        if self.lat is None or self.lng is None:
            return None
        return Point(float(self.lat), float(self.lng))

    def clean(self):
        super().clean()
        try:
            self.read_point()
        except CoordinateError as error:
            raise ValidationError({"point_entered": str(error)}) from error

    def full_clean(self, *args, **kwargs):
        # Wagtail's forms and Page.save both come through here; the derived columns follow.
        super().full_clean(*args, **kwargs)
        self.read_point()

    def read_point(self) -> None:
        """Derive lat and lng from what was entered; CoordinateError where it cannot be read."""
        if not self.point_entered.strip():
            self.lat = self.lng = None
            return
        pasted = parse_point(self.point_entered, near=GUANGZHOU)
        point = convert(pasted, Datum(self.datum), Datum.WGS84)
        self.lat, self.lng = Decimal(f"{point.lat:.6f}"), Decimal(f"{point.lng:.6f}")
