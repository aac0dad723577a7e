from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front door: the only room that may see all others."""

    name = "home"
    verbose_name = _("Front door")

    def ready(self):
        from heritage.plaques.registries import (
            register_designation_facts,
            register_map,
            register_nearby,
            register_parts,
        )
        from heritage.storytelling.asides import register_aside

        from . import receivers, wall  # noqa: F401 - connects the signals
        from .here import plaque_codes

        register_aside(plaque_codes)
        register_parts(wall.parts_of)
        register_designation_facts(wall.designation_facts)
        register_nearby(wall.nearby_pages)
        register_map(wall.drawn)
