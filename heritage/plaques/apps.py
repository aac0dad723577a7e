from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlaquesConfig(AppConfig):
    """The printed codes."""

    name = "heritage.plaques"
    label = "plaques"
    verbose_name = _("The printed codes")

    def ready(self):
        from . import receivers

        receivers.connect()
