"""A register that comes again: nothing changes twice, and no editor is overwritten."""

import pytest

from heritage.places.models import LandmarkPage
from heritage.registers.planning import Verdict
from heritage.registers.writing.beginning import import_begin
from heritage.registers.writing.bringing import import_write

from .lists import codes, plan_of

pytestmark = pytest.mark.django_db
HEADERS = [
    "名称",
    "街道",
    "地址",
    "年代",
    "别名",
    "级别",
    "公布时间",
    "说明",
    "来源",
    "坐标(GCJ-02)",
]
ROW = [
    "陈家祠堂", "恩宁路", "恩龙里34号", "清光绪十四年", "陈氏书院；陈家祠", "国保", "1988-01-13",
    "广东各地陈姓合建。", "《荔湾区志》", "23.1261, 113.2450",
]  # fmt: skip


def bring_in(headers, *rows, **options):
    plan = plan_of(headers, *rows, **options)
    record = import_begin(name="名录.csv", file_hash=str(rows), options={}, scope="good")
    import_write(record=record, plan=plan)
    return plan


def changed(**cells: str) -> list[str]:
    """The row, some cells said otherwise."""
    return [cells.get(header, cell) for header, cell in zip(HEADERS, ROW, strict=True)]


@pytest.fixture
def page(city):
    bring_in(HEADERS, ROW)
    return LandmarkPage.objects.get(title="陈家祠堂")


def edit(page, **values) -> None:
    draft = page.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision()


def test_a_second_run_changes_nothing(page):
    (again,) = plan_of(HEADERS, ROW).rows

    assert (again.verdict, again.page_id, again.reasons) == (Verdict.SAME, page.pk, [])


def test_what_changed_in_the_file_changes_the_page(page):
    (again,) = plan_of(HEADERS, changed(地址="恩龙里三十四号", 级别="省保")).rows

    assert again.verdict is Verdict.CHANGE
    assert again.changes["address"] == ("恩龙里34号", "恩龙里三十四号")
    assert set(again.changes) == {"address", "designations"}


def test_an_emptied_cell_empties_the_field(page):
    (again,) = plan_of(HEADERS, changed(地址="")).rows

    assert again.changes == {"address": ("恩龙里34号", "")}


def test_an_editors_change_stays_while_the_file_says_the_same(page):
    edit(page, address="恩龙里34号之一")

    (again,) = plan_of(HEADERS, ROW).rows

    assert (again.verdict, codes(again)) == (Verdict.SAME, ["left_by_editor"])


def test_an_editors_change_is_never_overwritten(page):
    edit(page, address="恩龙里34号之一")

    (again,) = plan_of(HEADERS, changed(地址="恩龙里36号")).rows

    assert (again.verdict, codes(again)) == (Verdict.REFUSE, ["edited"])
    assert "恩龙里34号之一" in str(again.reasons[0])


def test_a_changed_designation_an_editor_has_worked_on_is_refused(page):
    draft = page.get_latest_revision_as_object()
    draft.designations.all()[0].announced_by = "国务院"
    row = draft.designations.all()[0]
    row.announced_by = "国务院"
    draft.designations = [row]
    draft.save_revision()

    (again,) = plan_of(HEADERS, changed(公布时间="1988-01-14")).rows

    assert codes(again) == ["edited"]


def test_an_editors_change_is_overwritten_when_somebody_says_so(page):
    edit(page, address="恩龙里34号之一")

    (again,) = plan_of(HEADERS, changed(地址="恩龙里36号"), file_wins=True).rows

    assert again.changes == {"address": ("恩龙里34号之一", "恩龙里36号")}


def test_a_page_that_an_editor_renamed_is_known_again(page):
    edit(page, title="陈家祠（陈氏书院）")

    (again,) = plan_of(HEADERS, ROW).rows

    assert (again.page_id, codes(again)) == (page.pk, ["left_by_editor"])


def test_a_page_that_no_import_wrote_is_only_filled_in(city):
    page = city.landmark
    headers = ["名称", "街道", "地址", "开放时间", "经度", "纬度"]

    (one,) = plan_of(headers, [page.title, "恩宁路", "别处1号", "周二至周日", "", ""]).rows

    assert one.changes == {"opening": ("", "周二至周日")}
    assert codes(one) == ["kept"]


def test_a_point_written_otherwise_is_the_same_point(page):
    (again,) = plan_of(HEADERS, changed(**{"坐标(GCJ-02)": "113.245,23.1261"})).rows

    assert again.verdict is Verdict.SAME


def test_a_corrected_export_is_the_newer(city):
    from heritage.registers.planning.fingerprints import fingerprint_of
    from heritage.registers.planning.present import present_values

    page = city.landmark
    state = fingerprint_of(present_values([(page.pk, "landmark")])[page.pk])
    headers = ["名称", "街道", "地址", "fingerprint"]

    (one,) = plan_of(headers, [page.title, "恩宁路", "芽菜巷42号", state]).rows
    edit(page, opening="周二至周日")
    (other,) = plan_of(headers, [page.title, "恩宁路", "芽菜巷42号", state]).rows

    assert list(one.changes) == ["address"]
    assert codes(other) == ["kept"]


def test_another_register_does_not_make_the_first_forgotten(page):
    bring_in(["名称", "街道", "开放时间"], ["陈家祠堂", "恩宁路", "8:30—17:30"])

    (again,) = plan_of(HEADERS, changed(地址="恩龙里36号")).rows

    assert again.changes == {"address": ("恩龙里34号", "恩龙里36号")}


def test_an_id_knows_a_renamed_row_again(city):
    headers = ["标识", "名称", "街道"]
    bring_in(headers, ["LW-7", "八和会馆", "恩宁路"])

    (again,) = plan_of(headers, ["LW-7", "八和会馆旧址", "恩宁路"]).rows
    (other,) = plan_of(headers, ["LW-7", "沙面堂", "恩宁路"]).rows

    assert again.changes == {"title": ("八和会馆", "八和会馆旧址")}
    assert "identity_clash" in codes(other)
