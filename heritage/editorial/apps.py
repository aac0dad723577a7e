from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """Who may do what."""

    name = "heritage.editorial"
    label = "editorial"
    verbose_name = _("Who may do what")
