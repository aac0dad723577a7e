from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """What the whole site says about itself: names, filings, map provider, contact."""

    city_zh = models.CharField(_("city (Chinese)"), max_length=40, default="广州")
    city_en = models.CharField(_("city (English)"), max_length=40, default="Guangzhou")
    publisher = models.CharField(_("published by"), max_length=120, blank=True)
    contact_email = models.EmailField(
        _("address for memories and corrections"),
        blank=True,
        help_text=_("Shown where a page invites memories. Hidden when empty."),
    )
    icp_number = models.CharField(
        _("ICP number"), max_length=60, blank=True, help_text=_("Hidden when empty.")
    )
    police_number = models.CharField(
        _("public security filing"), max_length=60, blank=True, help_text=_("Hidden when empty.")
    )
    map_tiles = models.CharField(
        _("map tiles"),
        max_length=255,
        blank=True,
        help_text=_("Address with {x}, {y} and {z}. Empty: the site's own sketch map only."),
    )
    map_datum = models.CharField(
        _("datum of the tiles"),
        max_length=5,
        choices=[("wgs84", "WGS-84"), ("gcj02", "GCJ-02")],
        default="gcj02",
    )
    map_attribution = models.CharField(_("map attribution"), max_length=160, blank=True)
    map_approval = models.CharField(
        _("map approval number"),
        max_length=60,
        blank=True,
        help_text=_("审图号, on the map."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("city_zh"),
                FieldPanel("city_en"),
                FieldPanel("publisher"),
                FieldPanel("contact_email"),
            ],
            heading=_("Site"),
        ),
        MultiFieldPanel(
            [FieldPanel("icp_number"), FieldPanel("police_number")], heading=_("Filings")
        ),
        MultiFieldPanel(
            [
                FieldPanel("map_tiles"),
                FieldPanel("map_datum"),
                FieldPanel("map_attribution"),
                FieldPanel("map_approval"),
            ],
            heading=_("Map provider"),
        ),
    ]

    class Meta:
        verbose_name = _("site settings")
