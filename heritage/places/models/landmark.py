from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from heritage.storytelling.editing import story_tabs
from heritage.storytelling.models import StoryPage

from ..standing import Standing
from .location import Located


class SiteType(models.TextChoices):
    """What stands there. 旧址, 遗址, 旧居 and 故居 are not synonyms."""

    SITE = "site", _("Former site of an event or body")
    RUIN = "ruin", _("Remains")
    RESIDENCE = "residence", _("House where somebody once lived")
    FORMER_RESIDENCE = "former-residence", _("Former home of a deceased person")
    TEMPLE = "temple", _("Temple")
    ANCESTRAL_HALL = "ancestral-hall", _("Ancestral hall")
    ACADEMY = "academy", _("Academy or study hall")
    GUILD_HALL = "guild-hall", _("Guild hall")
    CHURCH = "church", _("Church")
    MOSQUE = "mosque", _("Mosque")
    PAGODA = "pagoda", _("Pagoda")
    TOWER = "tower", _("Tower or gate")
    TOMB = "tomb", _("Tomb or cemetery")
    GARDEN = "garden", _("Garden or park")
    VILLA = "villa", _("Villa")
    STREET = "street", _("Street or block")
    BUILDING = "building", _("Building")
    ARCHAEOLOGICAL = "archaeological", _("Archaeological site")


class LandmarkPage(Located, StoryPage):
    """A heritage site: what it is, who protects it since when, and its story."""

    site_type = models.CharField(
        _("kind of place"), max_length=20, choices=SiteType.choices, default=SiteType.BUILDING
    )
    is_red = models.BooleanField(
        _("revolutionary history"),
        default=False,
        help_text=_("Every block of text then needs its source."),
    )
    opening = models.CharField(
        _("opening"), max_length=200, blank=True, help_text=_("e.g. Tue–Sun 9:00–17:00, free")
    )
    access = models.CharField(
        _("access"),
        max_length=200,
        blank=True,
        help_text=_("Steps, ramps, toilets: what somebody with a wheelchair or a pram must know."),
    )
    is_step_free = models.BooleanField(_("step-free entrance"), null=True, blank=True)
    former_use = models.CharField(_("former use"), max_length=200, blank=True)
    present_use = models.CharField(
        _("use today"), max_length=200, blank=True, help_text=_("How the old place is used again.")
    )

    edit_handler = story_tabs(
        story=[*StoryPage.name_panels, *StoryPage.story_panels],
        facts=[
            MultiFieldPanel(
                [FieldPanel("site_type"), FieldPanel("is_red")], heading=_("Kind"), icon="tag"
            ),
            InlinePanel(
                "designations",
                heading=_("Designations"),
                label=_("designation"),
                icon="tick-inverse",
                help_text=_(
                    "One entry for each announcement: a place that was 市级 in 1993 and 省级 in "
                    "2002 has two."
                ),
            ),
            *StoryPage.date_panels,
            *Located.location_panels,
            MultiFieldPanel(
                [
                    FieldPanel("opening"),
                    FieldRowPanel([FieldPanel("access"), FieldPanel("is_step_free")]),
                    FieldRowPanel(
                        [
                            FieldPanel("former_use", help_text=_("e.g. 书塾, 后作住宅")),
                            FieldPanel("present_use"),
                        ]
                    ),
                ],
                heading=_("Visiting and use"),
                icon="time",
            ),
        ],
        sources=StoryPage.evidence_panels,
    )
    search_fields = [
        *StoryPage.search_fields,
        *Located.location_search_fields,
        index.FilterField("site_type"),
        index.FilterField("is_red"),
    ]
    page_description = _("One building, site or street with a story: 詹天佑故居, 陈家祠, 中山四路.")
    parent_page_types = ["places.NeighbourhoodPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("landmark")
        verbose_name_plural = _("landmarks")

    @property
    def is_red_history(self) -> bool:
        return self.is_red

    def dated_parts(self):
        yield self, "", {"date"}
        for number, row in enumerate(self.designations.all()):
            yield row, f"designations-{number}.", set()

    def reads(self, desk) -> dict:
        return {
            "designations": list(self.designations.all()),
            "standing": Standing(self, desk),
        }
