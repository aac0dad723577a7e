"""A lost phone is taken off by those who may, and by nobody else."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import ModelLogEntry

from heritage.editorial.signin.factors import codes_left, phone_of
from heritage.editorial.teams.roles import CityRole
from heritage.editorial.teams.services import city_roles_found

from ..factories import UserFactory
from ..teams.people import somebody
from .people import member
from .phones import phone_for, shown_on

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
SET_UP = "/admin/second-step/phone/"


def test_an_operator_takes_a_lost_phone_off(inside, operator, mailoutbox):
    wen = UserFactory(username="wen", is_superuser=True)
    phone_for(wen)
    browser = Client()
    browser.force_login(wen)
    url = reverse("second_factor:reset", args=[wen.pk])
    assert url in inside.get(reverse("wagtailusers_users:index")).content.decode()

    assert inside.get(url).status_code == 200
    inside.post(url)

    assert phone_of(wen) is None
    entry = ModelLogEntry.objects.get(action="signin.reset")
    assert (entry.user, entry.object_id) == (operator, str(wen.pk))
    assert mailoutbox[-1].to == [wen.email]
    assert browser.get("/admin/", follow=True).request["PATH_INFO"] == SET_UP


def test_an_old_session_cannot_set_up_a_phone_after_a_reset(inside, operator):
    session = inside.session
    session["signin_password_at"] = 1
    session.save()
    call_command("reset_second_factor", "mei", verbosity=0)

    answer = inside.get("/admin/", follow=True)

    assert answer.request["PATH_INFO"] == "/admin/login/"
    assert not TOTPDevice.objects.exists()


def test_nobody_resets_a_superuser_but_a_superuser_and_nobody_themselves(client, operator, phone):
    clerk = member(permission="change_user")
    own = phone_for(clerk)
    client.force_login(clerk)
    client.post("/admin/second-step/", {"code": shown_on(own)})

    for person in (operator, clerk):
        client.post(reverse("second_factor:reset", args=[person.pk]))

    assert phone_of(operator) == phone
    assert phone_of(clerk) == own


def test_a_writer_resets_nobody(client, city, operator, phone):
    client.force_login(member(page=city.neighbourhood))

    client.post(reverse("second_factor:reset", args=[operator.pk]))

    assert phone_of(operator) == phone


def test_the_command_resets_and_says_so(operator, paper, capsys):
    call_command("reset_second_factor", "mei")

    assert "mei" in capsys.readouterr().out
    assert phone_of(operator) is None
    assert codes_left(operator) == 0
    with pytest.raises(CommandError, match="nobody"):
        call_command("reset_second_factor", "no-such-person")


def test_a_city_operator_takes_a_publishers_phone_off(client, city):
    city_roles_found()
    clerk, publisher = somebody(CityRole.OPERATOR), somebody(CityRole.PUBLISHER)
    own = phone_for(clerk)
    phone_for(publisher)
    client.force_login(clerk)
    client.post("/admin/second-step/", {"code": shown_on(own)})

    url = reverse("second_factor:reset", args=[publisher.pk])
    sheet = client.get(f"/admin/people/{publisher.pk}/")
    assert url in sheet.content.decode()
    client.post(url)

    assert phone_of(publisher) is None
