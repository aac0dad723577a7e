"""Questions about who somebody is here. Each asks the database at most once for a user object."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import QuerySet, Subquery
from wagtail.models import Page

from .founding import EDITORS
from .models import Team
from .neighbourhoods import NEIGHBOURHOOD_DEPTH
from .roles import CityRole, OpenRole, Role, TeamRole

_KEPT_AS = "_qilou_standing"


@dataclass(frozen=True)
class Standing:
    """What somebody is: roles over the city, roles in teams by the team's key."""

    city: frozenset[CityRole] = frozenset()
    teams: frozenset[tuple[int, TeamRole]] = frozenset()

    @property
    def team_ids(self) -> frozenset[int]:
        return frozenset(team for team, _ in self.teams)


def team_of(page: Page) -> Team | None:
    """The team of the neighbourhood a page stands in; None where there is none or no place yet."""
    if not page.path or page.depth < NEIGHBOURHOOD_DEPTH:
        return None
    if page.depth == NEIGHBOURHOOD_DEPTH:
        return Team.objects.filter(neighbourhood_key=page.translation_key).first()
    path = page.path[: NEIGHBOURHOOD_DEPTH * Page.steplen]
    key = Page.objects.filter(path=path).values("translation_key")[:1]
    return Team.objects.filter(neighbourhood_key=Subquery(key)).first()


def standing_of(user) -> Standing:
    """Somebody's roles, read once and kept on the user object; none for who may not sign in."""
    if not (user.is_authenticated and user.is_active):
        return Standing()
    if not hasattr(user, _KEPT_AS):
        setattr(user, _KEPT_AS, _read_standing(user))
    return getattr(user, _KEPT_AS)


def forget_standing(user) -> None:
    """After a role is given or taken: what was kept on this object no longer holds."""
    for name in (_KEPT_AS, "_perm_cache", "_group_perm_cache", "_page_permission_cache"):
        user.__dict__.pop(name, None)


def _read_standing(user) -> Standing:
    rows = user.groups.values_list("city_group__role", "team_of_editors", "team_of_curators")
    city, teams = set(), set()
    for role, edits, curates in rows:
        city |= {CityRole(role)} if role else set()
        teams |= {(edits, TeamRole.EDITOR)} if edits else set()
        teams |= {(curates, TeamRole.CURATOR)} if curates else set()
    return Standing(frozenset(city), frozenset(teams))


def teams_of(user) -> QuerySet[Team]:
    """The teams somebody is in, in either role."""
    return Team.objects.filter(pk__in=standing_of(user).team_ids)


def holds(user, role: CityRole) -> bool:
    """Whether somebody holds a role over the city. A superuser holds none for being one."""
    return role in standing_of(user).city


def is_of_team(user, team: Team, role: TeamRole | None = None) -> bool:
    """Whether somebody is in a team, in this role or in any."""
    standing = standing_of(user)
    return team.pk in standing.team_ids if role is None else (team.pk, role) in standing.teams


def group_of(role: Role, team: Team | None = None) -> Group | None:
    """The group that stands for a role; a role of a team needs the team."""
    if isinstance(role, OpenRole):
        return Group.objects.filter(name=EDITORS).first()
    if isinstance(role, CityRole):
        return Group.objects.filter(city_group__role=role).first()
    if team is None:
        raise ValueError(f"the role {role} is in a team: say which")
    return team.group_for(role)


def people_with(role: Role, team: Team | None = None) -> QuerySet:
    """Those who hold a role and may sign in, by name; for a team's role without team, of any."""
    if isinstance(role, TeamRole) and team is None:
        relation = "team_of_editors" if role == TeamRole.EDITOR else "team_of_curators"
        groups = Group.objects.filter(**{f"{relation}__isnull": False})
    else:
        group = group_of(role, team)
        groups = Group.objects.filter(pk=group.pk) if group else Group.objects.none()
    people = get_user_model().objects.filter(is_active=True, groups__in=groups)
    return people.order_by("first_name", "username").distinct()
