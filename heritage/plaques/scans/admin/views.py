import codecs
from dataclasses import replace

import django_filters
from django import forms
from django.conf import settings
from django.db.models import IntegerField, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from heritage.plaques.admin.exporting import FormulaSafe
from heritage.plaques.admin.listing import TargetColumn, with_titles
from heritage.plaques.admin.permissions import (
    ANY,
    neighbourhoods_in_sight,
    plaques_in_sight,
    policy,
)
from heritage.plaques.models import Plaque

from .. import reading
from ..bars import bars_svg
from ..folding import fold_quietly
from ..models import Client, ScanCount
from ..silence import silent_plaques
from . import exporting
from .columns import ScansColumn

SPANS = (7, reading.USUAL_DAYS, 90)


class ScansFilterSet(WagtailFilterSet):
    """Which plaques, and over how many days."""

    days = django_filters.ChoiceFilter(
        choices=[(7, _("7 days")), (28, _("28 days")), (90, _("90 days"))],
        label=_("Days"),
        method="over_days",
        widget=forms.RadioSelect,
        empty_label=None,
    )
    neighbourhood = django_filters.ModelChoiceFilter(
        queryset=lambda request: neighbourhoods_in_sight(request.user),
        label=_("Neighbourhood"),
        method="in_neighbourhood",
    )
    status = django_filters.MultipleChoiceFilter(
        choices=Plaque.Status.choices, label=_("Status"), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Plaque
        fields = ["status"]

    def over_days(self, queryset, _name, _value):
        """The view reads it: the same plaques are shown, over another span."""
        return queryset

    def in_neighbourhood(self, queryset, _name, page):
        return queryset.filter(neighbourhood_key=page.translation_key)


class ScansView(FormulaSafe, ReportView):
    """How often plaques are scanned: the whole, each one, the silent ones, the unknown codes."""

    page_title = _("Scans of plaques")
    header_icon = "plaque"
    index_url_name, index_results_url_name = "plaques:scans", "plaques:scans_results"
    template_name = "scans/admin/index.html"
    results_template_name = "scans/admin/results.html"
    filterset_class = ScansFilterSet
    permission_policy = policy
    any_permission_required = ANY
    model = Plaque
    default_ordering = "-scanned"
    list_export = exporting.COLUMNS
    export_headings = exporting.HEADINGS
    export_filename = "plaque-scans"

    def get(self, request, *args, **kwargs):
        fold_quietly()
        return super().get(request, *args, **kwargs)

    @cached_property
    def days(self) -> list:
        asked = self.request.GET.get("days", "")
        number = int(asked) if asked in map(str, SPANS) else reading.USUAL_DAYS
        return reading.days_until(reading.today(), number)

    @cached_property
    def columns(self):
        return [
            TitleColumn("code", label=_("Code"), get_url=_sheet, sort_key="code"),
            Column("label", label=_("Name"), sort_key="label"),
            TargetColumn("target_title", label=_("Page")),
            Column("neighbourhood_title", label=_("Neighbourhood"), sort_key="neighbourhood_title"),
            Column("get_status_display", label=_("Status"), sort_key="status"),
            ScansColumn(self.days, label=_("Visitors' scans"), sort_key="scanned"),
        ]

    def get_base_queryset(self):
        scans = ScanCount.objects.by_visitors().between(self.days[0], self.days[-1])
        mine = scans.filter(plaque=OuterRef("pk")).order_by().values("plaque")
        count = Subquery(mine.annotate(total=Sum("count")).values("total"))
        return with_titles(plaques_in_sight(self.request.user)).annotate(
            scanned=Coalesce(count, 0, output_field=IntegerField())
        )

    def decorate_paginated_queryset(self, object_list):
        """For a spreadsheet: the counts of each plaque by client and language."""
        plaques = list(object_list)
        if not self.is_export:
            return plaques
        found = reading.summaries([plaque.pk for plaque in plaques], self.days)
        for plaque in plaques:
            plaque.scan_summary = found[plaque.pk]
            plaque.first_day, plaque.last_day = self.days[0], self.days[-1]
        return plaques

    def write_csv_response(self, queryset):
        """Whole, while the language of whoever asks is on; marked as UTF-8 for Excel."""
        content = codecs.BOM_UTF8 + b"".join(self.stream_csv(queryset))
        name = content_disposition_header(True, f"{self.get_filename()}.csv")
        headers = {"Content-Disposition": name}
        return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context if self.is_export else context | self.overview()

    @cached_property
    def in_sight(self) -> set[int]:
        return set(plaques_in_sight(self.request.user).order_by().values_list("pk", flat=True))

    def unknown(self) -> list[reading.Unknown]:
        """Codes that no plaque has; of those that may have been meant, the ones in sight."""
        return [
            replace(one, meant=[plaque for plaque in one.meant if plaque.pk in self.in_sight])
            for one in reading.unknown_codes(self.days)
        ]

    def overview(self) -> dict:
        """What stands above the table; of the plaques that the filters leave."""
        scans = ScanCount.objects.filter(plaque__in=self.object_list.order_by().values("pk"))
        whole = reading.summary(scans, self.days)
        return {
            "whole": whole,
            "bars": bars_svg(whole.days),
            "number_of_days": len(self.days),
            "clients": [(kind.label, whole.by_client[kind]) for kind in Client],
            "languages": [(name, whole.by_language[code]) for code, name in settings.LANGUAGES],
            "places": [
                (_("Pages"), reading.most_scanned(scans, self.days, "target_key")),
                (_("Neighbourhoods"), reading.most_scanned(scans, self.days, "neighbourhood_key")),
            ],
            "silent": [
                one for one in silent_plaques(reading.today()) if one[0].pk in self.in_sight
            ],
            "unknown": self.unknown(),
        }


def _sheet(plaque: Plaque) -> str:
    return reverse("plaques:inspect", args=[plaque.pk])
