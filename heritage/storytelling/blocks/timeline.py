from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock
from wagtail.blocks import TextBlock as PlainTextBlock

from .cited import CitedBlock


class TimelineEntryBlock(StructBlock):
    """One dated line of a timeline."""

    date = CharBlock(label=_("Date"), max_length=80, help_text=_("As the source words it"))
    text = PlainTextBlock(label=_("What happened"), rows=2)

    class Meta:
        icon = "date"
        label = _("Entry")
        template = "blocks/timeline_entry.html"
        description = _("One dated line")
        preview_value = {"date": "1931年", "text": "恩宁路开通。"}


class TimelineBlock(CitedBlock):
    """Dates in order."""

    entries = ListBlock(TimelineEntryBlock(), label=_("Entries"), min_num=1)

    class Meta:
        group = _("Text and figures")
        icon = "list-ol"
        label = _("Timeline")
        template = "blocks/timeline.html"
        description = _("What happened when, in order")
        preview_value = {
            "entries": [
                {"date": "1931年", "text": "恩宁路开通。"},
                {"date": "2016年", "text": "微改造开始。"},
            ],
            "cites": "1",
        }
