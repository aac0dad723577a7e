"""A register taken out, brought in elsewhere and taken out again is the same to the byte."""

import csv
import io

import pytest
from openpyxl import load_workbook
from wagtail.models import Page

from heritage.registers.columns.keyed import column_keyed
from heritage.registers.models import RegisterImport

from .. import factories as make
from .leaving_trees import bring, out, planned
from .packages_city import forget

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
FORMS = ["csv", "xlsx", "geojson"]


def elsewhere() -> None:
    """Another tree: a neighbourhood of the same name, nothing in it."""
    forget()
    RegisterImport.objects.all().delete()
    home = Page.objects.get(depth=2, locale__language_code="zh-hans")
    make.NeighbourhoodPageFactory(parent=home, slug="enning", title="恩宁路")


@pytest.fixture
def odd(city):
    """A city whose landmark says things that spreadsheets spoil."""
    page = city.landmark
    page.title = "=HYPERLINK(\"x\"), '引号'；＝全角 😀"
    page.alt_names = "一；二、三\r\n@四\n-五"
    page.lede = "　全角空格 前后  两个空格 "
    page.date, page.date_edtf = "1961/3/4 0:00", "1961-03-04"
    page.address = "无"
    page.short_name = "'=1"
    page.is_red, page.is_step_free = True, False
    page.accuracy_m, page.datum = 30, "gcj02"
    page.save()
    make.DesignationFactory(
        page=page.page_ptr, track="historic", grade="historic-building", batch="第七批",
        register_number="4-209", announced_on="1993/8", note="+86\t20", sort_order=1,
        is_unverified=True,
    )  # fmt: skip
    make.DesignationFactory(page=page.page_ptr, register_number="7-44", sort_order=2)
    make.SourceFactory(page=page.page_ptr, citation="甲；乙|丙\n丁", kind="web", sort_order=1,
                       url="https://example.org/?a=1;b=2", accessed="2026-01-02")  # fmt: skip
    make.SourceFactory(page=page.page_ptr, citation="-", kind="archive", sort_order=2)
    return city


@pytest.mark.parametrize("form", FORMS)
def test_out_in_and_out_again_is_identical(odd, form):
    before = out(form)
    elsewhere()

    plan = bring(before)

    assert len(plan.rows) == 6
    assert out(form) == before


@pytest.mark.parametrize("form", FORMS)
def test_brought_in_where_it_came_from_it_changes_nothing(odd, form):
    assert set(planned(out(form)).counts) == {"same"}


def test_the_formats_say_the_same(odd):
    before = out("csv")
    elsewhere()
    bring(out_of := before)
    for form in ("xlsx", "geojson"):
        file = out(form)
        elsewhere()
        bring(file)
        assert out("csv") == out_of


def test_neighbourhoods_are_a_register_of_their_own(city):
    before = out("csv", kinds=("neighbourhood",))
    forget()
    RegisterImport.objects.all().delete()

    bring(before)

    assert out("csv", kinds=("neighbourhood",)) == before


def rows(file: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file by the keys of its columns."""
    header, *lines = csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""))
    keys = []
    for cell in header:
        column, number = column_keyed(cell)
        keys.append(column.key if number == 1 else f"{column.key}_{number}")
    return [dict(zip(keys, line, strict=True)) for line in lines]


def test_a_file_is_made_to_be_read_by_people(odd):
    [landmark] = [row for row in rows(out()) if "HYPERLINK" in row["title"]]

    assert landmark["title"].startswith("'=HYPERLINK")
    assert landmark["neighbourhood"] == "恩宁路"
    assert landmark["is_red"] == "是"
    assert landmark["datum"] == "GCJ-02"
    assert landmark["register_number_2"] == "4-209"


def test_a_workbook_holds_nothing_but_text(odd):
    book = load_workbook(io.BytesIO(out("xlsx")))

    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert any(cell.value == "4-209" for cell in cells)


def test_one_landmark_with_one_designation_has_plain_columns(city):
    header = out().decode("utf-8-sig").splitlines()[0]

    assert "(grade)" in header
    assert "_2)" not in header


def test_a_corrected_export_changes_the_page(odd):
    file = out().replace("恩宁路开通".encode(), "恩宁路开通了".encode(), 1)

    plan = planned(file)

    assert plan.counts["change"] == 1
    assert plan.counts["same"] == 5


def test_published_pages_go_out_as_visitors_read_them(city):
    city.landmark.title = "未发布的改名"
    city.landmark.save_revision()
    city.history.unpublish()

    live, everything, drafts = (rows(out(status=status)) for status in ("live", "all", "draft"))

    assert "詹天佑故居" in [row["title"] for row in live] and len(live) == 5
    assert "未发布的改名" in [row["title"] for row in everything] and len(everything) == 6
    assert [row["title"] for row in drafts] == [city.history.title]


def test_a_translation_never_finds_the_original(city):
    from wagtail.models import Locale

    english = city.landmark.page_ptr.specific.copy_for_translation(
        Locale.objects.get(language_code="en"), copy_parents=True
    )
    english.title = "Home of Zhan Tianyou"
    english.save_revision()

    [row] = rows(out(language="en", kinds=("landmark",)))

    assert row["title"] == "Home of Zhan Tianyou"
    assert "key" not in row and "fingerprint" not in row
    assert row["grade"] != "municipal"


def test_the_queries_of_a_chunk_do_not_grow(city, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            out()
        return len(caught)

    few = count()
    for number in range(20):
        make.LandmarkPageFactory(parent=city.neighbourhood, title=f"另一处 {number}")

    assert count() == few
