"""Sets up teams and the city's roles. Each may be run again: it makes what is missing, mends what
somebody changed by hand, and leaves the people where they are."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Collection, Page

from .models import CityGroup, Team
from .neighbourhoods import NEIGHBOURHOOD_DEPTH, is_neighbourhood
from .rights import rights_match
from .roles import CityRole, TeamRole

GROUP_NAMES = {
    TeamRole.EDITOR: ("编辑", "editors"),
    TeamRole.CURATOR: ("主编", "curators"),
    CityRole.REVIEWER: ("全市 · 复审员", "City reviewers"),
    CityRole.PUBLISHER: ("全市 · 终审签发人", "City publishers"),
    CityRole.OPERATOR: ("全市 · 管理员", "City operators"),
    CityRole.AUDITOR: ("全市 · 督查员", "City auditors"),
}
HOME_DEPTH = 2
NAME_LENGTH = 60  # of each language in a group's name, which holds 150


class NotANeighbourhoodError(ValueError):
    """Only a neighbourhood's page has a team."""


@transaction.atomic
def team_found(*, page: Page, by) -> Team:
    """Set up the team of a neighbourhood: groups, collection, permissions in every language.

    `page` is the neighbourhood in any language, `by` the user who asks for it or None. Raises
    NotANeighbourhoodError. Found again, a team is mended.
    """
    if not is_neighbourhood(page):
        raise NotANeighbourhoodError(str(page))
    team, is_new = Team.objects.get_or_create(neighbourhood_key=page.translation_key)
    team_mend(team)
    if is_new:
        log(page, "teams.found", user=by, data={"team": team.name})
    return team


def team_mend(team: Team) -> None:
    """Make a team's names, groups, collection and permissions what they should be."""
    team.name, team.name_en = _names_of(team)
    team.collection = _collection_of(team)
    team.editors = _team_group(team.editors, team, TeamRole.EDITOR)
    team.curators = _team_group(team.curators, team, TeamRole.CURATOR)
    team.save()
    pages = list(team.pages())
    for role in TeamRole:
        rights_match(group=team.group_for(role), role=role, pages=pages, collection=team.collection)


@transaction.atomic
def city_roles_found() -> None:
    """Make the groups of the city's roles; nothing on a database without its first pages."""
    root = Collection.get_first_root_node()
    homes = list(Page.objects.filter(depth=HOME_DEPTH))
    if root is None or not homes:
        return
    for role in CityRole:
        city_group, _ = CityGroup.objects.get_or_create(role=role)
        if city_group.group is None:
            city_group.group = Group.objects.create(name=_free_name(" · ".join(GROUP_NAMES[role])))
            city_group.save()
        rights_match(group=city_group.group, role=role, pages=homes, collection=root)


def _names_of(team: Team) -> tuple[str, str]:
    """A neighbourhood's names in Chinese and English; those it had, where its page is gone."""
    pages = team.pages().filter(depth=NEIGHBOURHOOD_DEPTH).select_related("locale").specific()
    by_language = {page.locale.language_code: page for page in pages}
    chinese = by_language.get("zh-hans") or by_language.get("zh-hant")
    english = by_language.get("en")
    name_en = english.title if english else getattr(chinese, "foreign_name", team.name_en)
    name = chinese.title if chinese else team.name or name_en
    return name[:NAME_LENGTH], name_en[:NAME_LENGTH]


def _collection_of(team: Team) -> Collection:
    """The team's own collection, which holds pictures, recordings and documents alike."""
    name = " · ".join(filter(None, [team.name, team.name_en]))
    if team.collection is None:
        return Collection.get_first_root_node().add_child(name=name)
    if team.collection.name != name:
        team.collection.name = name
        team.collection.save()
    return team.collection


def _team_group(group: Group | None, team: Team, role: TeamRole) -> Group:
    chinese, english = GROUP_NAMES[role]
    name = f"{team.name} · {chinese}"
    if team.name_en:
        name = f"{name} · {team.name_en} {english}"
    if group is None:
        return Group.objects.create(name=_free_name(name))
    if not group.name.startswith(name):
        group.name = _free_name(name)
        group.save()
    return group


def _free_name(name: str) -> str:
    """The name itself, or with a number where another group has it."""
    free, number = name, 1
    while Group.objects.filter(name=free).exists():
        number += 1
        free = f"{name} ({number})"
    return free
