from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScansConfig(AppConfig):
    """Counts of scans: a part of the plaques room, with tables of its own."""

    name = "heritage.plaques.scans"
    label = "scans"
    verbose_name = _("Scans of plaques")
