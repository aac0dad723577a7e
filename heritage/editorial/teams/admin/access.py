"""Who may see the people here, and who may change what they are."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.urls import reverse_lazy
from django.utils.translation import pgettext_lazy
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..asking import holds, standing_of
from ..models import Team
from ..roles import CityRole, TeamRole


def may_manage(user) -> bool:
    """Operators and superusers set up teams, invite, move and end people."""
    return user.is_active and (user.is_superuser or holds(user, CityRole.OPERATOR))


def may_see_all(user) -> bool:
    return may_manage(user) or holds(user, CityRole.AUDITOR)


def curated_teams(user) -> set[int]:
    """Keys of the teams somebody curates: whose people they may see."""
    return {team for team, role in standing_of(user).teams if role == TeamRole.CURATOR}


def may_see_people(user) -> bool:
    return may_see_all(user) or bool(curated_teams(user))


def people_for(user) -> QuerySet:
    """The people somebody may see: all of them, or the working ones of the teams they curate."""
    people = get_user_model().objects.all()
    if may_see_all(user):
        return people
    return people.filter(is_active=True).filter(in_teams(curated_teams(user))).distinct()


def in_teams(teams) -> Q:
    """A filter of users for those in any of these teams (objects or keys)."""
    return Q(groups__team_of_editors__in=teams) | Q(groups__team_of_curators__in=teams)


def teams_for(user) -> QuerySet[Team]:
    """The teams somebody may look into."""
    if may_see_all(user):
        return Team.objects.all()
    return Team.objects.filter(pk__in=curated_teams(user))


class PeopleScreen(WagtailAdminTemplateMixin):
    """A screen of the section: for those who may see people, or (the rule) only who may manage."""

    header_icon = "group"
    is_for = staticmethod(may_manage)

    def dispatch(self, request, *args, **kwargs):
        if not self.is_for(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def show_invitations(self, invitations: list, back: str):
        """Say what became of invitations; a link that was not mailed is shown this once."""
        context = self.get_context_data(invitations=invitations, back=back)
        return self.response_class(self.request, ["teams/admin/invited.html"], context)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse_lazy("people:index"), "label": pgettext_lazy("staff", "People")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]
