"""The first page after signing in lists what waits for this very person, and for nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from heritage.editorial.readiness.keeping import readiness_keep
from heritage.editorial.reviews.founding import workflow_of_reviews
from heritage.editorial.reviews.withdrawing import story_withdraw
from heritage.editorial.teams.asking import forget_standing, group_of
from heritage.editorial.teams.roles import CityRole
from heritage.editorial.teams.services import team_found
from heritage.insight.homes import lists
from heritage.plaques.scans.models import Client, ScanCount

from .. import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.fixture
def team(city):
    return team_found(page=city.neighbourhood, by=None)


@pytest.fixture
def writer(team, client):
    user = make.UserFactory()
    user.groups.add(team.editors)
    client.force_login(user)
    return user


@pytest.fixture
def elsewhere(city):
    """A draft in a neighbourhood that has a team of its own."""
    place = make.NeighbourhoodPageFactory(parent=city.home, title="沙面")
    team_found(page=place, by=None)
    return make.LandmarkPageFactory(parent=place, title="别处的楼", live=False)


def draft_by(user, page, **words):
    for name, value in words.items():
        setattr(page, name, value)
    page.save_revision(user=user)
    page.refresh_from_db()
    return page


def test_my_drafts_are_those_i_saved_last(city, writer):
    draft_by(writer, city.landmark, lede="改过的一句")
    draft_by(make.UserFactory(), city.mural, lede="别人改的")

    assert [page.pk for page in lists.my_drafts(writer)] == [city.landmark.pk]


def test_a_withdrawn_story_is_listed_with_the_reason_until_it_is_sent_in_again(
    city, writer, client, elsewhere
):
    type(elsewhere).objects.filter(pk=elsewhere.pk).update(live=True)
    boss = make.UserFactory(is_superuser=True, first_name="何主任")
    for page in (city.landmark, elsewhere):
        story_withdraw(page=page, by=boss, reason="门牌号写错了")

    assert [page.pk for page, _act in lists.withdrawn(writer)] == [city.landmark.pk]
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "门牌号写错了" in home
    assert "何主任" in home

    mended = draft_by(writer, city.landmark, lede="门牌号改好了。")
    workflow_of_reviews().start(mended, writer)
    assert lists.withdrawn(writer) == []


def test_who_only_reviews_is_told_that_nothing_waits(city, team, client):
    reviewer = make.UserFactory()
    reviewer.groups.add(group_of(CityRole.REVIEWER))
    client.force_login(reviewer)

    assert 'class="desk-empty"' in client.get(reverse("wagtailadmin_home")).content.decode()


def test_what_goes_offline_within_a_month_is_listed_to_who_may_edit_it(city, writer, elsewhere):
    soon = timezone.now() + timedelta(days=3)
    type(city.landmark).objects.filter(pk=city.landmark.pk).update(expire_at=soon)
    type(elsewhere).objects.filter(pk=elsewhere.pk).update(live=True, expire_at=soon)

    assert [page.pk for page in lists.soon_to_expire(writer)] == [city.landmark.pk]


def test_the_least_ready_draft_of_my_own_neighbourhood_comes_first(city, writer, elsewhere):
    bare = make.LandmarkPageFactory(
        parent=city.neighbourhood, live=False, has_unpublished_changes=True, lede="", picture=None
    )
    for page in (bare, elsewhere):
        draft_by(writer, page)
    readiness_keep(pages=[bare.pk, elsewhere.pk])

    found = list(lists.least_ready(writer))

    assert found[0].page_id == bare.pk
    assert elsewhere.pk not in [row.page_id for row in found]


def scanned_until_last_month(plaque):
    first = timezone.localdate() - timedelta(days=80)
    ScanCount.objects.bulk_create(
        ScanCount(
            plaque=plaque, day=first + timedelta(days=n), hour=9, language="zh-hans",
            client=Client.PHONE, count=12,
        )
        for n in range(50)
    )  # fmt: skip


def test_a_plaque_fallen_silent_is_told_to_its_own_team(city, writer):
    scanned_until_last_month(city.plaque)
    stranger = make.UserFactory()

    assert [plaque.pk for plaque, _silence in lists.silent(writer)] == [city.plaque.pk]
    assert lists.silent(stranger) == []


def test_the_page_says_what_to_do_when_nothing_waits(city, writer, client):
    client.cookies["django_language"] = "en"

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert 'class="desk-empty"' in page


def test_the_page_lists_my_draft_and_nobody_elses(city, writer, elsewhere, client):
    draft_by(writer, city.landmark, title="我的草稿楼")
    forget_standing(writer)

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "我的草稿楼" in page
    assert elsewhere.title not in page


def test_an_operator_is_offered_the_public_neighbourhoods_without_a_team(city, team, writer):
    operator = make.UserFactory()
    operator.groups.add(group_of(CityRole.OPERATOR))
    newest = make.NeighbourhoodPageFactory(parent=city.home, title="沙面")
    make.NeighbourhoodPageFactory(parent=city.home, title="未公开", live=False)

    assert [page.pk for page in lists.teamless(operator)] == [newest.pk]
    assert not lists.teamless(writer)


def test_nobody_is_offered_a_job_that_is_not_theirs(team, client):
    auditor = make.UserFactory()
    auditor.groups.add(group_of(CityRole.AUDITOR))
    client.force_login(auditor)

    shown = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "first-job" not in shown and reverse("wagtailimages:add_multiple") not in shown


def test_a_reader_of_the_history_is_not_offered_to_bring_a_version_back(city, team, client):
    auditor = make.UserFactory()
    auditor.groups.add(group_of(CityRole.AUDITOR))
    client.force_login(auditor)
    for lede in ("一", "二"):
        draft_by(make.UserFactory(), city.landmark, lede=lede).save_revision(log_action=True)

    shown = client.get(reverse("wagtailadmin_pages:history", args=[city.landmark.pk]))
    assert shown.status_code == 200 and "/revert/" not in shown.content.decode()
    client.force_login(make.UserFactory(is_superuser=True))
    shown = client.get(reverse("wagtailadmin_pages:history", args=[city.landmark.pk]))
    assert "/revert/" in shown.content.decode()
