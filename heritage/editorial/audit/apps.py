from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """Who published what: on Wagtail's own log of actions, with no table of its own."""

    name = "heritage.editorial.audit"
    label = "audit"
    verbose_name = _("Audit log")

    def ready(self):
        from . import receivers  # noqa: F401 - connects the signals
