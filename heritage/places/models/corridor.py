import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from heritage.storytelling.blocks.cites import numbers
from heritage.storytelling.editing import story_tabs
from heritage.storytelling.models import StoryPage

from ..standing import Standing
from .location import Located


class CorridorPage(Located, StoryPage):
    """A culture corridor: panels along a wall or a walk, read in order."""

    edit_handler = story_tabs(
        story=[
            *StoryPage.name_panels,
            *StoryPage.story_panels,
            InlinePanel(
                "panels_in_order",
                heading=_("Panels"),
                label=_("panel"),
                icon="list-ol",
                help_text=_("In the order in which one walks past them."),
            ),
        ],
        facts=[*StoryPage.date_panels, *Located.location_panels],
        sources=StoryPage.evidence_panels,
    )
    search_fields = [
        *StoryPage.search_fields,
        *Located.location_search_fields,
        index.RelatedFields(
            "panels_in_order", [index.SearchField("title"), index.SearchField("text")]
        ),
    ]
    page_description = _("A row of display panels along a wall or lane, read one after another.")
    parent_page_types = ["places.NeighbourhoodPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("culture corridor")
        verbose_name_plural = _("culture corridors")

    def pictures_beside(self):
        for number, panel in enumerate(self.panels_in_order.all()):
            if panel.picture_id:
                yield panel.picture_id, f"panels_in_order-{number}.picture"

    def factual_rows(self):
        for number, panel in enumerate(self.panels_in_order.all()):
            if panel.text:
                yield panel.title, panel.cites, f"panels_in_order-{number}.cites"

    def reads(self, desk) -> dict:
        panels = list(self.panels_in_order.all())
        for panel in panels:
            desk.expect_picture(panel.picture_id)
        return {"panels": panels, "standing": Standing(self, desk)}


class CorridorPanel(Orderable):
    """One panel of a corridor; `key` stays the same across languages and edits, for its plaque."""

    page = ParentalKey(CorridorPage, on_delete=models.CASCADE, related_name="panels_in_order")
    key = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), blank=True)
    picture = models.ForeignKey(
        "archive.Picture",
        verbose_name=_("picture"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    cites = models.CharField(_("source numbers"), max_length=40, blank=True)

    panels = [
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("picture"),
        FieldPanel("cites"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("panel")
        verbose_name_plural = _("panels")

    def __str__(self) -> str:
        return self.title

    @property
    def source_numbers(self) -> list[int]:
        return numbers(self.cites)
