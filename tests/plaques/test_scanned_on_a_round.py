"""Who walks a round and scans a plaque stands in front of its four buttons, not of its story."""

import pytest
from django.urls import reverse

from heritage.plaques.caring import plaque_fix
from heritage.plaques.models import Inspection
from heritage.plaques.services import plaque_for

from .people import editor_of

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


@pytest.fixture
def operator(city):
    return editor_of(city.neighbourhood, "change_plaque")


@pytest.fixture
def plaque(city):
    return plaque_fix(plaque=plaque_for(page=city.mural))


@pytest.fixture
def round_of(city) -> str:
    return f"{reverse('plaques:round')}?neighbourhood={city.neighbourhood.pk}"


def test_a_plaque_scanned_on_the_round_opens_in_it(operator, plaque, round_of):
    before = operator.get(f"/Q/{plaque.code}")["Location"]
    operator.get(round_of)

    scanned = operator.get(f"/Q/{plaque.code}")["Location"]

    assert "/opera-wall/" in before
    assert scanned.startswith(reverse("plaques:round_plaque", args=[plaque.code]))
    kept = operator.post(scanned, {"state": "missing"}, follow=True).content.decode()
    assert Inspection.objects.get().state == "missing"
    assert f'href="{scanned.replace("&", "&amp;")}"' in kept
    assert "/opera-wall/" in operator.get(f"/Q/{plaque.code}?visitor")["Location"]


def test_after_the_round_and_elsewhere_the_story_opens(city, operator, plaque, round_of):
    operator.get(round_of)
    unfixed = plaque_for(page=city.corridor)
    assert "/enning/" in operator.get(f"/Q/{unfixed.code}")["Location"]

    operator.get(reverse("plaques:round"))

    assert "/opera-wall/" in operator.get(f"/Q/{plaque.code}")["Location"]
