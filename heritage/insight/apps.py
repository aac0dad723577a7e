from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InsightConfig(AppConfig):
    """Counts and overviews."""

    name = "heritage.insight"
    label = "insight"
    verbose_name = _("Counts and overviews")
