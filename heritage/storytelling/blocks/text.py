from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock

from .cited import CitedBlock

FEATURES = ["bold", "italic", "link", "ol", "ul", "superscript"]


class TextBlock(CitedBlock):
    """One or more paragraphs."""

    text = RichTextBlock(label=_("Text"), features=FEATURES)

    class Meta:
        group = _("Text and figures")
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"
        description = _("Paragraphs of the story, with the sources that back them")
        preview_value = {
            "text": "<p>恩宁路一九三一年开通，全长七百五十米。路名取自恩洲、宁溪两村。</p>",
            "cites": "1",
        }
