from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from .picture import PictureBlock


class GalleryBlock(StructBlock):
    """Several pictures to be seen together."""

    title = CharBlock(label=_("Title"), required=False, max_length=120)
    pictures = ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=24)

    class Meta:
        group = _("Pictures and sound")
        icon = "image"
        label = _("Gallery")
        template = "blocks/gallery.html"
        description = _("Two to twenty-four pictures, swiped sideways on a phone")
        preview_value = {"title": "一条街的门面"}
