"""Who has to give a code."""

import pytest
from django.contrib.auth.models import Group

from heritage.editorial.signin.asking import must_verify
from heritage.editorial.teams.founding import EDITORS
from heritage.editorial.teams.roles import CityRole, TeamRole
from heritage.editorial.teams.services import city_roles_found, team_found

from ..factories import UserFactory
from ..teams.people import somebody
from .people import member
from .phones import phone_for

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def test_whoever_publishes_must_and_whoever_only_writes_need_not(city):
    editor = UserFactory()
    editor.groups.add(Group.objects.get(name=EDITORS))

    assert must_verify(editor)
    assert must_verify(UserFactory(is_superuser=True))
    assert not must_verify(UserFactory())
    assert not must_verify(UserFactory(is_superuser=True, is_active=False))
    assert not must_verify(member(page=city.neighbourhood))


@pytest.mark.parametrize("right", ["change_user", "add_group"])
def test_whoever_decides_who_publishes_must_too(db, right):
    assert must_verify(member(permission=right))


def test_a_right_to_publish_one_page_is_enough(city):
    assert must_verify(member(page=city.landmark, publishes=True))


def test_a_writer_signs_in_by_password(client, city):
    client.force_login(member(page=city.neighbourhood))

    assert client.get("/admin/").status_code == 200


def test_a_writer_with_a_phone_is_asked_for_it(client, city):
    user = member(page=city.neighbourhood)
    phone_for(user)
    client.force_login(user)

    assert client.get("/admin/").status_code == 302


def test_the_citys_publishers_and_operators_must_and_readers_need_not(city):
    city_roles_found()
    team = team_found(page=city.neighbourhood, by=None)

    assert must_verify(somebody(CityRole.PUBLISHER))
    assert must_verify(somebody(CityRole.OPERATOR))
    for role in (CityRole.REVIEWER, CityRole.AUDITOR, (TeamRole.CURATOR, team)):
        assert not must_verify(somebody(role)), role
