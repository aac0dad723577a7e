"""Whose plaques are whose. A team's are those that hang in its neighbourhood."""

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from wagtail import permissions
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import ModelPermissionPolicy

from heritage.editorial.teams.asking import holds, standing_of
from heritage.editorial.teams.boundaries.ground import reads_everything
from heritage.editorial.teams.boundaries.seeing import pages_in_sight
from heritage.editorial.teams.models import Team
from heritage.editorial.teams.roles import CityRole

from ..models import Plaque
from ..standing import neighbourhoods, page_of

ANY = ("add", "change", "view")


class RegisterPermissionPolicy(ModelPermissionPolicy):
    """Django's permissions, within the boundaries of teams, and no deleting for anybody: a code
    on a wall stays in the register."""

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission([a for a in actions if a != "delete"])

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return any(self.user_has_permission_for_instance(user, one, instance) for one in actions)

    def user_has_permission_for_instance(self, user, action, instance):
        theirs = plaques_in_sight(user) if action == "view" else plaques_in_hand(user)
        return self.user_has_permission(user, action) and theirs.filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user, actions):
        if not self.user_has_any_permission(user, [one for one in actions if one != "delete"]):
            return Plaque.objects.none()
        return plaques_in_sight(user) if "view" in actions else plaques_in_hand(user)


policy = RegisterPermissionPolicy(Plaque)
# Wagtail 8 looks policies up in a registry of its own, which 7.4 has not.
if hasattr(permissions, "register_permission_policy"):
    permissions.register_permission_policy(Plaque, policy)


def plaques_in_sight(user) -> QuerySet[Plaque]:
    """The plaques that somebody with the register's permissions may look at."""
    return Plaque.objects.all() if reads_everything(user) else plaques_in_hand(user)


def plaques_in_hand(user) -> QuerySet[Plaque]:
    """Those that they may change: a team's own; without a team, all that are no team's."""
    if user.is_superuser or holds(user, CityRole.OPERATOR):
        return Plaque.objects.all()
    own = keys_of_teams(user)
    if own and only_by_a_team(user):
        return Plaque.objects.filter(neighbourhood_key__in=own)
    others = Team.objects.exclude(neighbourhood_key__in=own).values("neighbourhood_key")
    return Plaque.objects.exclude(neighbourhood_key__in=others)


def keys_of_teams(user) -> list:
    """The neighbourhoods, by their translation keys, whose teams somebody is in."""
    teams = standing_of(user).team_ids
    return list(
        Team.objects.filter(pk__in=teams).values_list("neighbourhood_key", flat=True)
        if teams
        else ()
    )


def only_by_a_team(user) -> bool:
    """Whether somebody has the register's permissions by being in a team, and not otherwise."""
    besides = Group.objects.filter(user=user, team_of_editors=None, team_of_curators=None)
    permission = {"content_type__app_label": "plaques", "codename__endswith": "_plaque"}
    named = {f"permissions__{key}": value for key, value in permission.items()}
    return not (
        besides.filter(**named).exists() or user.user_permissions.filter(**permission).exists()
    )


def may_see_register(user) -> bool:
    return policy.user_has_any_permission(user, ANY)


def may_change_register(user) -> bool:
    return policy.user_has_permission(user, "change")


def may_see(user, plaque: Plaque) -> bool:
    return policy.user_has_any_permission_for_instance(user, ANY, plaque)


def may_edit(user, page: Page) -> bool:
    """Whether a page lies in the part of the tree that somebody may edit."""
    return page.permissions_for_user(user).can_edit()


def may_point(user, plaque: Plaque) -> bool:
    """Whether somebody may give a plaque another page: it is theirs, and so is the one it has."""
    page = page_of(plaque)
    if page is not None and not may_edit(user, page):
        return False
    return policy.user_has_permission_for_instance(user, "change", plaque)


def may_take(user, plaque: Plaque) -> bool:
    """The same at the wall, where whoever holds a plaque that is nobody's yet may put it up."""
    is_nobodys = not plaque.is_bound and plaque.neighbourhood_key is None
    return (may_change_register(user) and is_nobodys) or may_point(user, plaque)


def editable_pages(user):
    """Pages that somebody may edit, as a queryset."""
    return PagePermissionPolicy().instances_user_has_permission_for(user, "change")


def editable_neighbourhoods(user):
    """Neighbourhoods that somebody may edit, by name: theirs to walk round."""
    return neighbourhoods().filter(pk__in=editable_pages(user).values("pk"))


def neighbourhoods_in_sight(user):
    """Neighbourhoods that somebody may be told of, by name."""
    return pages_in_sight(user, neighbourhoods())
