"""Setting up a neighbourhood's team, and the roles over the city."""

import pytest
from django.contrib.auth.models import Group
from django.core.management.sql import emit_post_migrate_signal
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    PageLogEntry,
)

from heritage.editorial.teams.asking import team_of
from heritage.editorial.teams.models import CityGroup, Team
from heritage.editorial.teams.neighbourhoods import neighbourhoods, without_team
from heritage.editorial.teams.roles import CityRole, TeamRole
from heritage.editorial.teams.services import (
    NotANeighbourhoodError,
    city_roles_found,
    team_found,
    team_mend,
)
from home.models import HomePage

from ..factories import NeighbourhoodPageFactory, TrailPageFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def actions_on(page, group) -> set[str]:
    rows = GroupPagePermission.objects.filter(page=page, group=group)
    return {row.permission.codename.removesuffix("_page") for row in rows}


def rights_in(collection, group) -> set[str]:
    rows = GroupCollectionPermission.objects.filter(collection=collection, group=group)
    return {row.permission.codename for row in rows}


def test_a_team_has_two_groups_named_after_the_neighbourhood(team):
    assert team.editors.name == "恩宁路 · 编辑 · Enning Road editors"
    assert team.curators.name == "恩宁路 · 主编 · Enning Road curators"


def test_its_groups_may_do_on_its_pages_what_their_roles_say(city, team):
    assert actions_on(city.neighbourhood, team.editors) == {"add", "change"}
    assert actions_on(city.neighbourhood, team.curators) == {"add", "change", "lock", "unlock"}
    assert {row.page_id for row in GroupPagePermission.objects.filter(group=team.editors)} == {
        city.neighbourhood.pk
    }


def test_it_has_a_collection_of_its_own_for_pictures_recordings_and_documents(team):
    assert team.collection.name == "恩宁路 · Enning Road"
    assert {"add_image", "change_image", "choose_image"} <= rights_in(team.collection, team.editors)
    assert {"add_document", "choose_document", "add_recording", "change_recording"} <= rights_in(
        team.collection, team.curators
    )
    shared = rights_in(Collection.get_first_root_node(), team.editors)
    assert shared == {"choose_image", "choose_document", "choose_recording"}


def test_it_keeps_plaques_and_enters_the_admin(team):
    names = set(team.editors.permissions.values_list("codename", flat=True))

    assert {"access_admin", "view_plaque", "add_plaque", "change_plaque"} <= names
    assert not {name for name in names if name.startswith(("delete_", "publish_"))}
    assert not team.editors.permissions.filter(content_type__app_label="auth").exists()


def test_found_again_a_team_is_mended_and_nothing_is_made_twice(city, team):
    team.editors.page_permissions.all().delete()
    publish = GroupPagePermission.objects.create(
        group=team.curators, page=city.home, permission_type="publish"
    )
    before = (Group.objects.count(), Collection.objects.count(), Team.objects.count())

    again = team_found(page=city.neighbourhood, by=None)

    assert again.pk == team.pk
    assert (Group.objects.count(), Collection.objects.count(), Team.objects.count()) == before
    assert actions_on(city.neighbourhood, team.editors) == {"add", "change"}
    assert not GroupPagePermission.objects.filter(pk=publish.pk).exists()


def test_a_deleted_group_neither_opens_the_neighbourhood_nor_is_gone_for_ever(city, team):
    team.editors.delete()
    team.collection.delete()

    assert team_of(city.landmark) == team
    mended = team_found(page=city.neighbourhood, by=None)

    assert actions_on(city.neighbourhood, mended.editors) == {"add", "change"}
    assert rights_in(mended.collection, mended.editors)


def test_a_translation_made_later_belongs_to_the_team(city, team):
    english = Locale.objects.get(language_code="en")

    page = city.neighbourhood.copy_for_translation(english, copy_parents=True)

    assert actions_on(page, team.editors) == {"add", "change"}
    assert actions_on(page, team.curators) == {"add", "change", "lock", "unlock"}


def test_the_traditional_copy_that_publication_makes_belongs_to_the_team(city, team):
    city.neighbourhood.save_revision().publish()

    copy = city.neighbourhood.get_translation(Locale.objects.get(language_code="zh-hant"))

    assert actions_on(copy, team.editors) == {"add", "change"}


def test_a_new_name_is_taken_over_on_publication(city, team):
    city.neighbourhood.title = "恩宁路街区"
    city.neighbourhood.save_revision().publish()

    team.refresh_from_db()

    assert team.editors.name.startswith("恩宁路街区 · 编辑")
    assert team.collection.name.startswith("恩宁路街区")


def test_two_neighbourhoods_of_one_name_have_groups_of_their_own(city, team):
    other = NeighbourhoodPageFactory(parent=city.home, slug="enning-2", title="恩宁路")

    second = team_found(page=other, by=None)
    team_mend(second)

    assert second.editors.name == "恩宁路 · 编辑 · Enning Road editors (2)"
    assert second.collection != team.collection


@pytest.mark.parametrize("kind", ["home", "landmark"])
def test_only_a_neighbourhood_has_a_team(city, kind):
    with pytest.raises(NotANeighbourhoodError):
        team_found(page=city.pages[kind], by=None)


def test_a_trail_across_neighbourhoods_is_no_neighbourhood(city):
    trail = TrailPageFactory(parent=city.home, slug="across")

    with pytest.raises(NotANeighbourhoodError):
        team_found(page=trail, by=None)
    assert team_of(trail) is None
    assert trail.pk not in neighbourhoods().values_list("pk", flat=True)


def test_who_set_a_team_up_is_in_the_log(city):
    operator = UserFactory()

    team_found(page=city.neighbourhood, by=operator)

    entry = PageLogEntry.objects.get(action="teams.found")
    assert (entry.page_id, entry.user) == (city.neighbourhood.pk, operator)


def test_neighbourhoods_without_a_team_are_listed(city):
    assert list(without_team()) == [city.neighbourhood.page_ptr]

    team_found(page=city.neighbourhood, by=None)

    assert not without_team().exists()


def test_the_roles_over_the_city_are_there_from_the_first_migration():
    groups = {row.role: row.group for row in CityGroup.objects.all()}

    assert set(groups) == set(CityRole)
    for home in HomePage.objects.all():
        assert actions_on(home, groups[CityRole.OPERATOR]) == {"add", "change", "lock", "unlock"}
        assert actions_on(home, groups[CityRole.REVIEWER]) == {"lock", "unlock"}
        assert actions_on(home, groups[CityRole.PUBLISHER]) == {"publish", "lock", "unlock"}
        assert actions_on(home, groups[CityRole.AUDITOR]) == {"unlock"}


def test_no_role_over_the_city_keeps_accounts_or_deletes():
    for role in CityRole:
        permissions = CityGroup.objects.get(role=role).group.permissions
        assert not permissions.filter(content_type__app_label="auth").exists()
        assert not permissions.filter(codename__startswith="delete_").exists()


def test_a_home_page_of_a_new_language_is_taken_in(city):
    locale = Locale.objects.create(language_code="ja")

    home = city.home.copy_for_translation(locale)

    group = CityGroup.objects.get(role=CityRole.OPERATOR).group
    assert "add" in actions_on(home, group)


def test_a_flushed_database_without_pages_is_left_alone():
    Collection.objects.all().delete()

    city_roles_found()
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")


def test_migrating_again_mends_teams_too(city, team):
    team.editors.page_permissions.all().delete()

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")

    assert actions_on(city.neighbourhood, team.editors) == {"add", "change"}
    assert team.group_for(TeamRole.EDITOR) == team.editors
