"""Rooms register checks; a page is asked those that concern it."""

import pytest

from heritage.editorial.readiness.judging import readiness_of
from heritage.editorial.readiness.registry import (
    Lack,
    checks_of,
    register_check,
    unregister_check,
)
from heritage.places.models import LandmarkPage

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.fixture
def check():
    """Registers a check for one test and forgets it afterwards."""
    codes = []

    def register(code, **options):
        codes.append(code)
        return register_check(code, code, **options)

    yield register
    for code in codes:
        unregister_check(code)


def item_of(page, code):
    return next(item for item in readiness_of(page).items if item.code == code)


def test_a_check_of_ten_lines_is_asked_of_its_pages_alone(city, check):
    @check("hours", page_types=["places.LandmarkPage"], field="opening", is_required=False)
    def tells_hours(page):
        if not page.opening:
            yield Lack("Nobody knows when to come.")

    item = item_of(city.landmark, "hours")
    assert not item.is_done
    assert item.why == "Nobody knows when to come."
    assert item.url.endswith(f"/pages/{city.landmark.pk}/edit/#:w:contentpath=opening")
    assert "hours" not in {one.code for one in checks_of(city.mural)}


def test_what_is_advised_does_not_stand_in_the_way(city, check):
    @check("hours", page_types=[LandmarkPage], is_required=False)
    def tells_hours(page):
        yield Lack("Nobody knows when to come.")

    readiness = readiness_of(city.landmark)
    assert "hours" in {item.code for item in readiness.wished}
    assert "hours" not in {item.code for item in readiness.missing}


def test_a_lack_may_name_the_field_that_mends_it(city, check):
    @check("rows", page_types=[LandmarkPage], field="sources")
    def finds_rows(page):
        yield Lack("First.", "sources-0")
        yield Lack("Second.")

    doors = item_of(city.landmark, "rows").doors
    assert [door.why for door in doors] == ["First.", "Second."]
    assert doors[0].url.endswith("#:w:contentpath=sources-0")
    assert doors[1].anchor == "#:w:contentpath=sources"


def test_what_is_mended_elsewhere_leads_there(city, check):
    @check("elsewhere", page_types=[LandmarkPage], field="picture")
    def asks_elsewhere(page):
        yield Lack("There.", url="/admin/images/7/")

    item = item_of(city.landmark, "elsewhere")
    assert item.url == "/admin/images/7/"
    assert item.doors[0].is_elsewhere
    assert item.doors[0].anchor == "#:w:contentpath=picture"


def test_a_check_without_a_question_for_a_page_is_not_counted(city, check):
    @check("red", page_types=[LandmarkPage], applies=lambda page: page.is_red)
    def asks_the_red(page):
        yield Lack("Ask.")

    assert "red" not in {item.code for item in readiness_of(city.landmark).items}
    city.landmark.is_red = True
    assert "red" in {item.code for item in readiness_of(city.landmark).items}


def test_the_page_is_asked_as_it_is_being_edited(city):
    city.landmark.lede = " "
    readiness = readiness_of(city.landmark)
    assert not readiness.is_ready
    assert "lede" in {item.code for item in readiness.missing}


def test_a_page_nobody_asks_anything_is_ready(city):
    readiness = readiness_of(city.home)
    assert readiness.is_ready and readiness.share == 1 and readiness.total == 0
