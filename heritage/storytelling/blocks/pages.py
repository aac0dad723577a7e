from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StructBlock


class RelatedPagesBlock(StructBlock):
    """Doors to other stories."""

    title = CharBlock(label=_("Title"), required=False, max_length=120)
    pages = ListBlock(PageChooserBlock(), label=_("Pages"), min_num=1, max_num=6)

    class Meta:
        icon = "link"
        label = _("Related pages")
        template = "blocks/related_pages.html"
        description = _("Up to six other stories worth reading next")
        preview_value = {"title": "接着看"}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        pages = [page for page in value["pages"] if page and page.live]
        context["pages"] = [page.localized.specific for page in pages]
        return context
