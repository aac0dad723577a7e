from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock


class HeadingBlock(CharBlock):
    """A heading inside the story."""

    class Meta:
        group = _("Text and figures")
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
        description = _("Divides a long story; also listed in its contents")
        preview_value = "一座楼的三次搬家"
