from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrailsConfig(AppConfig):
    """Walks through places in order."""

    name = "heritage.trails"
    label = "trails"
    verbose_name = _("Walks through places in order")

    def ready(self):
        from heritage.storytelling.asides import register_aside

        from . import checks  # noqa: F401 - registers what is asked of a walk
        from .through import trails_through

        register_aside(trails_through)
