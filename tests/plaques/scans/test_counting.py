"""A scan adds to a count for plaque, day, hour, language and kind of client; nothing else."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client

from heritage.plaques.models import Plaque
from heritage.plaques.scans import counting
from heritage.plaques.scans.folding import fold
from heritage.plaques.scans.models import ScanCount, UnknownScan

from ...factories import UserFactory
from ..scanning import scan
from .test_clients import NAMES

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

PHONE, WECHAT, BOT = NAMES["phone"][0], NAMES["wechat"][0], NAMES["bot"][1]
UNBOUND_CODE = "7K3M9X"


def scanned(code: str, *, name: str = PHONE, client: Client | None = None, **headers):
    headers = {"user-agent": name, "accept-language": "zh-CN"} | headers
    return (client or Client()).get(f"/Q/{code}", headers=headers)


def counts() -> dict:
    """What is counted, by client and language."""
    fold()
    rows = ScanCount.objects.values_list("client", "language", "count")
    return {(client, language): count for client, language, count in rows}


def test_a_scan_counts_for_its_client_and_language(city, journals):
    for name in (PHONE, WECHAT, WECHAT, BOT):
        scanned(city.plaque.code, name=name)
    scanned(city.plaque.code.lower(), name=WECHAT, **{"accept-language": "en"})

    assert counts() == {
        ("phone", "zh-hans"): 1,
        ("wechat", "zh-hans"): 2,
        ("bot", "zh-hans"): 1,
        ("wechat", "en"): 1,
    }


def test_it_counts_for_the_day_and_hour_of_the_city(city, journals, monkeypatch):
    evening = datetime(2026, 3, 1, 0, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr("django.utils.timezone.now", lambda: evening.astimezone(ZoneInfo("UTC")))
    scanned(city.plaque.code)
    monkeypatch.undo()
    fold()

    row = ScanCount.objects.get()
    assert (row.plaque, str(row.day), row.hour, row.count) == (city.plaque, "2026-03-01", 0, 1)


@pytest.mark.parametrize("status", Plaque.Status.values)
def test_it_counts_whatever_stands_behind_the_plaque(city, journals, status):
    Plaque.objects.update(status=status, target_key=None)

    assert scanned(city.plaque.code).status_code == 200
    assert counts() == {("phone", "zh-hans"): 1}


def test_our_own_checks_are_counted_apart(city, journals):
    client, user = Client(), UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="change_plaque"))
    client.force_login(user)
    scanned(city.plaque.code, client=client)

    assert counts() == {("check", "zh-hans"): 1}


def test_somebody_signed_in_who_looks_after_no_plaque_is_a_visitor(city, journals):
    client = Client()
    client.force_login(UserFactory())
    scanned(city.plaque.code, client=client)

    assert counts() == {("phone", "zh-hans"): 1}


def test_choosing_another_language_at_the_door_is_no_new_scan(city, journals):
    Plaque.objects.update(target_key=None)
    scanned(city.plaque.code)
    Client().get(f"/q/{city.plaque.code}?in=en", headers={"user-agent": PHONE})
    Client().get("/q/", headers={"user-agent": PHONE})

    assert counts() == {("phone", "zh-hans"): 1}


def test_a_code_typed_into_the_form_counts_once(city, journals):
    Client().get("/q/", {"code": city.plaque.code}, headers={"user-agent": PHONE}, follow=True)

    assert counts() == {("phone", "zh-hans"): 1}


def test_codes_that_no_plaque_has_are_counted_in_a_list_of_their_own(city, journals):
    for code in (UNBOUND_CODE, UNBOUND_CODE, "7k3m-9y", "ABC", "X" * 60):
        assert scanned(code).status_code == 200
    scanned("WP-LOGIN.PHP", name=BOT)
    fold()

    unknown = dict(UnknownScan.objects.values_list("code", "count"))
    assert unknown == {UNBOUND_CODE: 2, "7K3M9Y": 1, "ABC": 1, "X" * 12: 1}
    assert not ScanCount.objects.exists()


def test_the_door_keeps_to_its_two_queries(city, journals, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        scanned(city.plaque.code)


def test_a_full_disk_stops_no_visitor_and_is_logged_once(city, journals, monkeypatch, caplog):
    def no_room(file, line):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(counting, "_said_at", 0.0)
    monkeypatch.setattr("heritage.plaques.scans.journal.os.write", no_room)
    answers = {scanned(city.plaque.code).status_code for _ in range(3)}

    assert answers == {302}
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == [
        "A scan was answered but could not be counted."
    ]


def test_a_folder_that_cannot_be_made_stops_no_visitor(city, settings, tmp_path, caplog):
    (tmp_path / "file").write_text("")
    settings.SCANS_FOLDER = tmp_path / "file" / "scans"

    assert scan(city.plaque.code).status_code == 302


def test_nothing_of_a_visitor_is_written_anywhere(city, journals):
    traces = {
        "user-agent": f"{WECHAT} device/A1B2C3",
        "x-forwarded-for": "203.0.113.77",
        "referer": "https://weixin.example/openid=o6_bmjrPTlm6",
        "cookie": "django_language=zh-hans; visitor=4711",
    }
    Client(REMOTE_ADDR="203.0.113.78").get(f"/Q/{city.plaque.code}", headers=traces)

    written = b"".join(path.read_bytes() for path in journals.iterdir())
    pattern = rb"\w{6}\t\d{4}-\d\d-\d\d\t\d{1,2}\tzh-hans\twechat\n"
    assert re.fullmatch(pattern, written)
    fold()
    for table in ("scans_scancount", "scans_unknownscan", "scans_journalmark"):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table}")
            said = str(cursor.fetchall())
        for trace in ("203.0", "A1B2C3", "openid", "4711", "Micro"):
            assert trace not in said
    names = {field.name for field in ScanCount._meta.fields}
    assert names == {"id", "plaque", "day", "hour", "language", "client", "count"}
