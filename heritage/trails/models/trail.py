import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from heritage.storytelling.editing import story_tabs
from heritage.storytelling.models import StoryPage

STOP_PAGE_TYPES = ["places.LandmarkPage", "places.MuralPage", "places.CorridorPage"]


class TrailPage(RoutablePageMixin, StoryPage):
    """A walk: stops in order, what to hear at each, how far it is to the next."""

    class Theme(models.TextChoices):
        RED = "red", _("Red trail")
        CULTURE = "culture", _("Culture trail")
        CRAFT = "craft", _("Craft and market trail")
        OTHER = "other", _("Walk")

    theme = models.CharField(_("theme"), max_length=8, choices=Theme.choices, default=Theme.CULTURE)
    is_step_free = models.BooleanField(
        _("step-free all the way"),
        null=True,
        blank=True,
        help_text=_("Unknown unless somebody has walked it with wheels."),
    )
    getting_there = models.CharField(_("how to get to the start"), max_length=200, blank=True)

    edit_handler = story_tabs(
        story=[
            *StoryPage.name_panels,
            InlinePanel(
                "stops",
                heading=_("Stops"),
                label=_("stop"),
                icon="list-ol",
                help_text=_(
                    "In walking order. A good walk has five to nine stops and takes an hour."
                ),
            ),
            *StoryPage.story_panels,
        ],
        facts=[
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("theme"), FieldPanel("is_step_free")]),
                    FieldPanel("getting_there", help_text=_("e.g. 地铁1号线长寿路站 D 出口")),
                ],
                heading=_("Trail"),
                icon="redirect",
            ),
            *StoryPage.date_panels,
        ],
        sources=StoryPage.evidence_panels,
    )
    search_fields = [
        *StoryPage.search_fields,
        index.FilterField("theme"),
        index.RelatedFields("stops", [index.SearchField("words")]),
    ]
    page_description = _("A walk through places in order, with words for each stop.")
    parent_page_types = ["home.HomePage", "places.NeighbourhoodPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("trail")
        verbose_name_plural = _("trails")

    @path("trail.gpx/", name="gpx")
    def serve_gpx(self, request):
        from ..views import gpx

        return gpx(request, self)

    @path("trail.geojson/", name="geojson")
    def serve_geojson(self, request):
        from ..views import geojson

        return geojson(request, self)

    @property
    def is_red_history(self) -> bool:
        return self.theme == self.Theme.RED

    def reads(self, desk) -> dict:
        # Imported late: a walk is made of stops, which this module defines.
        from ..walk import OwnWalk

        return {"walk": OwnWalk(self, desk)}


class TrailStop(Orderable):
    """One stop: the place, the words that carry a walker there, how long to stay."""

    trail = ParentalKey(TrailPage, on_delete=models.CASCADE, related_name="stops")
    key = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("place"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    words = RichTextField(
        _("its words on this walk"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("What to say here that the place's own page does not: why it follows."),
    )
    dwell_minutes = models.PositiveSmallIntegerField(_("minutes to stay"), default=10)
    walk_metres = models.PositiveIntegerField(
        _("walk from the last stop (m)"),
        null=True,
        blank=True,
        help_text=_("Leave empty to have it estimated from the map."),
    )

    panels = [
        PageChooserPanel("page", page_type=STOP_PAGE_TYPES),
        FieldPanel("words"),
        FieldRowPanel([FieldPanel("dwell_minutes"), FieldPanel("walk_metres")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("stop")
        verbose_name_plural = _("stops")

    def __str__(self) -> str:
        return str(self.page)
