from datetime import date

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from ..bars import bars_svg
from ..reading import USUAL_DAYS, days_until, summaries, today


class ScansColumn(Column):
    """Visitors' scans of a plaque as a number and as bars; one query for all rows of the table."""

    cell_template_name = "scans/admin/bars_cell.html"

    def __init__(self, days: list[date] | None = None, *, label: str = "", **kwargs):
        super().__init__("scanned", label=label or _("Last 28 days"), accessor="pk", **kwargs)
        self.days = days

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        table = parent_context["table"]
        if not hasattr(table, "scan_summaries"):
            days = self.days or days_until(today(), USUAL_DAYS)
            table.scan_summaries = summaries([plaque.pk for plaque in table.data], days)
        found = table.scan_summaries[instance.pk]
        return context | {"total": found.total, "bars": bars_svg(found.days)}
