"""What every story asks of its editor, in the order in which a reader meets it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel

from .notices import LanguageNotice

NAME_PANELS = [
    LanguageNotice(),
    FieldPanel(
        "title",
        heading=_("Name"),
        help_text=_("As people say it: 詹天佑故居, not the full official name."),
    ),
    FieldPanel("lede", help_text=_("One line: 修铁路的人，小时候就在这条巷里读书。")),
    FieldPanel(
        "picture",
        help_text=_("The first thing a visitor sees. Without one the page shows a plain pattern."),
    ),
    MultiFieldPanel(
        [FieldPanel("foreign_name"), FieldPanel("short_name"), FieldPanel("alt_names")],
        heading=_("Other names"),
        classname="collapsed",
    ),
]
DATE_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("date"),
            FieldPanel(
                "date_edtf",
                heading=_("Correction (EDTF)"),
                help_text=_("Only where the words above are misread. E.g. 1888~"),
            ),
        ],
        heading=_("Date"),
        icon="date",
    )
]
STORY_PANELS = [
    InlinePanel(
        "recordings",
        heading=_("To listen to"),
        label=_("recording"),
        max_num=6,
        classname="collapsed",
        help_text=_("A neighbour's voice, a guide. The first one stands at the top of the page."),
    ),
    FieldPanel(
        "body",
        icon="pilcrow",
        help_text=_("Begin with what one sees standing there, then tell what happened."),
    ),
]
EVIDENCE_PANELS = [
    HelpPanel(
        _(
            "Readers see these numbered in this order; a paragraph names them by number: 1, 3. "
            "A book, a register, a neighbour who remembers: each is a source."
        )
    ),
    InlinePanel("sources", heading=_("Sources"), label=_("source"), icon="openquote"),
    FieldPanel("checked_on", icon="check"),
    InlinePanel(
        "statements",
        heading=_("Sources disagree"),
        label=_("statement"),
        classname="collapsed",
        help_text=_(
            "Where two sources say different things (built in 1888 or 1890), write each down "
            "and mark the one this page follows."
        ),
    ),
]
