from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    """What stands on the map."""

    name = "heritage.places"
    label = "places"
    verbose_name = _("What stands on the map")
