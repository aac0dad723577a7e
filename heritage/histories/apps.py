from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HistoriesConfig(AppConfig):
    """What people remember."""

    name = "heritage.histories"
    label = "histories"
    verbose_name = _("What people remember")
