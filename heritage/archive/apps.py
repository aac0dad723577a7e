from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArchiveConfig(AppConfig):
    """Pictures, recordings and documents."""

    name = "heritage.archive"
    label = "archive"
    verbose_name = _("Pictures, recordings and documents")

    def ready(self):
        from . import receivers  # noqa: F401 - connects the signals
