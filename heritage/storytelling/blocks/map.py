from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from .choosers import StoryChooserBlock, chosen_cards

_drawers: list[Callable] = []


def register_map_drawer(drawer: Callable) -> None:
    """Let the room that knows coordinates draw a MapBlock: `drawer(cards) -> sketch map | None`."""
    _drawers[:] = [drawer]


class MapBlock(StructBlock):
    """Places of this story on the project's own sketch map."""

    caption = CharBlock(label=_("Caption"), required=False, max_length=255)
    places = ListBlock(StoryChooserBlock(), label=_("Places"), min_num=1, max_num=12)

    class Meta:
        group = _("Doors to elsewhere")
        icon = "site"
        label = _("Map")
        template = "blocks/map.html"
        description = _("Up to twelve places on a sketch map")
        preview_value = {"caption": "恩宁路一带", "places": []}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        cards = chosen_cards(value["places"], (parent_context or {}).get("desk"))
        context["cards"] = cards
        context["sketch"] = _drawers[0](cards) if _drawers else None
        return context
