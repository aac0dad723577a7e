"""A plaque fixed twice: by the same thumb, or by two people at once; and what comes after it."""

import pytest
from django.test import Client

from heritage.plaques.caring import plaques_printed
from heritage.plaques.models import Plaque

from .people import editor_of

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

AT_THE_MURAL = {"lat": "23.117210", "lng": "113.235510", "accuracy": "7"}


@pytest.fixture
def plaque(city) -> Plaque:
    [plaque] = Plaque.objects.mint(1, neighbourhood_key=city.neighbourhood.translation_key)
    return plaque


@pytest.fixture
def operator(city) -> Client:
    return editor_of(city.neighbourhood, "change_plaque")


@pytest.fixture
def url(plaque) -> str:
    return f"/q/{plaque.code}/fix/"


def test_who_has_fixed_one_is_told_what_was_kept_and_what_comes_next(city, plaque, operator, url):
    Plaque.objects.mint(2, neighbourhood_key=city.neighbourhood.translation_key)
    operator.post(url, {"page": city.mural.pk, "keep_position": "on", **AT_THE_MURAL})

    told = operator.get(f"{url}?done=1")

    assert told.templates[0].name == "plaques/wall/done.html"
    assert (told.context["fixed_today"], told.context["left"]) == (1, 2)
    assert city.mural.title in told.content.decode()


def test_a_second_tap_keeps_nothing_twice(city, plaque, operator, url):
    seen = operator.get(url, {"page": city.mural.pk}).context["form"]["seen"].value()
    for _tap in range(2):
        answer = operator.post(url, {"page": city.mural.pk, "seen": seen})
        assert answer["Location"].endswith("?done=1")

    assert [event.kind for event in plaque.events.all()] == ["fixed", "bound", "minted"]


def test_of_two_people_at_once_the_second_is_told_and_decides(city, plaque, operator, url):
    other = editor_of(city.neighbourhood, "change_plaque")
    seen = operator.get(url, {"page": city.mural.pk}).context["form"]["seen"].value()
    other.post(url, {"page": city.corridor.pk, "seen": seen})

    told = operator.post(url, {"page": city.mural.pk, "seen": seen})

    assert told.status_code == 200
    assert city.corridor.title in told.context["form"].non_field_errors()[0]
    plaque.refresh_from_db()
    assert plaque.target_key == city.corridor.translation_key
    again = told.context["form"]["seen"].value()
    assert operator.post(url, {"page": city.mural.pk, "seen": again}).status_code == 302
    plaque.refresh_from_db()
    assert plaque.target_key == city.mural.translation_key


def test_being_printed_meanwhile_stops_nobody_at_the_wall(city, plaque, operator, url):
    seen = operator.get(url, {"page": city.mural.pk}).context["form"]["seen"].value()
    plaques_printed(plaques=[plaque])

    assert operator.post(url, {"page": city.mural.pk, "seen": seen}).status_code == 302
