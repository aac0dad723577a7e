"""What an operator asks for: the command, the page in the admin, the sign-maker's package."""

import csv
import io
import zipfile
from dataclasses import asdict

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from heritage.plaques.models import Plaque, PlaqueEvent, StatutoryMarker
from heritage.plaques.printing import extras
from heritage.plaques.printing.plates import plates_for
from heritage.plaques.services import plaque_for

from ...factories import PlaqueFactory, UserFactory
from . import paper

pytestmark = pytest.mark.django_db
URL = "plaques:print"


def print_plaques(out, *arguments) -> str:
    said = io.StringIO()
    call_command("print_plaques", "--out", str(out), *arguments, stdout=said)
    return said.getvalue()


def order(**said) -> dict:
    return {"status": "minted", "layout": "stickers", "form": "pdf", **said}


@pytest.fixture
def waiting(city, printer) -> list[Plaque]:
    """Five plaques minted for the neighbourhood, and two for nowhere."""
    Plaque.objects.mint(2)
    return Plaque.objects.mint(5, neighbourhood_key=city.neighbourhood.translation_key)


def test_a_neighbourhood_s_minted_plaques_are_printed(waiting, city, tmp_path):
    Plaque.objects.filter(pk=city.plaque.pk).update(status="fixed")
    out = tmp_path / "sheet.pdf"

    said = print_plaques(out, "--neighbourhood", "enning", "--status", "minted")

    [page] = paper.pages(out.read_bytes())
    found = {text.rpartition("/")[2] for text in paper.read_codes(page)}
    assert found == {plaque.code for plaque in waiting}
    assert "5 plaques" in said
    assert not PlaqueEvent.objects.filter(kind="printed").exists()


def test_printed_plaques_are_set_to_printed_with_their_history(waiting, city, tmp_path):
    said = print_plaques(tmp_path / "a.pdf", "--neighbourhood", "enning", "--mark-printed")

    assert "6 set to printed" in said
    assert Plaque.objects.filter(status="printed").count() == 6
    event = waiting[0].events.first()
    assert (event.kind, event.note) == ("printed", "print_plaques stickers")


def test_a_bound_plaque_says_what_its_page_says(city, printer, tmp_path):
    out = tmp_path / "a6.pdf"

    print_plaques(out, "--layout", "a6", "--neighbourhood", "enning")

    said = paper.words(out.read_bytes())
    assert "恩宁路" in said and "詹天佑故居" in said and "FormerHomeofZhanTianyou" in said
    assert "一句让人停下来读的话。" in said and city.plaque.code in said


