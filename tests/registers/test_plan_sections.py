"""Lists as offices lay them out: headings between the rows, totals and remarks below them."""

import pytest

from .lists import codes, plan_of

pytestmark = pytest.mark.django_db

HEADERS = ["序号", "名称", "时代", "地址"]


def test_a_heading_says_the_grade_of_the_rows_below_it():
    plan = plan_of(
        HEADERS,
        ["一、全国重点文物保护单位（1处）", "", "", ""],
        ["1", "甲祠", "清", "一路"],
        ["二、省级文物保护单位", "", "", ""],
        ["2", "乙庙", "明", "二路"],
    )
    grades = [row.entry.designations[0]["grade"] for row in plan.rows]
    assert [row.entry.values["title"] for row in plan.rows] == ["甲祠", "乙庙"]
    assert grades == ["national", "provincial"]
    assert all("by_section" in codes(row) for row in plan.rows)
    assert [note.params["row"] for note in plan.notes if note.code == "section"] == [2, 4]


def test_a_grade_of_its_own_stands_before_the_heading():
    plan = plan_of(
        [*HEADERS, "级别"],
        ["省级文物保护单位", "", "", "", ""],
        ["1", "甲祠", "清", "一路", "市级"],
    )
    assert plan.rows[0].entry.designations[0]["grade"] == "municipal"


def test_totals_and_remarks_are_no_sites():
    plan = plan_of(
        HEADERS,
        ["1", "甲祠", "清", "一路"],
        ["小计", "1", "", ""],
        ["合计", "", "", "3处"],
        ["备注：以上数据截至2023年底。", "", "", ""],
    )
    assert [row.entry.values["title"] for row in plan.rows] == ["甲祠"]
    assert [note.params["row"] for note in plan.notes if note.code == "no_site"] == [3, 4, 5]


@pytest.mark.parametrize(
    "name", ["省级文物保护单位陈家祠", "历史建筑研究会旧址", "总计公所", "注：甲祠"]
)
def test_a_site_with_such_words_in_its_name_is_a_site(name):
    (row,) = plan_of(["名称", "地址"], [name, "一路"]).rows
    assert row.entry.values["title"] == name
