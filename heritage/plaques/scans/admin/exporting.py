"""The table of scans as a spreadsheet: visitors' scans, those by client and language, the rest."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..models import Client

CLIENTS = {f"scan_summary.by_client.{kind.value}": kind.label for kind in Client}
LANGUAGES = {f"scan_summary.by_language.{code}": name for code, name in settings.LANGUAGES}
HEADINGS = {
    "code": _("Code"),
    "label": _("Name"),
    "get_status_display": _("Status"),
    "target_title": _("Page"),
    "neighbourhood_title": _("Neighbourhood"),
    "first_day": _("From"),
    "last_day": _("To"),
    "scan_summary.total": _("Visitors' scans"),
    **CLIENTS,
    **LANGUAGES,
}
COLUMNS = list(HEADINGS)
