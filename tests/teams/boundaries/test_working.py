"""Within a team's line: who publishes, who reads, and what stays as it was beyond it."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client

from heritage.archive.models import Paper, Picture
from heritage.editorial.teams.founding import EDITORS
from heritage.editorial.teams.roles import CityRole, TeamRole

from ...factories import (
    LandmarkPageFactory,
    NeighbourhoodPageFactory,
    PictureFactory,
    UserFactory,
)
from ..people import somebody
from .sending import save, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def test_the_end_of_the_reviews_publishes_where_nobody_may(page, team):
    publisher = somebody(CityRole.PUBLISHER)
    assert not page.permissions_for_user(publisher).can_publish()

    revision = page.save_revision()
    revision.publish(user=publisher, skip_permission_checks=True)

    page.refresh_from_db()
    assert page.live


def test_a_city_publisher_in_a_review_may_set_the_day(page, team):
    publisher = somebody(CityRole.PUBLISHER, (TeamRole.EDITOR, team))
    alone = somebody(CityRole.PUBLISHER)

    assert page.permissions_for_user(publisher).can_schedule()
    assert not page.permissions_for_user(alone).can_schedule()


def test_a_street_without_team_is_worked_on_as_before(city, other):
    client = Client()
    user = UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    street = NeighbourhoodPageFactory(parent=city.home, slug="shamian", title="沙面")
    page = LandmarkPageFactory(parent=street, slug="church", live=False)

    save(client, page, **{"action-publish": "1"})

    page.refresh_from_db()
    assert page.live


def test_a_listing_asks_no_more_for_more_pages(city, team, editor, django_assert_max_num_queries):
    address = f"/admin/pages/{city.neighbourhood.pk}/"
    editor.get(address)
    with django_assert_max_num_queries(200) as asked:
        editor.get(address)
    few = len(asked)
    for number in range(12):
        LandmarkPageFactory(parent=city.neighbourhood, slug=f"more-{number}", live=False)
    editor.get(address)  # the first look asks the checks of readiness, once
    with django_assert_max_num_queries(few + 12 * 2):
        editor.get(address)


def test_pictures_and_papers_of_the_city_are_read_by_an_auditor(team):
    auditor = signed_in(somebody(CityRole.AUDITOR))
    PictureFactory(title="旧照片", collection=team.collection)
    Paper.objects.create(title="告示", collection=team.collection, file=ContentFile(b"a", "a.txt"))

    assert "旧照片" in auditor.get("/admin/reading/pictures/").content.decode()
    assert "告示" in auditor.get("/admin/reading/documents/?q=告示").content.decode()
    assert auditor.get("/admin/reading/pictures/?export=csv").status_code == 200
    assert Picture.objects.filter(title="旧照片").exists()
