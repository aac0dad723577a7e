from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    """How a page leaves the house."""

    name = "heritage.delivery"
    label = "delivery"
    verbose_name = _("How a page leaves the house")

    def ready(self):
        from . import freshness

        freshness.listen()
        freshness.listen_for_migrations(self)
