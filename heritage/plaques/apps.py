from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlaquesConfig(AppConfig):
    """The printed codes."""

    name = "heritage.plaques"
    label = "plaques"
    verbose_name = _("The printed codes")

    def ready(self):
        from heritage.editorial.teams.grants import WRITERS, register_list

        from . import checks, receivers  # noqa: F401 - registers what is asked of a page

        receivers.connect()
        register_list("plaques.plaque", kept_by=WRITERS)
