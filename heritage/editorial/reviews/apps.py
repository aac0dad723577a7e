from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewsConfig(AppConfig):
    """Three reviews."""

    name = "heritage.editorial.reviews"
    label = "reviews"
    verbose_name = _("Three reviews")

    def ready(self):
        from . import receivers

        receivers.connect()
