"""A statutory marker's six statements, held against the site's latest designation."""

import pytest

from heritage.plaques.statutory import days_of, failures, statements_from

from ..factories import DesignationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(city) -> dict:
    """Six statements that hold for the city's landmark (市级, 广州市人民政府, 2002年)."""
    return {
        **statements_from(city.landmark),
        "erected_by": "广州市人民政府",
        "erected_on": "2003-05",
    }


def fields(said, page) -> list[str]:
    return [failure.field for failure in failures(said, page)]


def test_what_is_known_of_the_site_is_filled_in_and_holds(city, said):
    assert said["grade"] == "广州市文物保护单位"
    assert (said["name"], said["announced_on"]) == (city.landmark.title, "2002年")
    assert failures(said, city.landmark) == []
    assert failures({**said, "grade": "市级文物保护单位"}, city.landmark) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("grade", "广东省文物保护单位"),
        ("name", "詹天佑旧居"),
        ("announced_by", "广东省人民政府"),
        ("announced_on", "2001-12-31"),
        ("announced_on", "2003"),
        ("announced_on", "long ago"),
        ("announced_on", "2002-13"),
        ("erected_on", "2001"),
        ("erected_on", "2002-02-30"),
        ("erected_by", ""),
        ("grade", " "),
    ],
)
def test_a_statement_that_does_not_hold_is_named_with_its_rule(city, said, field, value):
    found = failures({**said, field: value}, city.landmark)

    assert [failure.field for failure in found] == [field]
    assert found[0].rule


def test_the_latest_designation_counts(city, said):
    DesignationFactory(
        page=city.landmark.page_ptr,
        grade="provincial",
        announced_by="广东省人民政府",
        announced_on="2012年",
    )

    assert fields(said, city.landmark) == ["grade", "announced_by", "announced_on", "erected_on"]


@pytest.mark.parametrize(
    ("track", "grade", "word"),
    [("historic", "historic-building", "历史建筑"), (None, None, "詹天佑故居")],
)
def test_there_is_no_marker_for_what_is_no_relic(city, said, track, grade, word):
    city.landmark.designations.all().delete()
    if track:
        DesignationFactory(page=city.landmark.page_ptr, track=track, grade=grade)

    [failure] = failures(said, city.landmark)

    assert failure.field == ""
    assert word in failure.rule
    assert "《文物保护法实施条例》" in failure.rule


def test_a_marker_needs_a_page():
    assert fields({}, None) == [""]


def test_dates_are_read_as_far_as_they_go():
    assert [day.isoformat() for day in days_of("2002年9月")] == ["2002-09-01", "2002-09-30"]
    assert [day.isoformat() for day in days_of("2002")] == ["2002-01-01", "2002-12-31"]
    assert days_of("2002年9月3日")[0] == days_of("2002-9-3")[1]
    assert days_of("光绪") is None
