"""The inspection round: in walking order, four buttons, and who is torn off is known."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from heritage.plaques.caring import plaque_fix, plaque_inspect, plaque_restore
from heritage.plaques.models import Inspection, Plaque
from heritage.plaques.services import plaque_for, plaque_retarget, plaque_retire
from heritage.plaques.wall.walking import walking_order

from ..factories import NeighbourhoodPageFactory, picture_bytes
from .people import editor_of

pytestmark = pytest.mark.django_db


def hung(page, lat=None, lng=None) -> Plaque:
    [plaque] = Plaque.objects.mint(1)
    plaque_retarget(plaque=plaque, page=page)
    plaque_fix(plaque=plaque, lat=lat, lng=lng)
    return Plaque.objects.get(pk=plaque.pk)


@pytest.fixture
def lane(city) -> list[Plaque]:
    """Three plaques from north to south, and one whose position nobody noted."""
    points = [(23.1180, 113.235), (23.1174, 113.235), (23.1170, 113.235), (None, None)]
    return [hung(city.mural, *point) for point in points]


@pytest.fixture
def operator(city):
    return editor_of(city.neighbourhood, "change_plaque")


def address(city, plaque=None, **more) -> str:
    name = (
        reverse("plaques:round_plaque", args=[plaque.code]) if plaque else reverse("plaques:round")
    )
    said = {"neighbourhood": city.neighbourhood.pk, **more}
    return f"{name}?" + "&".join(f"{key}={value}" for key, value in said.items())


def codes(steps) -> list[str]:
    return [step.plaque.code for step in steps]


def test_the_round_begins_in_the_north_and_goes_on_to_the_nearest(lane):
    north, middle, south, nowhere = (plaque.code for plaque in lane)

    assert codes(walking_order(lane[::-1])) == [north, middle, south, nowhere]
    assert codes(walking_order(lane, (23.1171, 113.235))) == [south, middle, north, nowhere]
    assert [step.metres for step in walking_order(lane)] == [None, 67, 45, None]


def test_one_plaque_after_another_is_marked(city, lane, operator):
    for number, state in enumerate(["sound", "dirty", "damaged", "missing"]):
        shown = operator.get(address(city, lane[number]))
        assert shown.status_code == 200
        answer = operator.post(address(city, lane[number]), {"state": state, "note": "so"})
        after = lane[number + 1] if number < 3 else None
        assert answer["Location"] == address(city, after)

    found = [(one.plaque.code, one.state) for one in Inspection.objects.order_by("at", "pk")]
    assert found == list(
        zip([p.code for p in lane], ["sound", "dirty", "damaged", "missing"], strict=True)
    )
    statuses = [Plaque.objects.get(pk=plaque.pk).status for plaque in lane]
    assert statuses == ["fixed", "fixed", "attention", "attention"]
    assert [plaque.code for plaque in Plaque.objects.missing()] == [lane[3].code]
    assert "4" in operator.get(address(city)).content.decode()


def test_a_plaque_put_back_is_sound_and_fixed_again(city, lane):
    plaque_inspect(plaque=lane[0], state="missing", note="torn off")
    plaque_inspect(plaque=lane[0], state="sound")

    lane[0].refresh_from_db()
    assert (lane[0].status, lane[0].condition) == ("fixed", "sound")
    assert [event.kind for event in lane[0].events.all()][:2] == ["fixed", "attention"]
    assert "torn off" in lane[0].events.all()[1].note


def test_a_photograph_goes_with_the_judgement_and_a_bad_one_is_refused(city, lane, operator):
    bad = SimpleUploadedFile("a.jpg", b"no picture", "image/jpeg")
    answer = operator.post(address(city, lane[0]), {"state": "damaged", "photo": bad})
    assert (answer.status_code, Inspection.objects.count()) == (200, 0)

    good = SimpleUploadedFile("a.jpg", picture_bytes((300, 200)), "image/jpeg")
    operator.post(address(city, lane[0]), {"state": "damaged", "photo": good})
    assert Inspection.objects.get().photo.title.startswith(lane[0].code)
    assert operator.get(address(city, lane[0])).status_code == 200


def test_what_was_looked_at_today_is_passed_over_and_yesterdays_is_not(city, lane, operator):
    plaque_inspect(plaque=lane[1], state="sound")
    old = plaque_inspect(plaque=lane[2], state="sound")
    Inspection.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=2))

    answer = operator.post(address(city, lane[0]), {"state": "sound"})

    assert answer["Location"] == address(city, lane[2])


def test_the_round_of_another_neighbourhood_is_closed(city, lane, operator):
    other = NeighbourhoodPageFactory(parent=city.home, slug="pantang", title="泮塘")
    theirs = hung(other)
    base = reverse("plaques:round")

    assert other.title not in operator.get(base).content.decode()
    for number in (other.pk, city.home.pk, "x", "", 10**12):
        assert operator.get(f"{base}?neighbourhood={number}").status_code in {302, 404}
    answer = operator.post(address(city, theirs), {"state": "missing"})
    assert answer.status_code in {302, 403}
    assert not Inspection.objects.exists()


def test_nobody_goes_round_without_permission(city, lane):
    looker = editor_of(city.neighbourhood, "view_plaque")

    looker.post(address(city, lane[0]), {"state": "missing"})

    assert not Inspection.objects.exists()


def test_a_long_round_costs_no_more_queries(city, lane, operator, django_assert_max_num_queries):
    operator.get(address(city))
    with django_assert_max_num_queries(40) as few:
        operator.get(address(city))
    for _ in range(15):
        hung(city.corridor, 23.1, 113.2)
    with django_assert_max_num_queries(len(few)):
        operator.get(address(city))


def test_a_retired_plaque_stays_retired_and_is_restored_as_it_was(city, lane):
    plaque_retire(plaque=lane[0])
    plaque_inspect(plaque=lane[0], state="missing")
    assert lane[0].status == "retired"
    assert not Plaque.objects.missing().exists()

    never_hung = plaque_for(page=city.trail)
    plaque_retire(plaque=never_hung)
    assert plaque_restore(plaque=lane[0]).status == "fixed"
    assert plaque_restore(plaque=never_hung).status == "printed"
