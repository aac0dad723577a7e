from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from .choosers import PictureChooserBlock
from .cited import CitedBlock


class BeforeAfterBlock(CitedBlock):
    """The same spot twice, years apart."""

    before = PictureChooserBlock(label=_("Earlier picture"))
    before_date = CharBlock(label=_("Its date"), max_length=60)
    after = PictureChooserBlock(label=_("Later picture"))
    after_date = CharBlock(label=_("Its date"), max_length=60)
    caption = CharBlock(label=_("What changed"), required=False, max_length=255)

    class Meta:
        group = _("Pictures and sound")
        icon = "resubmit"
        label = _("Before and after")
        template = "blocks/before_after.html"
        description = _("Two pictures of one spot, side by side")
        preview_value = {"before_date": "1931年", "after_date": "2020年", "caption": "恩宁路"}
