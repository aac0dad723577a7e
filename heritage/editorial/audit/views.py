from itertools import islice

from django.core.exceptions import PermissionDenied
from django.db.models import IntegerField, Value
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.log_actions import registry

from .asking import may_audit
from .filters import AuditFilterSet
from .reading import add_addresses, make_readable

AT_A_TIME = 500
# A cell that begins so is a formula to a spreadsheet.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class AuditLogView(LogEntriesView):
    """Who published what, when, on whose authority and why: Wagtail's site history, all of it.

    Wagtail shows each person what they may see in the tree; auditors read everything, and what
    was deleted. There is no view that changes or deletes an entry.
    """

    page_title = _("Audit log")
    header_icon = "history"
    template_name = "audit/index.html"
    results_template_name = "audit/results.html"
    filterset_class = AuditFilterSet
    index_url_name, index_results_url_name = "audit:log", "audit:log_results"
    export_headings = {
        "timestamp": _("When"),
        "who": _("Who"),
        "authority": _("On the authority of"),
        "what": _("What"),
        "label": _("Page or person"),
        "place": _("Neighbourhood"),
        "why": _("Reason"),
        "object_id": _("Number"),
    }
    list_export = list(export_headings)

    def dispatch(self, request, *args, **kwargs):
        if not may_audit(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filtered_queryset(self):
        self.log_models = sorted(registry.get_log_entry_models(), key=lambda m: m._meta.label)
        parts = [
            self.filter_queryset(
                model.objects.order_by()
                .values("pk", "timestamp")
                .annotate(log_model_index=Value(index, output_field=IntegerField()))
            )
            for index, model in enumerate(self.log_models)
        ]
        return parts[0].union(*parts[1:], all=True).order_by("-timestamp", "-pk")

    def decorate_paginated_queryset(self, queryset):
        """The entries themselves, some hundred at a time: an export of years asks in pieces."""
        rows, read = iter(list(queryset)), []
        while piece := list(islice(rows, AT_A_TIME)):
            entries = self._entries_of(piece)
            make_readable(entries)
            read += entries
        if not self.is_export:
            add_addresses(read, self.request.user)
        return read

    def _entries_of(self, rows: list[dict]) -> list:
        found = {}
        for index, model in enumerate(self.log_models):
            keys = [row["pk"] for row in rows if row["log_model_index"] == index]
            found |= {(index, pk): entry for pk, entry in model.objects.in_bulk(keys).items()}
        return [found[row["log_model_index"], row["pk"]] for row in rows]

    def preprocess_field_value(self, field, value, export_format):
        value = super().preprocess_field_value(field, value, export_format)
        if isinstance(value, str) and value.startswith(STARTS_A_FORMULA):
            return f"'{value}"
        return value
