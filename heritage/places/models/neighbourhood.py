from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from heritage.storytelling.blocks.cites import numbers
from heritage.storytelling.editing import story_tabs
from heritage.storytelling.models import StoryPage

from ..contents import Contents
from .location import Located


class NeighbourhoodPage(Located, StoryPage):
    """An old neighbourhood: what it is, and the door to everything told about it."""

    district = models.CharField(_("district"), max_length=40, blank=True)
    division_code = models.CharField(
        _("official division code"),
        max_length=12,
        blank=True,
        help_text=_("Of the statistics bureau: 440104017."),
    )
    cohort = models.CharField(
        _("renewal programme"),
        max_length=160,
        blank=True,
        help_text=_("Which pilot or batch it belongs to, and what is being tried."),
    )
    boundary = models.JSONField(
        _("boundary (GeoJSON)"),
        null=True,
        blank=True,
        help_text=_("Polygon in WGS-84, for the map. May stay empty."),
    )
    is_gap = models.BooleanField(
        _("almost nothing is documented yet"),
        default=False,
        help_text=_("The page then says so and invites memories."),
    )

    edit_handler = story_tabs(
        story=[*StoryPage.name_panels, *StoryPage.story_panels],
        facts=[
            MultiFieldPanel(
                [
                    FieldPanel("is_gap"),
                    FieldRowPanel(
                        [
                            FieldPanel("district", help_text=_("e.g. 荔湾区")),
                            FieldPanel("division_code"),
                        ]
                    ),
                    FieldPanel("cohort"),
                ],
                heading=_("Neighbourhood"),
                icon="home",
            ),
            *StoryPage.date_panels,
            InlinePanel(
                "facts",
                heading=_("Facts"),
                label=_("fact"),
                icon="list-ul",
                help_text=_("Short lines, e.g. 面积 — 0.55 平方公里."),
            ),
            InlinePanel(
                "designations",
                heading=_("Designations"),
                label=_("designation"),
                classname="collapsed",
            ),
            *Located.location_panels,
            MultiFieldPanel(
                [FieldPanel("boundary")],
                heading=_("Boundary on the map"),
                classname="collapsed",
                help_text=_("From your GIS colleague. Without it the map shows a point."),
            ),
        ],
        sources=StoryPage.evidence_panels,
    )
    search_fields = [
        *StoryPage.search_fields,
        *Located.location_search_fields,
        index.SearchField("district"),
        index.FilterField("division_code"),
        index.RelatedFields("facts", [index.SearchField("value")]),
    ]
    page_description = _("An old quarter; everything told about it stands below its page.")
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "places.LandmarkPage",
        "places.MuralPage",
        "places.CorridorPage",
        "histories.HistoryPage",
        "histories.PersonPage",
        "trails.TrailPage",
    ]

    class Meta:
        verbose_name = _("neighbourhood")
        verbose_name_plural = _("neighbourhoods")

    def factual_rows(self):
        for number, fact in enumerate(self.facts.all()):
            yield fact.label, fact.cites, f"facts-{number}.cites"

    def dated_parts(self):
        yield self, "", set()
        for number, row in enumerate(self.designations.all()):
            yield row, f"designations-{number}.", set()

    def reads(self, desk) -> dict:
        return {
            "facts": list(self.facts.all()),
            "designations": list(self.designations.all()),
            "contents": Contents(self, desk),
        }


class NeighbourhoodFact(Orderable):
    """One line of what is known: a label, a value, who says so."""

    page = ParentalKey(NeighbourhoodPage, on_delete=models.CASCADE, related_name="facts")
    label = models.CharField(_("label"), max_length=60)
    value = models.CharField(_("value"), max_length=255)
    cites = models.CharField(_("source numbers"), max_length=40, blank=True)

    panels = [FieldRowPanel([FieldPanel("label"), FieldPanel("value"), FieldPanel("cites")])]

    class Meta(Orderable.Meta):
        verbose_name = _("fact")
        verbose_name_plural = _("facts")

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"

    @property
    def source_numbers(self) -> list[int]:
        return numbers(self.cites)
