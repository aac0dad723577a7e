"""Who may read the log, how it is taken away, and that nobody changes it."""

import io

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import PageLogEntry
from wagtail.snippets.models import get_snippet_models

from heritage.editorial.teams.roles import CityRole, TeamRole
from heritage.editorial.teams.services import city_roles_found, team_found

from ..factories import UserFactory
from ..teams.people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
LOG = "/admin/reports/audit/"


@pytest.fixture
def team(city):
    city_roles_found()
    return team_found(page=city.neighbourhood, by=None)


@pytest.mark.parametrize("role", [CityRole.AUDITOR, CityRole.OPERATOR, "superuser"])
def test_auditors_operators_and_superusers_read_it(team, client, role):
    user = UserFactory(is_superuser=True) if role == "superuser" else somebody(role)
    client.force_login(user)

    assert client.get(LOG).status_code == 200
    assert client.get(f"{LOG}results/").status_code == 200
    assert LOG in client.get("/admin/").content.decode()


@pytest.mark.parametrize("role", [CityRole.REVIEWER, CityRole.PUBLISHER, *TeamRole])
def test_nobody_else_does(team, client, role):
    client.force_login(somebody(role if isinstance(role, CityRole) else (role, team)))

    for path in (LOG, f"{LOG}results/", f"{LOG}?export=csv"):
        assert client.get(path).status_code == 302
    assert LOG not in client.get("/admin/").content.decode()


def test_a_stranger_signs_in_first(db, client):
    assert client.get(LOG).url.startswith("/admin/login/")


@pytest.fixture
def formula(city, auditor):
    """A page whose name a spreadsheet would compute."""
    city.landmark.title = "=HYPERLINK(1)"
    city.landmark.save_revision().publish(user=UserFactory(username="mei", is_superuser=True))
    return auditor


def test_it_is_taken_away_as_csv_without_formulas(formula):
    answer = formula.get(LOG, {"export": "csv", "kind": "public"})

    head, row = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert head.startswith("When,Who,On the authority of,What")
    assert "'=HYPERLINK(1)" in row
    assert ",=HYPERLINK" not in row
    assert "mei" in row


def test_it_is_taken_away_as_xlsx_without_formulas(formula):
    answer = formula.get(LOG, {"export": "xlsx", "kind": "public"})

    sheet = load_workbook(io.BytesIO(b"".join(answer))).active
    names = [cell for cell in sheet[2] if "HYPERLINK" in str(cell.value)]
    assert [cell.data_type for cell in names] == ["s"]


def test_no_view_of_the_site_changes_or_deletes_an_entry(city, admin):
    entry = PageLogEntry.objects.create(
        content_type_id=city.landmark.content_type_id,
        page=city.landmark.page_ptr,
        label="x",
        action="wagtail.publish",
        timestamp="2026-01-01T00:00Z",
    )
    for method in (admin.post, admin.put, admin.delete):
        assert method(LOG).status_code == 405

    assert PageLogEntry.objects.filter(pk=entry.pk).exists()
    models = {apps.get_model("wagtailcore", name) for name in ("PageLogEntry", "ModelLogEntry")}
    assert not models & set(get_snippet_models())
    assert reverse("audit:log") == LOG
    shown = Permission.objects.filter(codename__contains="logentry", group__isnull=False)
    assert not shown.exists()
