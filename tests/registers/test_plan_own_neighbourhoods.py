"""Which neighbourhood a row belongs to: one of its own file, one only like it, one far off."""

import pytest

from heritage.places.models import LandmarkPage, NeighbourhoodPage
from heritage.registers.models import ImportedRow
from heritage.registers.writing.bringing import import_write
from heritage.registers.writing.undoing import import_undo

from ..factories import NeighbourhoodPageFactory, UserFactory
from .lists import codes, plan_of, planned
from .write_plans import record

pytestmark = pytest.mark.django_db

HEADERS = ["kind", "名称", "街道", "地址"]

ROWS = (
    ["landmark", "大佛寺", "惠福里", "惠福东路"],
    ["neighbourhood", "惠福里", "", ""],
    ["landmark", "西来井", "惠福里社区", ""],
)


def brought_in(plan):
    made = record(by=UserFactory(is_superuser=True))
    import_write(record=made, plan=plan)
    return made


def test_rows_may_name_a_neighbourhood_that_their_file_makes(city):
    plan = plan_of(HEADERS, *ROWS)
    assert not plan.refused
    brought_in(plan)
    made = NeighbourhoodPage.objects.get(title="惠福里")
    assert set(made.get_children().values_list("title", flat=True)) == {"大佛寺", "西来井"}


def test_such_a_file_brought_in_again_changes_nothing(city):
    plan = plan_of(HEADERS, *ROWS)
    brought_in(plan)
    again = plan_of(HEADERS, *ROWS)
    assert set(again.counts) == {"same"}
    known = set(ImportedRow.objects.values_list("identity", flat=True))
    assert known == {row.entry.identity for row in again.rows}


def test_such_an_import_is_taken_back_whole(city):
    plan = plan_of(HEADERS, *ROWS)
    made = brought_in(plan)
    import_undo(record=made, by=made.by)
    assert not NeighbourhoodPage.objects.filter(title="惠福里").exists()
    assert not LandmarkPage.objects.filter(title="大佛寺").exists()


def test_a_refused_neighbourhood_takes_its_rows_with_it(city):
    far = ["39.9, 116.4"]
    plan = plan_of([*HEADERS, "坐标"], ["neighbourhood", "惠福里", "", "", *far], [*ROWS[0], ""])
    assert [row.verdict for row in plan.rows] == ["refuse", "refuse"]


@pytest.mark.parametrize("words", ["北京街道", "荔湾区北京街", "北京路社区"])
def test_the_only_one_that_is_like_it_is_proposed_with_the_reason(city, words):
    place = NeighbourhoodPageFactory(parent=city.home, title="北京路—大南路", slug="beijing-lu")
    row = planned(["名称", "街道"], ["甲宅", words])
    assert row.entry.parent_id == place.pk
    assert "place_alike" in codes(row)


def test_two_that_are_like_it_are_asked_about(city):
    NeighbourhoodPageFactory(parent=city.home, title="北京路—大南路", slug="beijing-lu")
    NeighbourhoodPageFactory(parent=city.home, title="北京大街", slug="beijing-dajie")
    row = planned(["名称", "街道"], ["甲宅", "北京里"])
    assert "unsure_neighbourhood" in codes(row)
    assert row.verdict == "refuse"


def test_a_point_kilometres_from_its_neighbourhood_is_pointed_out(city):
    near = {"point_entered": "23.1150, 113.2350", "datum": "wgs84"}
    NeighbourhoodPageFactory(parent=city.home, title="多宝路", slug="duobao", **near)
    headers = ["名称", "街道", "坐标"]
    assert "far_from_place" in codes(planned(headers, ["甲宅", "多宝路", "23.20, 113.40"]))
    assert "far_from_place" not in codes(planned(headers, ["甲宅", "多宝路", "23.116, 113.236"]))
