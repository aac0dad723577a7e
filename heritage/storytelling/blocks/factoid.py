from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from .cited import CitedBlock


class FactoidBlock(CitedBlock):
    """One figure that stays in the mind."""

    figure = CharBlock(label=_("Figure"), max_length=24, help_text=_("e.g. 750 米"))
    words = CharBlock(label=_("What it counts"), max_length=160)

    class Meta:
        group = _("Text and figures")
        icon = "pick"
        label = _("Factoid")
        template = "blocks/factoid.html"
        description = _("A number set large, with one line that explains it")
        preview_value = {"figure": "750 米", "words": "恩宁路的长度", "cites": "1"}
