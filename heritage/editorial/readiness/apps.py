from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReadinessConfig(AppConfig):
    """What a page still lacks."""

    name = "heritage.editorial.readiness"
    label = "readiness"
    verbose_name = _("What a page still lacks")

    def ready(self):
        from . import receivers

        receivers.connect()
