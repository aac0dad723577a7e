from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReadinessConfig(AppConfig):
    """What a page still lacks."""

    name = "heritage.editorial.readiness"
    label = "readiness"
    verbose_name = _("What a page still lacks")

    def ready(self):
        from ..teams.grants import READERS, register_list
        from ..teams.roles import CityRole, TeamRole
        from . import door, receivers
        from .words import checks  # noqa: F401 - registers what is asked of words

        register_list(
            "readiness.watchedword",
            kept_by=(CityRole.REVIEWER, CityRole.OPERATOR),
            read_by=(*TeamRole, *READERS),
        )
        door.connect()
        receivers.connect()
