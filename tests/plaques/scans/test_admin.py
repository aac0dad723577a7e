"""The operator sees what is scanned, what fell silent, and what was never in the register."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from openpyxl import load_workbook

from heritage.plaques.models import Plaque
from heritage.plaques.scans.journal import Journal
from heritage.plaques.scans.models import Client, ScanCount, UnknownScan
from heritage.plaques.scans.reading import today

from ...factories import NeighbourhoodPageFactory, PlaqueFactory, UserFactory
from .test_folding import scan_of

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
SCANS = "plaques:scans"


def count(plaque, number, *, ago=0, client=Client.WECHAT, language="zh-hans", hour=9):
    day = today() - timedelta(ago)
    ScanCount.objects.create(
        plaque=plaque, day=day, hour=hour, language=language, client=client, count=number
    )


def words(answer) -> str:
    """The words of a page, without markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.fixture
def scans(city, admin, journals):
    """What the view of the scans says, in English, for a query."""
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(admin.get("/admin/").wsgi_request.user)
    profile.preferred_language = "en"
    profile.save()
    return lambda **query: admin.get(reverse(SCANS), query)


def test_the_whole_is_told_by_client_and_by_language(city, scans):
    count(city.plaque, 7)
    count(city.plaque, 2, client=Client.PHONE, language="en", ago=27)
    count(city.plaque, 90, client=Client.BOT)
    count(city.plaque, 40, client=Client.CHECK)
    count(city.plaque, 1, ago=28)

    said = words(scans())

    assert "9 scans by visitors , in 28 days" in said or "9 scans by visitors, in 28 days" in said
    assert "WeChat 7" in said
    assert "Phone browser 2" in said
    assert "Machine 90" in said
    assert "Own check 40" in said
    assert "Simplified Chinese 7" in said
    assert "English 2" in said
    assert "10 scans by visitors, in 90 days" in words(scans(days=90))
    assert "in 28 days" in words(scans(days=365))


def test_each_plaque_has_its_bars_drawn_without_style_or_script(city, scans):
    count(city.plaque, 6)
    count(city.plaque, 3, ago=1)

    page = scans().content.decode()
    bars = re.findall(r'<svg class="scan-bars".*?</svg>', page, re.S)

    assert len(bars) == 2, "of the whole and of the plaque"
    heights = re.findall(r'scan-bar" x="\d+" y="\d+" width="4" height="(\d+)"', bars[1])
    assert heights == ["14", "28"]
    assert bars[1].count("<rect") == 28
    assert "style=" not in bars[1]
    assert "28 days, at most 6 scans on one" in bars[1]


def test_filters_leave_a_neighbourhood_or_a_status(city, scans):
    other = NeighbourhoodPageFactory(parent=city.home, slug="pantang", title="泮塘")
    elsewhere = PlaqueFactory(page=other, status=Plaque.Status.FIXED)
    count(city.plaque, 5)
    count(elsewhere, 3)

    assert "3 scans by visitors" in words(scans(neighbourhood=other.pk))
    assert "3 scans by visitors" in words(scans(status="fixed"))
    said = words(scans())
    assert "8 scans by visitors" in said
    assert "Neighbourhoods 恩宁路 5 泮塘 3" in said, "most scanned first"
    assert f"Pages {city.landmark.title} 5" in said


def test_most_scanned_plaques_come_first(city, scans):
    busy = PlaqueFactory(page=city.mural)
    count(city.plaque, 5)
    count(busy, 50)

    rows = scans().context["object_list"]

    assert [plaque.code for plaque in rows] == [busy.code, city.plaque.code]


def test_a_silent_plaque_is_told_in_words(city, scans):
    for ago in range(10, 60):
        count(city.plaque, 6, ago=ago)

    assert "Used to be scanned about 6 times a day, not for 9 days." in words(scans())


def test_unknown_codes_are_listed_with_what_may_have_been_meant(city, scans):
    code = city.plaque.code
    slip = ("0" if code[0] != "0" else "1") + code[1:]
    UnknownScan.objects.create(code=slip, day=today(), count=14)
    UnknownScan.objects.create(code="", day=today(), count=99)
    UnknownScan.objects.create(code="<B>X", day=today(), count=1)

    answer = scans()
    said = words(answer)

    assert re.search(rf"{slip} 14 \S+ {code}", said)
    assert "many others" in said
    assert "<B>X" not in answer.content.decode()


def test_opening_the_view_counts_what_still_waits(city, scans):
    journal = Journal()
    journal.append(scan_of(city.plaque.code, day=today()))
    journal.close()

    assert "1 scan by visitors" in words(scans())


def test_a_folder_out_of_reach_still_shows_the_counts(city, scans, settings, tmp_path):
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked" / "lock").mkdir()
    settings.SCANS_FOLDER = tmp_path / "locked"

    assert scans().status_code == 200


def test_spreadsheets_hold_the_counts_and_no_formula(city, scans):
    Plaque.objects.update(label="=HYPERLINK(1)")
    count(city.plaque, 7)
    count(city.plaque, 2, client=Client.BOT)

    table = scans(export="csv").content.decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(table))
    assert (row["Code"], row["Visitors' scans"], row["WeChat"]) == (city.plaque.code, "7", "7")
    assert (row["Machine"], row["Phone browser"], row["English"]) == ("2", "0", "0")
    assert (row["Name"], row["To"]) == ("'=HYPERLINK(1)", today().isoformat())

    book = load_workbook(io.BytesIO(b"".join(scans(export="xlsx").streaming_content)))
    heads, cells = list(book.active.iter_rows())
    assert [cell.value for cell in heads] == list(row)
    assert cells[1].data_type == "s"
    assert isinstance(cells[6].value, date)
    assert cells[7].value == 7


def test_a_long_list_costs_no_more_queries(city, admin, django_assert_max_num_queries):
    admin.get(reverse(SCANS))
    with django_assert_max_num_queries(40) as few:
        admin.get(reverse(SCANS))
    for _ in range(20):
        count(PlaqueFactory(page=city.mural), 3)
    with django_assert_max_num_queries(len(few) + 2):
        admin.get(reverse(SCANS))


def test_the_register_shows_the_last_four_weeks(city, admin):
    count(city.plaque, 31)
    count(city.plaque, 400, client=Client.BOT)

    page = admin.get(reverse("plaques:index")).content.decode()

    assert re.search(r'scan-cell"><b>31</b> <svg class="scan-bars"', page)


def test_only_those_who_see_the_register_see_the_scans(city, client):
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse(SCANS)).status_code == 302

    user.user_permissions.add(Permission.objects.get(codename="view_plaque"))
    assert client.get(reverse(SCANS)).status_code == 200
