import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, MultipleUserFilter
from wagtail.admin.views.reports.audit_logging import SiteHistoryReportFilterSet
from wagtail.log_actions import registry
from wagtail.models import Page, PageLogEntry

from heritage.editorial.teams.neighbourhoods import neighbourhoods

from .actions import DRAFTS, KINDS, is_of


class AuditFilterSet(SiteHistoryReportFilterSet):
    """By kind of action, person, page, neighbourhood and days."""

    is_commenting_action = None
    object_type = None
    kind = django_filters.MultipleChoiceFilter(
        choices=[(key, name) for key, (name, _beginnings) in KINDS.items()],
        label=_("What"),
        method="of_kinds",
        widget=forms.CheckboxSelectMultiple,
    )
    user = MultipleUserFilter(label=_("Who"), widget=forms.CheckboxSelectMultiple)
    neighbourhood = django_filters.ModelChoiceFilter(
        queryset=lambda request: neighbourhoods(),
        label=_("Neighbourhood"),
        method="in_neighbourhood",
    )
    label = django_filters.CharFilter(label=_("Page or person"), lookup_expr="icontains")
    timestamp = django_filters.DateFromToRangeFilter(label=_("Days"), widget=DateRangePickerWidget)
    action = django_filters.MultipleChoiceFilter(
        label=_("Exactly which action"), widget=forms.CheckboxSelectMultiple
    )
    field_order = ("kind", "user", "neighbourhood", "label", "timestamp", "action")

    def get_action_choices(self):
        used = set().union(*(entries.get_actions() for entries in _all_entries()))
        return [choice for choice in registry.get_choices() if choice[0] in used]

    def get_users_queryset(self):
        people = get_user_model().objects
        ids = set().union(*(entries.get_user_ids() for entries in _all_entries()))
        return people.filter(pk__in=ids - {None}).order_by(get_user_model().USERNAME_FIELD)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        queryset = super().filter_queryset(queryset)
        said = self.form.cleaned_data
        if said.get("kind") or said.get("action"):
            return queryset
        return queryset.exclude(is_of(DRAFTS))

    def of_kinds(self, queryset, _name, kinds):
        condition = Q()
        for kind in kinds:
            condition |= is_of(kind)
        return queryset.filter(condition)

    def in_neighbourhood(self, queryset, _name, place):
        """Also what has been deleted there, which only its entries know of."""
        noted = Q(data__neighbourhood__key=str(place.translation_key))
        if queryset.model is not PageLogEntry:
            return queryset.filter(noted)
        below = Q()
        for page in Page.objects.filter(translation_key=place.translation_key):
            below |= Q(path__startswith=page.path)
        pages = Page.objects.filter(below).values("pk")
        once = PageLogEntry.objects.filter(noted).order_by().values("page_id")
        return queryset.filter(Q(page_id__in=pages) | Q(page_id__in=once))


def _all_entries() -> list[QuerySet]:
    return [model.objects.all() for model in registry.get_log_entry_models()]
