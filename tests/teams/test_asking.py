"""Who somebody is here."""

import pytest
from django.contrib.auth.models import AnonymousUser

from heritage.editorial.teams.asking import (
    forget_standing,
    group_of,
    holds,
    is_of_team,
    people_with,
    standing_of,
    team_of,
    teams_of,
)
from heritage.editorial.teams.roles import CityRole, TeamRole, role_called
from heritage.places.models import LandmarkPage

from ..factories import UserFactory
from .people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_every_page_below_a_neighbourhood_is_its_teams(city, team):
    assert {team_of(page) for kind, page in city.pages.items() if kind != "home"} == {team}
    assert team_of(city.home) is None
    assert team_of(LandmarkPage(title="新页")) is None


def test_a_page_asks_the_database_once_for_its_team(city, team, django_assert_num_queries):
    with django_assert_num_queries(1):
        team_of(city.landmark)


def test_roles_are_read_once_for_a_user(team, django_assert_num_queries):
    user = somebody(CityRole.REVIEWER, (TeamRole.CURATOR, team))

    with django_assert_num_queries(1):
        assert holds(user, CityRole.REVIEWER)
        assert not holds(user, CityRole.PUBLISHER)
        assert is_of_team(user, team)
        assert is_of_team(user, team, TeamRole.CURATOR)
        assert not is_of_team(user, team, TeamRole.EDITOR)
    assert list(teams_of(user)) == [team]


def test_a_role_given_later_is_seen_once_the_old_answer_is_forgotten(team):
    user = UserFactory()
    assert not is_of_team(user, team)

    user.groups.add(team.editors)
    forget_standing(user)

    assert is_of_team(user, team, TeamRole.EDITOR)


def test_who_may_not_sign_in_holds_no_role(team):
    gone = somebody(CityRole.PUBLISHER, (TeamRole.EDITOR, team), is_active=False)

    assert standing_of(gone).city == standing_of(AnonymousUser()).city == frozenset()
    assert not is_of_team(gone, team)
    assert not people_with(CityRole.PUBLISHER)


def test_a_superuser_holds_no_role_for_being_one(team):
    assert standing_of(UserFactory(is_superuser=True)).city == frozenset()


def test_people_with_a_role_are_found_in_one_team_or_in_all(team):
    curator = somebody((TeamRole.CURATOR, team), first_name="乙")
    editor = somebody((TeamRole.EDITOR, team), first_name="甲")
    reviewer = somebody(CityRole.REVIEWER)

    assert list(people_with(TeamRole.CURATOR, team)) == [curator]
    assert list(people_with(TeamRole.EDITOR)) == [editor]
    assert list(people_with(CityRole.REVIEWER)) == [reviewer]


def test_a_role_in_a_team_needs_the_team():
    with pytest.raises(ValueError, match="say which"):
        group_of(TeamRole.EDITOR)


def test_a_stored_word_is_a_role_again():
    assert role_called("curator") is TeamRole.CURATOR
    assert role_called("auditor") is CityRole.AUDITOR
    with pytest.raises(ValueError, match="emperor"):
        role_called("emperor")
