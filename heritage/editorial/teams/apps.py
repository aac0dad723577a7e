from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TeamsConfig(AppConfig):
    """Teams of a neighbourhood and roles of the city."""

    name = "heritage.editorial.teams"
    label = "teams"
    verbose_name = _("Teams of a neighbourhood and roles of the city")

    def ready(self):
        from . import receivers, recording
        from .boundaries import teaching

        receivers.connect()
        recording.connect()
        teaching.put_up()
