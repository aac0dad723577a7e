from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from heritage.storytelling.blocks.cites import numbers
from heritage.storytelling.editing import story_tabs
from heritage.storytelling.fields import HistoricalDateField
from heritage.storytelling.models import StoryPage


class HistoryPage(StoryPage):
    """A community history: a narrative, and its dates in order."""

    is_red = models.BooleanField(
        _("revolutionary history"),
        default=False,
        help_text=_("Every block of text then needs its source."),
    )

    edit_handler = story_tabs(
        story=[
            *StoryPage.name_panels,
            *StoryPage.story_panels,
            InlinePanel(
                "entries",
                heading=_("Timeline"),
                label=_("entry"),
                icon="list-ol",
                help_text=_("What happened when, the oldest first."),
            ),
        ],
        facts=[
            *StoryPage.date_panels,
            MultiFieldPanel([FieldPanel("is_red")], heading=_("Kind"), icon="tag"),
        ],
        sources=StoryPage.evidence_panels,
    )
    page_description = _("How a street or a community came to be, told in order: 恩宁路开通.")
    search_fields = [
        *StoryPage.search_fields,
        index.RelatedFields("entries", [index.SearchField("text")]),
    ]
    parent_page_types = ["places.NeighbourhoodPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("community history")
        verbose_name_plural = _("community histories")

    @property
    def is_red_history(self) -> bool:
        return self.is_red

    def factual_rows(self):
        for number, entry in enumerate(self.entries.all()):
            yield entry.text, entry.cites, f"entries-{number}.cites"

    def dated_parts(self):
        yield self, "", {"date"}
        for number, entry in enumerate(self.entries.all()):
            yield entry, f"entries-{number}.", set()

    def reads(self, desk) -> dict:
        return {"entries": list(self.entries.all())}


class TimelineEntry(Orderable):
    """What happened on a date, as a source words it."""

    page = ParentalKey(HistoryPage, on_delete=models.CASCADE, related_name="entries")
    date = HistoricalDateField(_("date"))
    text = models.CharField(_("what happened"), max_length=400)
    cites = models.CharField(_("source numbers"), max_length=40, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("date_edtf")]),
        FieldPanel("text"),
        FieldPanel("cites"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("timeline entry")
        verbose_name_plural = _("timeline entries")

    def __str__(self) -> str:
        return f"{self.date} {self.text}"

    @property
    def source_numbers(self) -> list[int]:
        return numbers(self.cites)
