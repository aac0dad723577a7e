"""Each row is checked by itself: what is wrong is said with column, value and rule."""

import pytest

from heritage.registers.planning import Verdict
from home.models import HomePage
from tests.factories import NeighbourhoodPageFactory

from .lists import codes, plan_of, planned

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def neighbourhood(db):
    home = HomePage.objects.get(locale__language_code="zh-hans")
    return NeighbourhoodPageFactory(
        parent=home, slug="datang", title="大塘街道", division_code="440104017", alt_names="大塘"
    )


HERE = ["名称", "街道"]


def row(headers: list[str], cells: list[str], **options):
    return planned([*HERE, *headers], ["陈家祠", "大塘街道", *cells], **options)


@pytest.mark.parametrize(
    ("headers", "cells", "code"),
    [
        (["纬度", "经度"], ["113.26", "23.12"], "swapped"),
        (["纬度", "经度"], ["23.12", ""], "half_point"),
        (["纬度", "经度"], ["北边", "113.26"], "unreadable_point"),
        (["纬度", "经度"], ["2559123.4", "38443210.5"], "projected"),
        (["纬度", "经度"], ["0", "0"], "zero_point"),
        (["纬度", "经度"], ["39.90", "116.40"], "outside_city"),
        (["坐标"], ["39.90, 116.40"], "outside_city"),
        (["坐标", "坐标系"], ["23.12, 113.26", "北京54"], "unknown_datum"),
        (["坐标", "坐标系"], ["23.12, 113.26", "地方独立坐标"], "unknown_datum"),
        (["坐标(WGS84)", "坐标系"], ["23.12, 113.26", "GCJ-02"], "two_datums"),
        (["地址"], ["长" * 256], "too_long"),
        (["编号", "级别"], ["长" * 61, "国保"], "too_long"),
        (["坐标精度"], ["很准"], "not_a_number"),
        (["site_type"], ["飞机场"], "not_a_choice"),
        (["kind"], ["铁路"], "not_a_kind"),
        (["body"], ["[{]"], "bad_blocks"),
        (["same_as"], ["nowhere"], "unknown_page"),
        (["key"], ["17"], "bad_key"),
        (["slug"], ["chen/../hall"], "bad_slug"),
    ],
)
def test_what_cannot_be_used_is_refused(headers, cells, code):
    one = row(headers, cells)

    assert one.verdict is Verdict.REFUSE
    (reason,) = [reason for reason in one.refusals if reason.code == code]
    assert reason.header in headers
    assert reason.value
    assert reason.header in str(reason)


def test_a_row_without_a_name_is_refused():
    assert codes(planned(HERE, ["", "大塘街道"])) == ["no_name"]


def test_a_row_with_more_cells_than_columns_is_refused():
    assert codes(planned(HERE, ["甲", "大塘街道", "多"])) == ["broken_row"]


def test_points_anywhere_are_taken_when_the_check_is_lifted():
    one = row(["纬度", "经度"], ["48.85", "2.35"], anywhere=True)

    assert one.verdict is Verdict.CREATE
    assert one.entry.values["point_entered"] == "48.85, 2.35"


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("坐标", "23.121594, 113.290711"),
        ("坐标", "113.290711,23.121594"),
        ("coord", "Point(113.290711 23.121594)"),
        ("geometry", '{"type":"Point","coordinates":[113.290711,23.121594]}'),
        ("经纬度", "东经113.290711 北纬23.121594"),
    ],
)
def test_a_point_in_one_column_is_read_in_any_form(header, cell):
    from heritage.places.geodesy import GUANGZHOU, parse_point

    one = row([header], [cell])

    assert not one.refusals
    point = parse_point(one.entry.values["point_entered"], near=GUANGZHOU)
    assert (point.lat, point.lng) == (23.121594, 113.290711)


@pytest.mark.parametrize(
    ("words", "datum"),
    [("CGCS2000", "wgs84"), ("GCJ-02", "gcj02"), ("火星坐标系", "gcj02"), ("百度", "bd09")],
)
def test_datums_are_known_by_their_names(words, datum):
    assert row(["坐标", "坐标系"], ["23.12, 113.26", words]).entry.values["datum"] == datum


def test_a_datum_that_nobody_names_is_taken_as_wgs84_and_said_once():
    headers = [*HERE, "纬度", "经度"]
    rows = [[name, "大塘街道", "23.12", lng] for name, lng in (("甲", "113.26"), ("乙", "113.27"))]

    plan = plan_of(headers, *rows)
    stated = plan_of(headers, *rows, datum="GCJ-02")

    assert [note.code for note in plan.notes] == ["no_datum"]
    assert not stated.notes
    assert stated.rows[0].entry.values["datum"] == "gcj02"


