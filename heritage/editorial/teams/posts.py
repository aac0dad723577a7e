"""What somebody is, as a list of posts: a role, and the team it is in where it is a team's."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from .asking import group_of
from .founding import EDITORS
from .models import Team
from .roles import CityRole, OpenRole, Role, TeamRole

WITH_POSTS = Prefetch(
    "groups",
    Group.objects.select_related("city_group", "team_of_editors", "team_of_curators"),
)


@dataclass(frozen=True)
class Post:
    """A role, in a team or over the city."""

    role: Role
    team: Team | None = None

    def __str__(self) -> str:
        if self.team is None:
            return str(self.role.label)
        return _("%(role)s, %(team)s") % {"role": self.role.label, "team": self.team}

    @property
    def key(self) -> str:
        """The post as a form sends it."""
        return f"{self.role.value}:{self.team.pk if self.team else ''}"

    @property
    def group(self) -> Group | None:
        return group_of(self.role, self.team)


def post_of(group: Group) -> Post | None:
    """The post a group stands for; None for a group that somebody made by hand."""
    if group.name == EDITORS:
        return Post(OpenRole.EDITOR)
    if hasattr(group, "city_group"):
        return Post(CityRole(group.city_group.role))
    if hasattr(group, "team_of_editors"):
        return Post(TeamRole.EDITOR, group.team_of_editors)
    if hasattr(group, "team_of_curators"):
        return Post(TeamRole.CURATOR, group.team_of_curators)
    return None


def posts_of(person) -> list[Post]:
    """Somebody's posts, those over the city first; no query where WITH_POSTS fetched them."""
    if "groups" in getattr(person, "_prefetched_objects_cache", {}):
        groups: Iterable[Group] = person.groups.all()
    else:
        groups = WITH_POSTS.queryset.filter(user=person)
    posts = [post for post in map(post_of, groups) if post is not None]
    return sorted(posts, key=lambda post: (post.team.name if post.team else "", post.role.value))
