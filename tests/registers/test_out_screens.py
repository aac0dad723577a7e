"""Registers and packages from the admin: each gets what they may see, operators carry."""

import csv
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Page, PageLogEntry

from heritage.editorial.teams.models import CityGroup
from heritage.editorial.teams.services import city_roles_found, team_found

from .. import factories as make
from .packages_city import bring

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
OUT, PACKAGE_OUT, PACKAGE_IN = (
    f"/admin/registers/{name}/" for name in ("take-out", "package-out", "package-in")
)
KINDS = ["landmark", "mural"]


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def titles(answer) -> list[str]:
    rows = csv.DictReader(io.StringIO(body(answer).decode("utf-8-sig"), newline=""))
    return [next(row[key] for key in row if "(title)" in key) for row in rows]


def somebody(group) -> Client:
    user = make.UserFactory()
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def city_role(role: str) -> Client:
    city_roles_found()
    return somebody(CityGroup.objects.get(role=role).group)


@pytest.fixture
def two(city):
    """A second neighbourhood with a landmark; each has a team."""
    other = make.NeighbourhoodPageFactory(parent=city.home, slug="shamian", title="沙面")
    make.LandmarkPageFactory(parent=other, title="露德圣母堂", slug="church")
    boss = make.UserFactory(is_superuser=True)
    return [team_found(page=page, by=boss) for page in (city.neighbourhood, other)]


def ask(client: Client, **more):
    said = {"kinds": KINDS, "status": "all", "form": "csv", "language": "zh-hans"} | more
    return client.post(OUT, said)


def test_a_team_takes_out_its_own(two):
    client = somebody(two[0].editors)

    assert titles(ask(client)) == ["詹天佑故居", "粤剧墙（示例）"]


def test_another_teams_neighbourhood_is_no_choice(two):
    theirs = Page.objects.get(slug="shamian")

    answer = ask(somebody(two[0].editors), neighbourhood=theirs.pk)

    assert "neighbourhood" in answer.context["form"].errors


def test_an_auditor_takes_out_all_and_carries_nothing(two):
    client = city_role("auditor")

    assert "露德圣母堂" in titles(ask(client))
    for url in (PACKAGE_OUT, PACKAGE_IN):
        assert client.get(url).status_code == 302


@pytest.mark.parametrize("form", ["csv", "xlsx", "geojson"])
def test_a_superuser_gets_a_file_of_each_form(city, admin, form):
    answer = ask(admin, form=form, neighbourhood=city.neighbourhood.pk)

    assert f'.{form}"' in answer["Content-Disposition"]
    assert len(body(answer)) > 500


def test_who_may_not_enter_gets_nothing(city, client):
    for url in (OUT, PACKAGE_OUT, PACKAGE_IN):
        assert client.get(url).status_code == 302
        assert client.post(url).status_code == 302


def test_an_operator_takes_a_neighbourhood_out(two, city):
    client = city_role("operator")
    assert client.get(PACKAGE_OUT).status_code == 200

    answer = client.post(PACKAGE_OUT, {"neighbourhood": city.neighbourhood.pk})

    with zipfile.ZipFile(io.BytesIO(body(answer))) as package:
        assert "manifest.json" in package.namelist()
    assert PageLogEntry.objects.filter(action="registers.take_out").exists()


def sent(client: Client, package: bytes, **said):
    file = SimpleUploadedFile("case.zip", package, "application/zip")
    return client.post(PACKAGE_IN, {"file": file, **said})


def test_a_package_is_looked_at_then_brought_in(package, admin):
    looked = sent(admin, package)
    assert looked.context["report"].counts["pages"] == 19
    assert not Page.objects.filter(depth__gt=2).exists()

    answer = admin.post(PACKAGE_IN, {"kept": looked.context["kept"]})

    page = Page.objects.get(slug="enning", locale__language_code="zh-hans")
    assert f"/admin/pages/{page.pk}/" in answer.content.decode()
    assert not page.live and page.owner.is_superuser
    assert PageLogEntry.objects.filter(action="registers.package_in", page=page).exists()


def test_what_is_refused_is_said_at_the_field(package, admin):
    bring(package)

    answer = sent(admin, package)

    assert "恩宁路" in str(answer.context["form"].errors["file"])
    assert "file" in sent(admin, b"no zip").context["form"].errors


def test_the_page_of_a_neighbourhood_leads_there(city, admin):
    answer = admin.get(f"/admin/pages/{city.neighbourhood.pk}/").content.decode()

    assert f"{OUT}?neighbourhood={city.neighbourhood.pk}" in answer
    assert f"{PACKAGE_OUT}?neighbourhood={city.neighbourhood.pk}" in answer
    elsewhere = admin.get(f"/admin/pages/{city.landmark.pk}/edit/").content.decode()
    assert f"{OUT}?neighbourhood" not in elsewhere