@pytest.mark.parametrize(
    ("words", "grade", "batch"),
    [
        ("第七批全国重点文物保护单位", "national", "7"),
        ("国保", "national", ""),
        ("廣東省文物保護單位", "provincial", ""),
        ("广州市文物保护单位", "municipal", ""),
        ("县（区）级文物保护单位", "county", ""),
        ("尚未核定公布为文物保护单位的不可移动文物", "ungraded", ""),
        ("广州市历史建筑", "historic-building", ""),
        ("历史文化街区", "historic-block", ""),
    ],
)
def test_grades_are_known_in_any_wording(words, grade, batch):
    (designation,) = row(["级别"], [words]).entry.designations

    assert (designation["grade"], designation["batch"]) == (grade, batch)


def test_a_grade_that_is_not_known_is_kept_with_its_words():
    one = row(["Grade", "编号"], ["Grade II*", "1021466"])

    (designation,) = one.entry.designations
    assert (designation["grade"], designation["note"]) == ("other", "Grade II*")
    assert (one.verdict, codes(one)) == (Verdict.CREATE, ["unknown_grade"])


@pytest.mark.parametrize(
    "words", ["一級歷史建築", "国指定重要文化財", "直轄市定古蹟", "National Historic Landmark"]
)
def test_grades_of_other_laws_are_no_grades_of_this_one(words):
    (designation,) = row(["级别"], [words]).entry.designations

    assert (designation["grade"], designation["note"]) == ("other", words)


def test_a_class_of_another_track_is_a_designation_of_its_own():
    one = row(["保护级别", "保护类别", "批次"], ["省级文物保护单位", "历史建筑", "第三批"])

    kept = [(d["track"], d["grade"], d["batch"]) for d in one.entry.designations]
    assert kept == [("relic", "provincial", "3"), ("historic", "historic-building", "")]


def test_numbered_columns_make_further_designations():
    headers = ["级别", "公布时间", "级别2", "公布时间2"]

    one = row(headers, ["市级", "1993年8月", "省级", "2002年"])

    kept = [(d["grade"], d["announced_on"]) for d in one.entry.designations]
    assert kept == [("municipal", "1993年8月"), ("provincial", "2002年")]


def test_a_category_alone_is_no_designation():
    plan = plan_of([*HERE, "类别"], ["甲", "大塘街道", "古建筑"])

    assert plan.rows[0].entry.designations == []
    assert [note.code for note in plan.notes] == ["not_shown"]


def test_a_number_that_became_a_date_is_flagged():
    assert codes(row(["编号", "级别"], ["1944-07-01", "国保"])) == ["looks_like_excel_date"]


def test_a_date_that_cannot_be_read_is_kept_as_words():
    one = row(["年代"], ["清某年间"])

    assert (one.verdict, codes(one)) == (Verdict.CREATE, ["date_as_words"])
    assert one.entry.values["date"] == "清某年间"


def test_a_description_becomes_text_that_cites_the_sources():
    one = row(
        ["说明", "来源", "网址"], ["两进<b>\n有天井。", "《越秀区志》；S2", "https://gz.gov.cn/a"]
    )

    (block,) = one.entry.values["body"]
    assert block["value"]["text"] == "<p>两进&lt;b&gt;</p><p>有天井。</p>"
    assert block["value"]["cites"] == "1, 2, 3"
    assert [source["citation"] for source in one.entry.sources] == [
        "《越秀区志》",
        "S2",
        "https://gz.gov.cn/a",
    ]


def test_an_address_that_is_none_stays_words():
    one = row(["网址"], ["javascript:alert(1)"])

    assert [(s["citation"], s["url"]) for s in one.entry.sources] == [("javascript:alert(1)", "")]


def test_blocks_of_an_export_are_cleaned():
    cell = '[{"type": "text", "value": {"text": "<p>好<script>x</script></p>", "cites": "1"}}]'

    (block,) = row(["body"], [cell]).entry.values["body"]

    assert block["value"]["text"] == "<p>好</p>"


def test_formulas_are_text():
    one = planned(["名称", "街道", "地址"], ["=1+1", "大塘街道", "'=2+2"])

    assert (one.entry.values["title"], one.entry.values["address"]) == ("=1+1", "=2+2")


def test_the_kind_of_place_follows_the_last_word_of_its_name():
    kinds = {
        name: planned(HERE, [name, "大塘街道"]).entry.values.get("site_type")
        for name in ("鲁迅故居", "农讲所旧址", "陈家祠堂", "甲乙丙")
    }

    assert list(kinds.values()) == ["former-residence", "site", "ancestral-hall", None]
