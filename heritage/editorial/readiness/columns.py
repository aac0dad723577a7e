"""The meter of a page in lists: one query for all their rows."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from .keeping import readiness_fill
from .models import PageReadiness
from .registry import all_checks


class ReadinessColumn(Column):
    """How much of what is asked of a page is there; where something required is missing, what."""

    cell_template_name = "readiness/cell.html"

    def __init__(self, name: str = "readiness", **kwargs):
        kwargs.setdefault("label", _("Readiness"))
        super().__init__(name, accessor="pk", **kwargs)

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        table = parent_context["table"]
        if not hasattr(table, "readiness_rows"):
            pages = [page.pk for page in table.data]
            table.readiness_rows = _rows_of(pages)
        row = table.readiness_rows.get(instance.pk)
        return context | {"row": row, "missing": named(row.missing_codes) if row else []}


class MissingColumn(ReadinessColumn):
    """Everything that is missing, by name; each a link to the form where it is mended."""

    cell_template_name = "readiness/missing_cell.html"

    def __init__(self, name: str = "missing", **kwargs):
        super().__init__(name, label=_("What is missing"), **kwargs)

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        row = context["row"]
        return context | {"wished": named(row.wished_codes) if row else []}


def _rows_of(pages: list[int]) -> dict[int, PageReadiness]:
    """What is kept of the pages of which anything is asked; one query where all were asked."""
    rows = PageReadiness.objects.in_bulk(pages)
    if len(rows) < len(pages) and readiness_fill(pages=set(pages) - rows.keys()):
        rows = PageReadiness.objects.in_bulk(pages)
    return {page: row for page, row in rows.items() if row.required_total}


def named(codes: list[str]) -> list[str]:
    """The labels of checks by their codes; a check that is gone is passed over."""
    labels = {check.code: str(check.label) for check in all_checks()}
    return [labels[code] for code in codes if code in labels]
