"""The tabs of every story's form: the story, its facts, its sources, its address."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
)

from heritage.editorial.readiness.panels import ReadinessTabs

ADDRESS_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel(
                "slug",
                heading=_("Last part of the address"),
                help_text=_(
                    "Leave empty: it is made from the name (恩宁路 → enninglu). A printed plaque "
                    "finds the page even if this changes."
                ),
            ),
            FieldPanel(
                "seo_title",
                heading=_("Title in search engines"),
                help_text=_("Empty: the name of the page."),
            ),
            FieldPanel(
                "search_description",
                heading=_("Description in search engines and WeChat cards"),
                help_text=_("Empty: the line under the name."),
            ),
        ],
        heading=_("Address and sharing"),
        icon="link",
    ),
]


def story_tabs(
    *, story: Sequence[Panel], facts: Sequence[Panel], sources: Sequence[Panel]
) -> ReadinessTabs:
    """Lay a page type's panels out in the four tabs that all stories share."""
    return ReadinessTabs(
        [
            ObjectList(story, heading=_("Story")),
            ObjectList([HelpPanel(FACTS_HELP), *facts], heading=_("Facts")),
            ObjectList(sources, heading=_("Sources")),
            ObjectList(
                [*ADDRESS_PANELS, PublishingPanel(), CommentPanel()],
                heading=_("Address · schedule"),
            ),
        ]
    )


FACTS_HELP = _(
    "Everything here may stay empty. Write only what a source says; what is uncertain is better "
    "marked than guessed."
)
