"""Setting up a phone, changing it, new recovery codes."""

import re

import pytest
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from heritage.editorial.signin.factors import codes_left, phone_of

from ..factories import PASSWORD
from .phones import rested, shown_on, wrong_on

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
SET_UP, OWN = "/admin/second-step/phone/", "/admin/account/second-factor/"


def codes_on(answer) -> list[str]:
    return re.findall(r"<li>([0-9a-z]{5}-[0-9a-z]{5})</li>", answer.content.decode())


def test_the_first_sign_in_sets_up_a_phone_and_hands_out_ten_codes(halfway, operator):
    led = halfway.get("/admin/pages/", follow=True)
    assert led.request["PATH_INFO"] == SET_UP
    phone = TOTPDevice.objects.get(user=operator)
    page = led.content.decode()
    assert "<svg" in page
    assert not phone.confirmed

    done = halfway.post(SET_UP, {"code": shown_on(phone), "next": "/admin/pages/"})

    codes = codes_on(done)
    assert len(set(codes)) == 10
    assert 'href="/admin/pages/"' in done.content.decode()
    assert "no-store" in done["Cache-Control"]
    assert phone_of(operator) == phone
    assert halfway.get("/admin/").status_code == 200
    assert not codes_on(halfway.get(OWN))


def test_the_key_is_there_in_characters_for_whoever_cannot_scan(halfway, operator):
    page = halfway.get(SET_UP).content.decode()

    assert re.search(r"<code>([A-Z2-7]{4} ){7}[A-Z2-7]{4}</code>", page)


def test_a_wrong_code_sets_nothing_up(halfway, operator):
    halfway.get(SET_UP)
    phone = TOTPDevice.objects.get(user=operator)

    answer = halfway.post(SET_UP, {"code": wrong_on(phone)})

    assert answer.status_code == 200
    assert phone_of(operator) is None
    assert halfway.get("/admin/").status_code == 302


def test_a_key_shown_in_another_session_is_never_taken_into_use(halfway, operator):
    spy = Client()
    spy.post("/admin/login/", {"username": "mei", "password": PASSWORD})
    spy.get(SET_UP)
    seen = TOTPDevice.objects.get(user=operator)
    halfway.get(SET_UP)

    halfway.post(SET_UP, {"code": shown_on(seen)})

    assert phone_of(operator) is None
    assert not TOTPDevice.objects.filter(key=seen.key).exists()


def test_a_phone_that_is_set_up_cannot_be_replaced_by_the_password_alone(halfway, phone):
    answer = halfway.get(SET_UP)

    assert answer.url.startswith("/admin/second-step/?")
    assert halfway.get(f"{OWN}phone/").status_code == 302
    assert halfway.post(OWN, {"password": PASSWORD, "do": "phone"}).url.startswith("/admin/second")


def test_another_phone_after_the_password(inside, operator, phone, paper):
    assert inside.get(f"{OWN}phone/").url == OWN
    assert inside.post(OWN, {"password": PASSWORD, "do": "phone"}).url == f"{OWN}phone/"
    inside.get(f"{OWN}phone/")
    new = TOTPDevice.objects.get(user=operator, confirmed=False)

    done = inside.post(f"{OWN}phone/", {"code": shown_on(new)})

    assert len(codes_on(done)) == 10
    assert phone_of(operator) == new
    assert not TOTPDevice.objects.filter(pk=phone.pk).exists()
    assert inside.get("/admin/").status_code == 200
    assert inside.get(f"{OWN}phone/").url == OWN


def test_new_recovery_codes_after_the_password(inside, operator, paper):
    done = inside.post(OWN, {"password": PASSWORD, "do": "codes"})

    assert len(codes_on(done)) == 10
    assert not set(codes_on(done)) & set(paper)
    assert codes_left(operator) == 10


def test_five_wrong_passwords_under_account_end_the_session(inside):
    answers = [inside.post(OWN, {"password": "wrong", "do": "codes"}).status_code for _ in "12345"]

    assert answers == [200] * 4 + [429]
    assert "_auth_user_id" not in inside.session


def test_the_account_leads_there_where_the_second_factor_is_on(inside, settings):
    assert OWN in inside.get("/admin/account/").content.decode()
    settings.SECOND_FACTOR = False
    assert OWN not in inside.get("/admin/account/").content.decode()


def test_a_phone_that_waits_tells_how_long(halfway, operator):
    halfway.get(SET_UP)
    phone = TOTPDevice.objects.get(user=operator)
    halfway.post(SET_UP, {"code": wrong_on(phone)})

    answer = halfway.post(SET_UP, {"code": shown_on(phone)})

    assert answer.context["form"].errors["code"]
    rested(phone)
    assert len(codes_on(halfway.post(SET_UP, {"code": shown_on(phone)}))) == 10
