from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock

from .choosers import PictureChooserBlock
from .cites import CitesBlock


class PictureBlock(StructBlock):
    """One picture with its caption; credit and kind come from the archive."""

    picture = PictureChooserBlock(label=_("Picture"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=255)
    cites = CitesBlock()

    class Meta:
        group = _("Pictures and sound")
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"
        description = _("One picture across the column, with caption and credit")
        preview_value = {"caption": "恩宁路骑楼街"}
