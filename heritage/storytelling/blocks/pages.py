from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from .choosers import StoryChooserBlock, chosen_cards


class RelatedPagesBlock(StructBlock):
    """Doors to other stories."""

    title = CharBlock(label=_("Title"), required=False, max_length=120)
    pages = ListBlock(StoryChooserBlock(), label=_("Pages"), min_num=1, max_num=6)

    class Meta:
        group = _("Doors to elsewhere")
        icon = "link"
        label = _("Related pages")
        template = "blocks/related_pages.html"
        description = _("Up to six other stories worth reading next")
        preview_value = {"title": "接着看", "pages": []}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["cards"] = chosen_cards(value["pages"], (parent_context or {}).get("desk"))
        return context
