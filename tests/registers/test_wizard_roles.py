"""Who may bring registers in, by the views themselves."""

import pytest
from django.test import Client
from django.urls import reverse

from heritage.editorial.teams.asking import group_of
from heritage.editorial.teams.roles import CityRole
from heritage.places.models import LandmarkPage
from heritage.registers.models import RegisterImport

from ..factories import UserFactory
from .wizard_steps import at, checked, record

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
State = RegisterImport.State


SCREENS = ["columns", "checked", "progress", "result", "undo", "discard", "refused"]


def as_(client, role, user=None):
    user = user or UserFactory()
    if role:
        user.groups.add(group_of(role))
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", [CityRole.REVIEWER, CityRole.PUBLISHER, None])
def test_others_have_no_business_there(operator, role):
    checked(operator)
    one = record()
    as_(operator, role)

    for url in [reverse("registers:index"), reverse("registers:new"), *map(at, SCREENS)]:
        for answer in (operator.get(url), operator.post(url, {"scope": "all"})):
            assert answer.status_code in (302, 403)
            assert "registers" not in answer.get("Location", "").partition("?")[0]
    one.refresh_from_db()
    assert one.state == State.PLANNED and not LandmarkPage.objects.exists()


def test_an_auditor_looks_and_changes_nothing(operator):
    checked(operator)
    operator.post(at("checked"), {"scope": "all"})
    as_(operator, CityRole.AUDITOR)

    assert operator.get(reverse("registers:index")).status_code == 200
    answer = operator.get(at("result"))
    assert answer.status_code == 200 and at("undo") not in answer.text
    for url in (reverse("registers:new"), at("undo")):
        assert operator.post(url).status_code in (302, 403)
    operator.post(at("result"))
    assert record().state == State.DONE and LandmarkPage.objects.count() == 2


def test_a_city_operator_brings_in_without_being_a_superuser(operator):
    as_(operator, CityRole.OPERATOR)

    checked(operator)
    operator.post(at("checked"), {"scope": "all"})

    assert LandmarkPage.objects.filter(live=False).count() == 2


def test_a_form_from_elsewhere_is_refused(operator):
    checked(operator)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = operator.cookies

    assert strict.post(at("checked"), {"scope": "all"}).status_code == 403
    assert not LandmarkPage.objects.exists()
