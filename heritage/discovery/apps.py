from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DiscoveryConfig(AppConfig):
    """How visitors and machines find things."""

    name = "heritage.discovery"
    label = "discovery"
    verbose_name = _("How visitors and machines find things")
