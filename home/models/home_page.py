from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from heritage.editorial.teams.boundaries.forms import BoundedPageForm
from heritage.storytelling.desk import Desk
from heritage.storytelling.editing.tabs import ADDRESS_PANELS


class HomePage(Page):
    """The front door of one language: a picture, two lines, the neighbourhoods, the trails."""

    slogan = models.CharField(
        _("slogan"),
        max_length=80,
        blank=True,
        help_text=_("Two short lines; a slash makes the break: 一条街/记得的事"),
    )
    lede = models.CharField(_("introduction"), max_length=255, blank=True)
    search_hint = models.CharField(_("hint in the search field"), max_length=80, blank=True)
    picture = models.ForeignKey(
        "archive.Picture",
        verbose_name=_("picture"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    about = RichTextField(_("about this site"), blank=True, features=["bold", "italic", "link"])

    base_form_class = BoundedPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("title"),
                    FieldPanel("slogan"),
                    FieldPanel("lede"),
                    FieldPanel("search_hint", help_text=_("e.g. 试试“骑楼”或“enninglu”")),
                    FieldPanel("picture"),
                    FieldPanel("about"),
                ],
                heading=_("Front page"),
            ),
            ObjectList(
                [*ADDRESS_PANELS, PublishingPanel(), CommentPanel()],
                heading=_("Address · schedule"),
            ),
        ]
    )
    search_fields = [*Page.search_fields, index.SearchField("lede"), index.SearchField("about")]
    page_description = _("The front door of one language.")
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["places.NeighbourhoodPage", "trails.TrailPage"]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def slogan_lines(self) -> list[str]:
        return [line.strip() for line in self.slogan.split("/") if line.strip()]

    def get_context(self, request, *args, **kwargs):
        # Imported late: the front reads every other room's pages, and models load before them.
        from ..front import Front

        desk = Desk(request)
        desk.expect_picture(self.picture_id)
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "front": Front(self, desk),
            "picture": desk.picture(self.picture_id),
            "page_language": self.locale.language_code,
        }
