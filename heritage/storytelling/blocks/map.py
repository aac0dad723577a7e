from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StructBlock

_drawers: list[Callable] = []


def register_map_drawer(drawer: Callable) -> None:
    """Let the room that knows coordinates draw a MapBlock: `drawer(pages) -> sketch map | None`."""
    _drawers[:] = [drawer]


class MapBlock(StructBlock):
    """Places of this story on the project's own sketch map."""

    caption = CharBlock(label=_("Caption"), required=False, max_length=255)
    places = ListBlock(PageChooserBlock(), label=_("Places"), min_num=1, max_num=12)

    class Meta:
        icon = "site"
        label = _("Map")
        template = "blocks/map.html"
        description = _("Up to twelve places on a sketch map")
        preview_value = {"caption": "恩宁路一带"}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        pages = [page.localized.specific for page in value["places"] if page and page.live]
        context["pages"] = pages
        context["sketch"] = _drawers[0](pages) if _drawers else None
        return context
