from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    """What stands on the map."""

    name = "heritage.places"
    label = "places"
    verbose_name = _("What stands on the map")

    def ready(self):
        from heritage.editorial.teams.neighbourhoods import register_neighbourhood
        from heritage.plaques.printing.facts import register_plate_facts
        from heritage.storytelling.blocks import register_map_drawer

        from . import checks  # noqa: F401 - registers what is asked of a place
        from .models import NeighbourhoodPage
        from .plates import plate_facts
        from .standing import places_map

        register_neighbourhood(NeighbourhoodPage)
        register_map_drawer(places_map)
        register_plate_facts(plate_facts)