def test_retired_plaques_are_left_out(city, printer, tmp_path):
    Plaque.objects.update(status="retired")

    with pytest.raises(CommandError, match="no plaque"):
        print_plaques(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--neighbourhood", "ening"], "enning"),
        (["--distance", "0"], "100 m"),
        (["--distance", "5"], "Too small"),
        (["--layout", "a6", "--distance", "1"], "Too small"),
        (["--layout", "statutory"], "Missing: .*body that put it up"),
        (["--status", "fixed"], "no plaque"),
        (["--layout", "poster"], "poster"),
    ],
)
def test_a_mistake_is_told_in_words(arguments, words, city, printer, tmp_path):
    with pytest.raises(CommandError, match=words):
        print_plaques(tmp_path / "a.pdf", *arguments)

    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_told_in_words(city, printer, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        print_plaques(tmp_path / "nowhere" / "a.pdf")


def test_without_typst_one_sentence_says_what_to_run(city, monkeypatch, tmp_path):
    monkeypatch.setattr(extras, "are_installed", lambda: False)

    with pytest.raises(CommandError, match="make printing"):
        print_plaques(tmp_path / "a.pdf")


def test_a_marker_takes_its_statements_from_the_designation(city, printer, tmp_path):
    out = tmp_path / "marker.pdf"

    put_up = ["--erected-by", "荔湾区人民政府", "--erected-on", "二〇二六年五月一日"]
    print_plaques(out, "--layout", "statutory", *put_up)

    front, _back = paper.page_words(out.read_bytes())
    for words in ("詹天佑故居", "广州市人民政府", "2002年公布", "荔湾区人民政府", "五月一日立"):
        assert words in front


def test_a_marker_s_own_statements_go_before_the_designation_s(city, printer, tmp_path):
    statement = asdict(paper.STATEMENT)
    StatutoryMarker.objects.create(plaque=city.plaque, **statement)

    print_plaques(tmp_path / "m.pdf", "--layout", "statutory")

    front, _back = paper.page_words((tmp_path / "m.pdf").read_bytes())
    assert all(words in front for words in statement.values())


def test_a_panel_s_plaque_carries_its_number_and_title(city, printer, tmp_path):
    panel = city.corridor.panels_in_order.get()
    PlaqueFactory(page=city.corridor, label=city.corridor.title, part_key=panel.key)

    print_plaques(tmp_path / "c.pdf", "--layout", "corridor")

    said = paper.words((tmp_path / "c.pdf").read_bytes())
    assert "第一块展板" in said and "十二甫的来历。" in said and "1" in said


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_sign_maker_gets_a_file_for_each_plate_and_a_list(form, city, printer, tmp_path):
    Plaque.objects.filter(pk=city.plaque.pk).update(label="=1+1/../詹天佑")
    plaque_for(page=city.mural)

    with override("en"):
        print_plaques(tmp_path / "a.zip", "--format", form, "--layout", "a6")

    with zipfile.ZipFile(tmp_path / "a.zip") as package:
        rows = list(csv.DictReader(io.StringIO(package.read("list.csv").decode("utf-8-sig"))))
        names = set(package.namelist()) - {"list.csv"}
    assert {row["files"] for row in rows} == names and len(names) == 2
    assert all("/" not in name and name.endswith(f".{form}") for name in names)
    row = next(row for row in rows if row["code"] == city.plaque.code)
    assert row["address"] == f"HTTPS://STORY.EXAMPLE.ORG/Q/{city.plaque.code}"
    assert row["name"] == "'=1+1/../詹天佑"
    assert (row["symbol (mm)"], row["smallest (mm)"]) == ("46", "46")


def test_queries_do_not_grow_with_the_batch(city):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            plates_for(Plaque.objects.all())
        return len(asked)

    pages = list(city.pages.values())
    for page in pages:
        plaque_for(page=page)
    few = queries()
    for page in pages * 5:
        PlaqueFactory(page=page)

    assert queries() == few <= 30


def test_the_admin_s_page_offers_a_file(waiting, admin):
    assert "print/" in admin.get(reverse("plaques:index")).content.decode()
    assert admin.get(reverse(URL)).status_code == 200

    answer = admin.post(reverse(URL), order(mark_printed="on"))

    assert answer["Content-Type"] == "application/pdf"
    assert "plaques-stickers.pdf" in answer["Content-Disposition"]
    assert len(paper.read_codes(paper.pages(answer.content)[0])) == 8
    event = PlaqueEvent.objects.filter(kind="printed").first()
    assert event.by is not None
    assert admin.post(reverse(URL), order(status="", form="svg"))["Content-Type"].endswith("zip")


@pytest.mark.parametrize(
    ("said", "words"),
    [({"metres": "5"}, "Too small"), ({"status": "retired"}, "no plaque"), ({"layout": "x"}, "")],
)
def test_the_admin_says_what_cannot_be_printed(said, words, waiting, admin):
    answer = admin.post(reverse(URL), order(**said), headers={"accept-language": "en"})

    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
    assert words in answer.content.decode()


def test_only_who_may_change_plaques_may_print(city, client):
    client.force_login(UserFactory())

    assert client.post(reverse(URL), order()).status_code == 302
    assert not PlaqueEvent.objects.filter(kind="printed").exists()
