"""Which page a row is; and what it may be the same as, in the file and in the tree."""

import pytest

from heritage.registers.planning import Verdict
from tests.factories import DesignationFactory, LandmarkPageFactory, MuralPageFactory

from .lists import codes, plan_of, planned

pytestmark = pytest.mark.django_db
HEADERS = ["名称", "街道", "别名", "级别", "编号", "纬度", "经度", "slug", "same_as"]


@pytest.fixture
def page(city):
    page = LandmarkPageFactory(
        parent=city.neighbourhood,
        slug="chen-hall",
        title="陈家祠堂",
        alt_names="陈氏书院",
        point_entered="23.1261, 113.2450",
        date="",
        address="",
    )
    DesignationFactory(page=page.page_ptr, grade="national", register_number="3-0041-3-007")
    return page


def row(name="", *, alias="", number="", point=",", slug="", same_as="", place="恩宁路"):
    lat, lng = point.split(",")
    grade = "国保" if number else ""
    return [name, place, alias, grade, number, lat, lng, slug, same_as]


def one_of(**cells):
    return planned(HEADERS, row(**cells))


@pytest.mark.parametrize(
    "cells",
    [
        {"name": "陈家祠堂"},
        {"name": "陳家祠堂"},
        {"name": "陈氏宗祠", "slug": "chen-hall"},
        {"name": "陈氏宗祠", "same_as": "chen-hall"},
        {"name": "陈氏宗祠", "same_as": "https://qilou.example/zh-hans/enning/chen-hall/"},
        {"name": "陈家祠堂", "slug": "chen-hall", "place": "没有这条街"},
    ],
)
def test_a_row_is_a_page_by_its_name_address_or_word(page, cells):
    one = one_of(**cells)

    assert one.page_id == page.pk
    assert one.verdict in (Verdict.SAME, Verdict.CHANGE)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"name": "陈氏书院"}, "similar_alias"),
        ({"name": "古祠", "alias": "陈家祠堂"}, "similar_alias"),
        ({"name": "古祠", "number": "3-0041-3-007"}, "similar_number"),
        ({"name": "陈家祠", "point": "23.1262,113.2451"}, "similar_near"),
        ({"name": "陈家祠堂", "point": "23.1400,113.2450"}, "similar_name"),
        ({"name": "甲", "slug": "opera-wall"}, "other_kind"),
    ],
)
def test_what_may_be_a_page_that_is_there_is_refused(page, cells, code):
    one = one_of(**cells)

    assert one.verdict is Verdict.REFUSE
    assert code in codes(one)


def test_a_likeness_is_another_place_when_the_row_says_so(page):
    one = one_of(name="陈氏书院", same_as="new")
    allowed = planned(HEADERS, row(name="陈氏书院"), allow_similar=True)

    assert (one.verdict, allowed.verdict) == (Verdict.CREATE, Verdict.CREATE)


def test_what_only_looks_alike_is_left_in_peace(page):
    for name in ("陈家祠堂东座", "46号", "石室"):
        assert one_of(name=name, point="23.1265,113.2455").verdict is Verdict.CREATE


def test_a_namesake_elsewhere_is_only_mentioned(page):
    one = planned(HEADERS, row(name="陈家祠堂"), into_id=page.get_parent().pk)
    assert one.page_id == page.pk

    elsewhere = MuralPageFactory(parent=page.get_parent(), title="墙", slug="wall")
    assert planned([*HEADERS, "kind"], [*row(name="墙"), "mural"]).page_id == elsewhere.pk


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ({"name": "甲楼"}, {"name": "甲楼"}, "duplicate_name"),
        ({"name": "甲楼", "alias": "乙楼"}, {"name": "乙楼"}, "duplicate_alias"),
        (
            {"name": "甲楼", "number": "1-0001-5-001"},
            {"name": "乙楼", "number": "1-0001-5-001"},
            "duplicate_number",
        ),
        (
            {"name": "逢源大街民居", "point": "23.1200,113.2400"},
            {"name": "逢源大街的民居", "point": "23.1201,113.2401"},
            "duplicate_near",
        ),
        ({"name": "甲楼", "slug": "a"}, {"name": "乙楼", "slug": "a"}, "duplicate_slug"),
        ({"name": "陈家祠堂"}, {"name": "陈氏", "slug": "chen-hall"}, "duplicate_page"),
    ],
)
def test_the_second_of_two_alike_in_a_file_is_refused(page, first, second, code):
    one, two = plan_of(HEADERS, row(**first), row(**second)).rows

    assert not one.refusals
    assert code in codes(two)
    (reason,) = [reason for reason in two.refusals if reason.code == code]
    assert reason.params["row"] == 2


def test_houses_of_one_name_far_apart_are_two(page):
    plan = plan_of(
        HEADERS,
        row(name="李氏宗祠", point="23.1200,113.2400"),
        row(name="李氏宗祠", point="23.1300,113.2400"),
    )

    assert [one.verdict for one in plan.rows] == [Verdict.CREATE, Verdict.CREATE]
    assert len({one.entry.identity for one in plan.rows}) == 2


def test_an_id_of_its_own_is_told_apart_by_the_name(page):
    one, two = plan_of(["名称", "街道", "标识"], ["甲", "恩宁路", "7"], ["乙", "恩宁路", "7"]).rows

    assert codes(two) == ["duplicate_id"]
    assert not one.refusals


def test_a_key_is_a_pages_own(page):
    headers, key = ["名称", "街道", "key"], "0e5b4b6e-8d1c-4c5e-9a55-0a5f8b4b7a11"
    wall = page.get_siblings().get(slug="opera-wall")

    known, mural, one, two = plan_of(
        headers,
        ["陈氏", "恩宁路", str(page.translation_key)],
        ["粤剧", "恩宁路", str(wall.translation_key)],
        ["甲", "恩宁路", key],
        ["乙", "恩宁路", key],
    ).rows

    assert known.page_id == page.pk
    assert codes(mural) == ["other_kind"]
    assert (one.verdict, one.entry.values["translation_key"]) == (Verdict.CREATE, key)
    assert codes(two) == ["duplicate_id"]


def test_a_plan_takes_as_many_queries_for_many_rows(page, django_assert_max_num_queries):
    headers = ["名称", "街道", "级别", "编号", "纬度", "经度"]
    rows = [
        [f"第{n}座屋", "恩宁路", "国保", f"4-{n:04}", f"23.{110000 + n}", f"113.{240000 + n}"]
        for n in range(400)
    ]

    with django_assert_max_num_queries(20):
        plan = plan_of(headers, *rows, ["陈家祠堂", "恩宁路", "", "", "", ""])

    assert plan.counts[Verdict.CREATE] == 400
