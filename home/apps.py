from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front door: the only room that may see all others."""

    name = "home"
    verbose_name = _("Front door")

    def ready(self):
        from heritage.storytelling.asides import register_aside

        from . import receivers  # noqa: F401 - connects the signals
        from .here import plaque_codes

        register_aside(plaque_codes)
