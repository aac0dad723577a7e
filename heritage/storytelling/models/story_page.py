from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from ..blocks import STORY_BLOCKS
from ..fields import HistoricalDateField, StoryField


class StoryPage(Page):
    """A story: a name, one line that makes a passer-by stop, a picture, a text, its sources."""

    foreign_name = models.CharField(
        _("name in the other language"),
        max_length=255,
        blank=True,
        help_text=_(
            "Shown small under the name: English on a Chinese page, Chinese on an English."
        ),
    )
    alt_names = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("One a line: old names, names on other signs, what neighbours call it."),
    )
    short_name = models.CharField(
        _("short name"),
        max_length=24,
        blank=True,
        help_text=_("Up to six characters, set upright on the picture like a shop board."),
    )
    lede = models.CharField(
        _("lede"),
        max_length=200,
        blank=True,
        help_text=_("One line: the fact that makes somebody stop and read."),
    )
    date = HistoricalDateField(
        _("date"),
        blank=True,
        help_text=_("In the words of the source: 清光绪十四年, 约1930年代, 始建于清初, 待考."),
    )
    picture = models.ForeignKey(
        "archive.Picture",
        verbose_name=_("lead picture"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    body = StoryField(STORY_BLOCKS, verbose_name=_("story"), blank=True)

    name_panels = [
        FieldPanel("title"),
        MultiFieldPanel(
            [FieldPanel("foreign_name"), FieldPanel("short_name"), FieldPanel("alt_names")],
            heading=_("Other names"),
            classname="collapsed",
        ),
        FieldPanel("lede"),
        FieldPanel("picture"),
    ]
    date_panels = [
        MultiFieldPanel(
            [
                FieldPanel("date"),
                FieldPanel(
                    "date_edtf",
                    help_text=_("Leave empty unless the words above are misread. E.g. 1888~"),
                ),
            ],
            heading=_("Date"),
        )
    ]
    story_panels = [InlinePanel("recordings", label=_("recording"), max_num=6), FieldPanel("body")]
    evidence_panels = [
        HelpPanel(
            _("Readers see every source with its number. Where sources disagree, write each down.")
        ),
        InlinePanel("sources", heading=_("Sources"), label=_("source")),
        InlinePanel("statements", heading=_("Sources disagree"), label=_("statement")),
    ]
    content_panels = [*name_panels, *date_panels, *story_panels, *evidence_panels]
    search_fields = [
        *Page.search_fields,
        index.SearchField("alt_names", boost=4),
        index.SearchField("foreign_name", boost=3),
        index.SearchField("lede", boost=2),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        self.slug = self.shared_slug()

    def shared_slug(self) -> str:
        """The slug of the page in the source language: an address differs only by its language."""
        source = None
        if self.locale_id and self.locale.language_code != settings.LANGUAGE_CODE:
            source = self.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE)
        slug = source and source.values_list("slug", flat=True).first()
        return slug or self.slug

    @property
    def other_names(self) -> list[str]:
        """The other names, one a line in the form, as a list."""
        return [name.strip() for name in self.alt_names.splitlines() if name.strip()]
