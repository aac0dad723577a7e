"""What is asked of what stands on the map, and of walks."""

import pytest

from heritage.editorial.readiness.judging import readiness_of
from heritage.places.boundaries import contains
from heritage.places.geodesy import Point
from heritage.plaques.caring import plaque_fix

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
SQUARE = [[113.23, 23.11], [113.24, 23.11], [113.24, 23.12], [113.23, 23.12], [113.23, 23.11]]
HOLE = [[113.234, 23.114], [113.236, 23.114], [113.236, 23.116], [113.234, 23.114]]
INSIDE, IN_HOLE, OUTSIDE = Point(23.112, 113.232), Point(23.1145, 113.2355), Point(23.13, 113.235)


def missing(page) -> set[str]:
    return {item.code for item in readiness_of(page).missing}


def at(page, point: str):
    page.point_entered = point
    page.read_point()
    return page


@pytest.mark.parametrize(
    "boundary",
    [
        {"type": "Polygon", "coordinates": [SQUARE, HOLE]},
        {"type": "MultiPolygon", "coordinates": [[SQUARE, HOLE]]},
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [SQUARE, HOLE]}},
    ],
)
def test_a_boundary_holds_what_lies_in_it_but_not_in_its_holes(boundary):
    assert contains(boundary, INSIDE)
    assert not contains(boundary, IN_HOLE)
    assert not contains(boundary, OUTSIDE)


@pytest.mark.parametrize("nonsense", [{}, {"type": "Point", "coordinates": [1, 2]}, [], "x"])
def test_what_is_no_area_is_refused(nonsense):
    with pytest.raises(ValueError):
        contains(nonsense, INSIDE)


class TestLocation:
    """A place stands in its neighbourhood, or says why not."""

    def test_near_the_middle_is_inside_where_no_boundary_is_drawn(self, city):
        assert "location" not in missing(city.landmark)
        assert "location" in missing(at(city.landmark, "23.1900, 113.2360"))

    def test_a_boundary_decides_where_there_is_one(self, city):
        city.neighbourhood.boundary = {"type": "Polygon", "coordinates": [SQUARE]}
        city.neighbourhood.save()
        assert "location" not in missing(at(city.landmark, "23.1150, 113.2350"))
        assert "location" in missing(at(city.landmark, "23.1250, 113.2350"))

    def test_a_boundary_nobody_can_read_is_passed_over(self, city):
        city.neighbourhood.boundary = {"type": "Nonsense"}
        city.neighbourhood.save()
        assert "location" not in missing(city.landmark)

    def test_a_point_in_another_city_is_outside(self, city):
        assert "location" in missing(at(city.landmark, "39.9042, 116.4074"))

    @pytest.mark.parametrize("kind", ["landmark", "mural", "corridor"])
    def test_a_note_explains_what_is_elsewhere_or_nowhere(self, city, kind):
        page = at(getattr(city, kind), "")
        assert "location" in missing(page)
        page.location_note = "已拆，位置待考"
        assert "location" not in missing(page)

    def test_a_neighbourhood_has_a_middle(self, city):
        assert "middle" in missing(at(city.neighbourhood, ""))


def test_a_plaque_is_wished_for_until_it_hangs(city):
    def wish():
        return next(one for one in readiness_of(city.landmark).items if one.code == "plaque")

    assert "hangs nowhere" in wish().why
    plaque_fix(plaque=city.plaque)
    assert wish().is_done
    assert "no plaque" in next(
        one.why for one in readiness_of(city.mural).items if one.code == "plaque"
    )


def test_a_walk_has_two_stops_and_each_is_published(city):
    city.mural.unpublish()
    codes = {item.code: item for item in readiness_of(city.trail).items}
    assert codes["stops"].is_done
    assert codes["stops-live"].field == "stops-1"
    city.trail.stops = city.trail.stops.all()[:1]
    assert "stops" in missing(city.trail)
