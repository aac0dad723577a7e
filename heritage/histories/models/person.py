from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from heritage.storytelling.editing import story_tabs
from heritage.storytelling.fields import HistoricalDateField
from heritage.storytelling.models import StoryPage

PLACES = ["places.LandmarkPage", "places.MuralPage", "places.CorridorPage"]


class PersonPage(StoryPage):
    """Somebody of the neighbourhood's hall of fame, and the place that recalls them."""

    born = HistoricalDateField(_("born"), blank=True)
    died = HistoricalDateField(_("died"), blank=True)
    known_for = models.CharField(
        _("known for"), max_length=200, blank=True, help_text=_("e.g. 铁路工程师")
    )
    place = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("place that recalls them"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    edit_handler = story_tabs(
        story=[*StoryPage.name_panels, *StoryPage.story_panels],
        facts=[
            MultiFieldPanel(
                [
                    FieldPanel("known_for"),
                    FieldRowPanel([FieldPanel("born"), FieldPanel("died")]),
                    PageChooserPanel("place", page_type=PLACES),
                ],
                heading=_("Person"),
                icon="user",
            ),
        ],
        sources=StoryPage.evidence_panels,
    )
    search_fields = [*StoryPage.search_fields, index.SearchField("known_for")]
    page_description = _("Somebody the neighbourhood is proud of, and the place that recalls them.")
    parent_page_types = ["places.NeighbourhoodPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def dated_parts(self):
        yield self, "", {"born"}

    def reads(self, desk) -> dict:
        return {"places": desk.want_pages([self.place_id] if self.place_id else [])}
