import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from heritage.storytelling.editing import story_tabs
from heritage.storytelling.fields import HistoricalDateField
from heritage.storytelling.models import StoryPage

from ..standing import Standing
from .location import Located


class MuralPage(Located, StoryPage):
    """A painted wall: who painted it, what is on it, and how it has fared."""

    artist = models.CharField(_("artist"), max_length=160, blank=True)
    width_m = models.DecimalField(
        _("width (m)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    height_m = models.DecimalField(
        _("height (m)"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    technique = models.CharField(
        _("technique"), max_length=160, blank=True, help_text=_("e.g. 外墙丙烯, 灰塑, 马赛克")
    )
    commissioned_by = models.CharField(_("commissioned by"), max_length=160, blank=True)

    edit_handler = story_tabs(
        story=[
            *StoryPage.name_panels,
            InlinePanel(
                "hotspots",
                heading=_("What is on the wall"),
                label=_("spot"),
                classname="collapsed",
                help_text=_(
                    "Points on the lead picture that a visitor may touch. "
                    "0.5 and 0.5 is its middle."
                ),
            ),
            *StoryPage.story_panels,
        ],
        facts=[
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("artist"), FieldPanel("commissioned_by")]),
                    FieldRowPanel(
                        [FieldPanel("width_m"), FieldPanel("height_m"), FieldPanel("technique")]
                    ),
                ],
                heading=_("Wall"),
                icon="image",
            ),
            *StoryPage.date_panels,
            *Located.location_panels,
            InlinePanel(
                "views",
                heading=_("The wall through the years"),
                label=_("view"),
                classname="collapsed",
                help_text=_("One photograph for each year you have, the oldest first."),
            ),
            InlinePanel(
                "conditions",
                heading=_("Condition log"),
                label=_("entry"),
                classname="collapsed",
                help_text=_("Add a line each time somebody looks at the wall."),
            ),
        ],
        sources=StoryPage.evidence_panels,
    )
    search_fields = [
        *StoryPage.search_fields,
        *Located.location_search_fields,
        index.SearchField("artist"),
        index.SearchField("technique"),
        index.RelatedFields("hotspots", [index.SearchField("title"), index.SearchField("text")]),
    ]
    page_description = _("A painted wall: the painter, what is on it, how it has fared.")
    parent_page_types = ["places.NeighbourhoodPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("mural wall")
        verbose_name_plural = _("mural walls")

    def pictures_beside(self):
        for number, view in enumerate(self.views.all()):
            if view.picture_id:
                yield view.picture_id, f"views-{number}.picture"

    def dated_parts(self):
        yield self, "", {"date"}
        for number, view in enumerate(self.views.all()):
            yield view, f"views-{number}.", set()

    def reads(self, desk) -> dict:
        views = list(self.views.all())
        for view in views:
            desk.expect_picture(view.picture_id)
        return {
            "hotspots": list(self.hotspots.all()),
            "views": views,
            "conditions": sorted(self.conditions.all(), key=lambda one: one.seen_on, reverse=True),
            "standing": Standing(self, desk),
        }


class Hotspot(Orderable):
    """One thing painted on the wall; x and y are shares of width and height, from the top left.

    `key` stays the same across languages and edits, for its plaque.
    """

    page = ParentalKey(MuralPage, on_delete=models.CASCADE, related_name="hotspots")
    key = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    x = models.DecimalField(
        _("from the left (0–1)"),
        max_digits=4,
        decimal_places=3,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    y = models.DecimalField(
        _("from the top (0–1)"),
        max_digits=4,
        decimal_places=3,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    title = models.CharField(_("what it is"), max_length=120)
    text = models.TextField(_("its story"), blank=True)

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("x"), FieldPanel("y")]),
        FieldPanel("text"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("spot on the wall")
        verbose_name_plural = _("spots on the wall")

    def __str__(self) -> str:
        return self.title


class MuralView(Orderable):
    """The wall as it looked in one year."""

    page = ParentalKey(MuralPage, on_delete=models.CASCADE, related_name="views")
    picture = models.ForeignKey(
        "archive.Picture",
        verbose_name=_("picture"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    date = HistoricalDateField(_("date"))
    caption = models.CharField(_("caption"), max_length=255, blank=True)

    panels = [FieldPanel("picture"), FieldPanel("date"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("view of the wall")
        verbose_name_plural = _("views of the wall")

    def __str__(self) -> str:
        return self.date


class MuralCondition(Orderable):
    """How the wall was found on a day."""

    class State(models.TextChoices):
        SOUND = "sound", pgettext_lazy("condition", "Sound")
        FADING = "fading", _("Fading")
        FLAKING = "flaking", _("Flaking")
        DAMAGED = "damaged", _("Damaged")
        REPAINTED = "repainted", _("Repainted")
        LOST = "lost", _("Lost")

    page = ParentalKey(MuralPage, on_delete=models.CASCADE, related_name="conditions")
    seen_on = models.DateField(_("seen on"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    note = models.CharField(_("note"), max_length=255, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("seen_on"), FieldPanel("state")]),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("condition")
        verbose_name_plural = _("condition log")

    def __str__(self) -> str:
        return f"{self.seen_on}: {self.get_state_display()}"
