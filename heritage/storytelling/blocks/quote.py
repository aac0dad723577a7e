from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, TextBlock

from .cited import CitedBlock


class QuoteBlock(CitedBlock):
    """Somebody's own words, with their name."""

    quote = TextBlock(label=_("Words"), rows=3)
    speaker = CharBlock(label=_("Who said or wrote it"), max_length=120)
    about = CharBlock(
        label=_("Who that is"),
        required=False,
        max_length=160,
        help_text=_("e.g. 恩宁路老街坊，1938年生"),
    )

    class Meta:
        group = _("Text and figures")
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"
        description = _("A sentence worth hearing, with the one who said it")
        preview_value = {"quote": "（示例）下雨天走骑楼底，鞋都不湿。", "speaker": "示例街坊"}
