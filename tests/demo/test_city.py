"""The demo city as a visitor finds it, loaded once for all tests of this file."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from wagtail.models import Collection, Page, Revision

from heritage.archive.models import Picture
from heritage.editorial.teams.asking import people_with, team_of
from heritage.editorial.teams.founding import EDITORS
from heritage.editorial.teams.models import PersonEvent, Team
from heritage.editorial.teams.roles import CityRole, TeamRole
from heritage.histories.models import HistoryPage, PersonPage
from heritage.places.models import (
    CorridorPage,
    Designation,
    LandmarkPage,
    MuralPage,
    NeighbourhoodPage,
)
from heritage.trails.models import TrailPage
from home.demo.reading import read_sites

pytestmark = pytest.mark.django_db
LANGUAGES = {"zh-hans", "zh-hant", "en"}


@pytest.fixture(scope="module", autouse=True)
def city(django_db_setup, django_db_blocker, tmp_path_factory):
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media):
        block = transaction.atomic()
        block.__enter__()
        call_command("demo", verbosity=0, stdout=StringIO())
        yield
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


def chinese(model):
    return model.objects.live().filter(locale__language_code="zh-hans")


def test_it_has_neighbourhoods_sites_trails_and_the_rest():
    assert chinese(NeighbourhoodPage).count() >= 12
    assert chinese(LandmarkPage).count() >= 39
    assert chinese(TrailPage).count() == 4
    for model in (HistoryPage, PersonPage, MuralPage, CorridorPage):
        assert chinese(model).count() >= 2


def test_every_page_stands_in_every_language():
    for page in chinese(LandmarkPage).all():
        live = page.get_translations(inclusive=True).live()
        assert {p.locale.language_code for p in live.select_related("locale")} == LANGUAGES


def test_what_is_of_low_confidence_is_not_published():
    assert not LandmarkPage.objects.filter(slug="luanyu").exists()


def test_every_site_of_the_fact_sheet_has_its_point_date_and_picture():
    for slug in read_sites():
        page = chinese(LandmarkPage).get(slug=slug)
        assert page.point is not None and page.accuracy_m
        assert page.picture is not None and page.picture.default_alt_text
        assert page.date or slug == "sanguan"


def test_designations_keep_batch_number_and_both_categories():
    page = chinese(LandmarkPage).get(slug="sanyuanli")
    row = Designation.objects.get(page_id=page.pk)
    assert (row.grade, row.batch, row.register_number) == ("national", "1", "1-0001-5-001")
    assert row.category_announced == "革命遗址及革命纪念建筑物"
    assert row.category_today == "近现代重要史迹及代表性建筑"
    assert (row.announced_by, row.announced_on) == ("国务院", "1961年3月4日")


def test_conflicting_dates_stand_beside_each_other():
    page = chinese(LandmarkPage).get(slug="chen-clan")
    assert page.statements.filter(claim="date").count() >= 2


def test_every_story_names_its_sources_and_every_drawing_is_marked_as_one():
    for model in (LandmarkPage, HistoryPage, PersonPage, NeighbourhoodPage):
        for page in chinese(model).all():
            assert page.sources.exists(), page
    assert {p.origin for p in Picture.objects.all()} == {"drawn"}
    assert all(p.credit and p.rights for p in Picture.objects.all())


def test_samples_say_so_in_their_first_words():
    for model in (MuralPage, CorridorPage):
        for page in chinese(model).all():
            assert page.title.startswith("示例") and page.lede.startswith("示例")


def everything() -> list[int]:
    counted = (Page, Revision, Picture, Team, Group, Collection, PersonEvent, get_user_model())
    return [model.objects.count() for model in counted]


@pytest.mark.parametrize("is_development", [False, True])
def test_a_second_run_changes_nothing(capsys, is_development):
    with override_settings(DEBUG=is_development):
        call_command("demo")
        before = everything()
        call_command("demo")
    assert "nothing changed" in capsys.readouterr().out
    assert before == everything()


def test_one_neighbourhood_has_its_team_and_the_pictures_it_alone_uses():
    team = Team.objects.get()
    page = chinese(LandmarkPage).get(slug="nongjiangsuo")
    assert team_of(page) == team
    assert page.picture.collection == team.collection
    assert team_of(chinese(LandmarkPage).get(slug="chen-clan")) is None


def test_each_role_has_an_account_to_try_in_development_and_none_elsewhere(capsys):
    call_command("demo")
    assert "sign in" not in capsys.readouterr().out
    with override_settings(DEBUG=True):
        call_command("demo")
    printed = capsys.readouterr().out
    for role in (*TeamRole, *CityRole):
        [person] = people_with(role)
        assert person.first_name.startswith("示例")
        assert f"as {person.username} with qilou-{person.username}-2026" in printed
        assert person.check_password(f"qilou-{person.username}-2026")
    editor = get_user_model().objects.get(username="editor")
    assert editor.groups.get().name == EDITORS


def test_a_page_that_somebody_edited_or_moved_to_draft_is_left_alone():
    page = chinese(LandmarkPage).get(slug="chunyuan")
    page.lede = "编辑改过的话"
    page.save_revision().publish()
    page.unpublish()
    call_command("demo", stdout=StringIO())
    page.refresh_from_db()
    assert page.lede == "编辑改过的话" and not page.live
