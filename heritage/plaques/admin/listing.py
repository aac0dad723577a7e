import django_filters
from django import forms
from django.conf import settings
from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from ..codes import normalise
from ..models import Condition, Plaque
from ..registries import Pin, map_of
from ..scans.admin.columns import ScansColumn
from .exporting import FormulaSafe
from .permissions import (
    neighbourhoods_in_sight,
    plaques_in_hand,
    plaques_in_sight,
    policy,
)

MOST_PINS = 500


class PlaqueFilterSet(WagtailFilterSet):
    """Narrow the register down: by what a plaque is, where it stands, whether it has a page."""

    status = django_filters.MultipleChoiceFilter(
        choices=Plaque.Status.choices, label=_("Status"), widget=forms.CheckboxSelectMultiple
    )
    neighbourhood = django_filters.ModelChoiceFilter(
        queryset=lambda request: neighbourhoods_in_sight(request.user),
        label=_("Neighbourhood"),
        method="in_neighbourhood",
    )
    page = django_filters.ChoiceFilter(
        choices=[("yes", _("has a page")), ("no", _("waiting for its story"))],
        label=_("Page"),
        method="with_page",
        widget=forms.RadioSelect,
        empty_label=_("all"),
    )

    kind = django_filters.ChoiceFilter(
        choices=Plaque.Kind.choices, label=_("Kind"), widget=forms.RadioSelect, empty_label=_("all")
    )
    condition = django_filters.MultipleChoiceFilter(
        choices=Condition.choices,
        label=_("Found on the last round"),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Plaque
        fields = ["status"]

    def in_neighbourhood(self, queryset, _name, page):
        return queryset.filter(neighbourhood_key=page.translation_key)

    def with_page(self, queryset, _name, value):
        return queryset.bound() if value == "yes" else queryset.unbound()


class TargetColumn(Column):
    """The page a plaque points at, as a link to its editor; in words where there is none."""

    cell_template_name = "plaques/admin/target_cell.html"


class PlaqueIndexView(FormulaSafe, generic.IndexView):
    """The register. Page titles come with the rows: one query however many plaques."""

    @cached_property
    def header_more_buttons(self):
        return [*super().header_more_buttons, *register_buttons(self.request.user)]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if getattr(self, "results_only", False) or self.is_export:
            return context
        hung = self.object_list.filter(lat__isnull=False).order_by("code")[:MOST_PINS]
        return {
            **context,
            "map": drawn(hung),
            "whole": standing_of_all(plaques_in_sight(self.request.user)),
        }

    def get_base_queryset(self):
        theirs = plaques_in_sight(self.request.user).order_by().values("pk")
        return with_titles(super().get_base_queryset().filter(pk__in=theirs))

    def get_edit_url(self, instance):
        return None if instance.pk not in self.in_hand else super().get_edit_url(instance)

    @cached_property
    def in_hand(self) -> set[int]:
        """Those that they may change, of all: one query for the whole list."""
        return set(plaques_in_hand(self.request.user).order_by().values_list("pk", flat=True))

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        words = self.search_query
        found = Q(label__icontains=words) | Q(note__icontains=words)
        code = normalise(words)
        return queryset.filter(found | Q(code__contains=code) if code else found)


def standing_of_all(plaques) -> list[tuple[str, int, str, bool]]:
    """How many are in which state, and how found: words, number, query, whether it wants a hand."""
    statuses = _counted(plaques, "status", Plaque.Status.choices)
    found = _counted(plaques.in_service(), "condition", Condition.choices)
    wants = [one for one in found if one[2].removeprefix("condition=") != Condition.SOUND]
    return [(*one, False) for one in statuses] + [(*one, True) for one in wants]


def _counted(plaques, field: str, choices) -> list[tuple[str, int, str]]:
    rows = plaques.order_by().values_list(field).annotate(many=Count("pk"))
    many = dict(rows)
    return [(name, many[value], f"{field}={value}") for value, name in choices if value in many]


def drawn(plaques) -> str:
    """A sketch of those of a list that hang somewhere; each leads to its sheet."""
    needy = {Plaque.Status.ATTENTION}
    pins = [
        Pin(
            plaque.position,
            plaque.label or plaque.code,
            reverse("plaques:inspect", args=[plaque.pk]),
            plaque.status in needy,
        )
        for plaque in plaques
        if plaque.position and plaque.status != Plaque.Status.RETIRED
    ]
    return map_of(pins, _("Plaques on the wall"))


def register_buttons(user) -> list[Button]:
    """What is done to many plaques at once."""
    jobs = [
        ("add", "mint", _("Mint ahead"), "plus"),
        ("change", "print", _("Print"), "download"),
        ("change", "printed", _("Mark as printed"), "check"),
        ("change", "round", _("Inspection round"), "tasks"),
        ("view", "scans", _("Scans"), "history"),
    ]
    return [
        Button(label, url=reverse(f"plaques:{name}"), icon_name=icon, priority=30)
        for permission, name, label, icon in jobs
        if policy.user_has_permission(user, permission)
    ]


def with_titles(queryset):
    """Add target_id, target_title, target_live and neighbourhood_title, in the source language."""

    def of(key: str, column: str) -> Subquery:
        pages = Page.objects.filter(
            translation_key=OuterRef(key), locale__language_code=settings.LANGUAGE_CODE
        )
        return Subquery(pages.order_by().values(column)[:1])

    return queryset.annotate(
        target_id=of("target_key", "pk"),
        target_title=of("target_key", "title"),
        target_live=of("target_key", "live"),
        neighbourhood_title=of("neighbourhood_key", "title"),
    )


COLUMNS = [
    "code",
    Column("label", label=_("Name"), sort_key="label"),
    StatusTagColumn(
        "get_status_display",
        label=_("Status"),
        sort_key="status",
        primary=lambda plaque: plaque.status == Plaque.Status.FIXED,
    ),
    Column("get_condition_display", label=_("Condition"), sort_key="condition"),
    TargetColumn("target_title", label=_("Page")),
    Column("neighbourhood_title", label=_("Neighbourhood"), sort_key="neighbourhood_title"),
    ScansColumn(),
    DateColumn("updated_at", label=_("Changed"), sort_key="updated_at"),
]
