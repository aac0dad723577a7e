"""The list of people: who is here, in which roles, and how they are doing."""

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from ..asking import people_with
from ..neighbourhoods import without_team
from ..posts import WITH_POSTS, posts_of
from ..roles import CityRole, OpenRole, TeamRole, role_called
from . import access

INVITED = Q(is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX)
STATES = {
    "working": Q(is_active=True) & ~INVITED,
    "invited": INVITED,
    "ended": Q(is_active=False),
}
STATE_NAMES = {
    "working": _("working"),
    "invited": _("invited, no password yet"),
    "ended": _("ended"),
}


def state_of(person) -> str:
    """`working`, `invited` or `ended`."""
    if not person.is_active:
        return "ended"
    return "working" if person.has_usable_password() else "invited"


class PeopleFilterSet(WagtailFilterSet):
    """Narrow the list down: by team, by role, by how they are doing."""

    team = django_filters.ModelChoiceFilter(
        queryset=lambda request: access.teams_for(request.user), label=_("Team"), method="in_team"
    )
    role = django_filters.ChoiceFilter(
        choices=[*TeamRole.choices, *CityRole.choices, *OpenRole.choices],
        label=_("Role"),
        method="with_role",
        widget=forms.RadioSelect,
        empty_label=_("all"),
    )
    state = django_filters.ChoiceFilter(
        choices=list(STATE_NAMES.items()),
        label=_("State"),
        method="in_state",
        widget=forms.RadioSelect,
        empty_label=_("all"),
    )

    class Meta:
        model = get_user_model()
        fields = []

    def in_team(self, queryset, _name, team):
        return queryset.filter(access.in_teams([team])).distinct()

    def with_role(self, queryset, _name, value):
        return queryset.filter(pk__in=people_with(role_called(value)).order_by().values("pk"))

    def in_state(self, queryset, _name, value):
        return queryset.filter(STATES[value])


class RolesColumn(Column):
    """Somebody's posts, one a line."""

    cell_template_name = "teams/admin/roles_cell.html"

    def get_value(self, instance):
        return posts_of(instance)


class StateColumn(Column):
    """How somebody is doing; only what is not the rule stands out."""

    cell_template_name = "teams/admin/state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        state = state_of(instance)
        return context | {"state": state, "words": STATE_NAMES[state]}


class PeopleView(generic.IndexView):
    """`/admin/people/`."""

    model = get_user_model()
    permission_policy = None  # Wagtail's own for users; here `dispatch` asks
    page_title = pgettext_lazy("staff", "People")
    header_icon = "group"
    index_url_name, index_results_url_name = "people:index", "people:index_results"
    template_name = "teams/admin/people.html"
    results_template_name = "teams/admin/people_results.html"
    filterset_class = PeopleFilterSet
    search_fields = ["first_name", "last_name", "username", "email"]
    paginate_by = 50
    default_ordering = "first_name"
    list_export = []

    def dispatch(self, request, *args, **kwargs):
        if not access.may_see_people(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return access.people_for(self.request.user).prefetch_related(WITH_POSTS)

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "name",
                label=pgettext_lazy("person", "Name"),
                accessor=get_user_display_name,
                get_url=lambda person: reverse("people:person", args=[person.pk]),
                sort_key="first_name",
            ),
            RolesColumn("roles", label=_("Roles"), classname="people-roles"),
            StateColumn("state", label=_("State"), classname="people-state"),
            Column("email", label=_("E-mail"), sort_key="email", classname="people-wide"),
            DateColumn(
                "last_login",
                label=_("Last signed in"),
                sort_key="last_login",
                classname="people-wide",
            ),
        ]

    @cached_property
    def may_manage(self) -> bool:
        return access.may_manage(self.request.user)

    @property
    def invite_url(self) -> str:
        """Where somebody is invited, into the team that is being looked at; empty for readers."""
        team = self.request.GET.get("team", "")
        into = f"?team={team}" if team.isdecimal() else ""
        return f"{reverse('people:invite')}{into}" if self.may_manage else ""

    @cached_property
    def header_buttons(self):
        words = _("Invite somebody")
        return [HeaderButton(words, self.invite_url, icon_name="plus")] if self.may_manage else []

    def get_context_data(self, **kwargs):
        teamless = without_team().count() if self.may_manage and not self.is_filtering else 0
        return super().get_context_data(**kwargs, teamless_count=teamless)
