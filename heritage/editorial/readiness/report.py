"""The report “Readiness”: every page somebody may see, the least ready first."""

import django_filters
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.ui.tables.pages import PageStatusColumn
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Locale, Page, get_page_content_types
from wagtail.permissions import page_permission_policy

from ..teams.neighbourhoods import neighbourhoods
from .columns import MissingColumn, ReadinessColumn, named
from .models import PageReadiness
from .registry import all_checks

# A cell that begins so is a formula to a spreadsheet.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def pages_in_sight(user) -> QuerySet[Page]:
    """Pages of which something is asked and that somebody may see in the explorer."""
    seen = page_permission_policy.explorable_instances(user).values("pk")
    asked = PageReadiness.objects.asked().values("pk")
    return Page.objects.filter(pk__in=seen).filter(pk__in=asked)


def _checks() -> list[tuple[str, str]]:
    return [(check.code, check.label) for check in all_checks()]


class ReadinessFilterSet(WagtailFilterSet):
    """Where, what kind, and what is missing."""

    neighbourhood = django_filters.ModelChoiceFilter(
        queryset=lambda request: neighbourhoods().filter(
            pk__in=page_permission_policy.explorable_instances(request.user).values("pk")
        ),
        label=_("Neighbourhood"),
        method="in_neighbourhood",
    )
    content_type = django_filters.ModelChoiceFilter(
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
        label=_("Kind"),
    )
    missing = django_filters.ChoiceFilter(
        choices=_checks, label=_("What is missing"), method="lacking"
    )
    locale = django_filters.ModelChoiceFilter(
        queryset=lambda request: Locale.objects.all(), label=_("Language")
    )

    class Meta:
        model = Page
        fields = ["neighbourhood", "content_type", "missing", "locale", "live"]

    def in_neighbourhood(self, queryset, _name, page):
        """In every language: translations stand under the neighbourhood’s own."""
        return _below(queryset, page.get_translations(inclusive=True))

    def lacking(self, queryset, _name, code):
        return queryset.filter(pk__in=PageReadiness.objects.lacking(code).values("pk"))


def _below(queryset: QuerySet[Page], places) -> QuerySet[Page]:
    found = queryset.none()
    for place in places:
        found |= queryset.descendant_of(place, inclusive=True)
    return found


class ReadinessReport(PageReportView):
    """What stands between the city's pages and their readers."""

    page_title = _("Readiness")
    header_icon = "tasks"
    index_url_name, index_results_url_name = "readiness:report", "readiness:report_results"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    filterset_class = ReadinessFilterSet
    any_permission_required = ["add", "change", "publish", "lock", "unlock"]
    model = Page
    default_ordering = None
    export_filename = "readiness"
    list_export = ["title", "kind", "status_string", "done", "total", "missing", "wished"]
    export_headings = {
        "title": _("Title"),
        "kind": _("Kind"),
        "status_string": _("Status"),
        "done": _("There"),
        "total": _("Asked"),
        "missing": _("Needed before review"),
        "wished": _("Would be good"),
    }

    @cached_property
    def columns(self):
        return [
            TitleColumn("title", label=_("Title"), get_url=_edit_url),
            Column("kind", label=_("Kind"), accessor="page_type_display_name", width="11%"),
            PageStatusColumn("status", label=_("Status"), width="10%"),
            ReadinessColumn(),
            MissingColumn(),
        ]

    def get_queryset(self):
        pages = pages_in_sight(self.request.user).select_related("content_type", "readiness")
        self.queryset = pages.prefetch_workflow_states().annotate_approved_schedule()
        return super().get_queryset()

    def order_queryset(self, queryset):
        wishes = F("readiness__advised_total") - F("readiness__advised_done")
        return queryset.annotate(wishes=wishes).order_by("-readiness__lacking", "-wishes", "path")

    def decorate_paginated_queryset(self, object_list):
        """For a spreadsheet: what is missing, by name."""
        if not self.is_export:
            return object_list
        pages = list(object_list)
        for page in pages:
            row = page.readiness
            page.kind = str(page.page_type_display_name)
            page.done, page.total = row.done, row.total
            page.missing = "; ".join(named(row.missing_codes))
            page.wished = "; ".join(named(row.wished_codes))
        return pages

    def preprocess_field_value(self, field, value, export_format):
        value = super().preprocess_field_value(field, value, export_format)
        if isinstance(value, str) and value.startswith(STARTS_A_FORMULA):
            return f"'{value}"
        return value


def _edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
