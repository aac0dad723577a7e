"""Which of somebody's permissions reach how far: the one rule that all boundaries follow.

Wagtail's permissions run down the tree: whoever may write on the home page may write everywhere.
A team draws a line around its neighbourhood and around its collection. What was granted above the
line counts below it only for the groups of the city's roles.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Collection, Page

from ..asking import standing_of
from ..models import CityGroup, Team
from ..neighbourhoods import NEIGHBOURHOOD_DEPTH
from ..roles import CityRole

_KEPT_AS = "_qilou_ground"
LINE_LENGTH = NEIGHBOURHOOD_DEPTH * Page.steplen
# Their groups have a permission so that Wagtail shows them the tree. They read, and no more.
READING_ROLES = frozenset({CityRole.REVIEWER, CityRole.PUBLISHER, CityRole.AUDITOR})


@dataclass(frozen=True)
class Lines:
    """The paths at which teams begin, in a tree of pages or of collections."""

    paths: frozenset[str]

    def above(self, path: str) -> str:
        """The line that a place lies behind; empty where it lies behind none."""
        return next((line for line in self.paths if path.startswith(line)), "")

    def below(self, path: str) -> list[str]:
        """The lines that lie below a place, itself not counted."""
        return sorted(line for line in self.paths if line.startswith(path) and line != path)


class PageLines(Lines):
    """All begin at one depth, so that a page's line is found by looking once."""

    def above(self, path: str) -> str:
        line = (path or "")[:LINE_LENGTH]
        return line if line in self.paths else ""


@dataclass(frozen=True)
class Ground:
    """All lines, and which groups stand for which role over the city. Three queries."""

    pages: PageLines
    collections: Lines
    city_groups: dict[int, CityRole]

    def crosses(self, group_id: int) -> bool:
        """Whether what a group was granted above a line counts below it."""
        return group_id in self.city_groups

    def only_reads(self, group_id: int) -> bool:
        return self.city_groups.get(group_id) in READING_ROLES

    def reaches(self, grant, place: str, lines: Lines) -> bool:
        """Whether a group's permission on a page or in a collection holds at this path."""
        at = place_of(grant)
        if not place.startswith(at):
            return False
        line = lines.above(place)
        return not line or at.startswith(line) or self.crosses(grant.group_id)

    def reach(self, grants: Iterable, lines: Lines, prefix: str = "") -> Q:
        """A filter for all that these permissions reach; `prefix` leads to the tree's own row."""
        found = Q(pk__in=[])
        for at, crosses in {(place_of(one), self.crosses(one.group_id)) for one in grants}:
            within = Q(**{f"{prefix}path__startswith": at})
            for line in [] if crosses else lines.below(at):
                within &= ~Q(**{f"{prefix}path__startswith": line})
            found |= within
        return found


def place_of(grant) -> str:
    """The path that a GroupPagePermission or GroupCollectionPermission is granted at."""
    return (grant.page if hasattr(grant, "page_id") else grant.collection).path


def ground_of(user) -> Ground:
    """The lines as they are, read once for a user object: as long as one request."""
    if _KEPT_AS not in user.__dict__:
        user.__dict__[_KEPT_AS] = read_ground()
    return user.__dict__[_KEPT_AS]


def read_ground() -> Ground:
    keys = Team.objects.values("neighbourhood_key")
    pages = Page.objects.filter(depth=NEIGHBOURHOOD_DEPTH, translation_key__in=keys)
    collections = Collection.objects.filter(team__isnull=False)
    return Ground(
        PageLines(frozenset(pages.order_by().values_list("path", flat=True))),
        Lines(frozenset(collections.order_by().values_list("path", flat=True))),
        {
            group: CityRole(role)
            for group, role in CityGroup.objects.filter(group__isnull=False).values_list(
                "group", "role"
            )
        },
    )


def reads_everything(user) -> bool:
    """Whether somebody holds one of the roles that read all and change nothing."""
    return bool(standing_of(user).city & READING_ROLES)
