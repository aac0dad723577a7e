"""Between the password and the code nothing is open; after the code, all that was before."""

import time

import pytest
from django.core import mail
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from heritage.editorial.signin.sitting import PASSWORD_AT
from heritage.plaques.models import Plaque

from ..factories import PASSWORD, PlaqueFactory, UserFactory
from .phones import phone_for, rested, shown_on, wrong_on

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
HOME, LOGIN, CODE = "/admin/", "/admin/login/", "/admin/second-step/"


def signed_in(client) -> bool:
    return client.get(HOME).status_code == 200


def test_the_password_alone_opens_nothing_of_the_admin(halfway, phone, city):
    page = city.landmark.pk
    for path in (
        HOME,
        "/admin/pages/",
        f"/admin/pages/{page}/edit/",
        f"/admin/pages/{page}/view_draft/",
        "/admin/images/",
        "/admin/account/",
        "/admin/users/",
        "/admin/reports/site-history/",
        "/admin/plaques/",
        "/admin/no-such-page/",
    ):
        answer = halfway.get(path)
        assert answer.status_code == 302, path
        assert answer.url.startswith(f"{CODE}?next=%2Fadmin%2F"), path


def test_forms_and_scripts_are_refused_too(halfway, phone, city):
    page = city.landmark
    sent = halfway.post(f"/admin/pages/{page.pk}/unpublish/")
    asked = halfway.get("/admin/api/main/pages/")
    script = halfway.get("/admin/choose-page/", headers={"x-requested-with": "XMLHttpRequest"})

    page.refresh_from_db()
    assert sent.status_code == 302
    assert page.live
    assert (asked.status_code, script.status_code) == (403, 403)


def test_the_work_at_the_wall_is_closed_until_the_code(halfway, phone, city):
    code = PlaqueFactory().code

    assert halfway.get(f"/q/{code}").status_code == 200  # what a visitor sees: waiting
    fix = halfway.get(f"/q/{code}/fix/")
    assert fix.url.startswith(LOGIN)
    step = halfway.get(fix.url)
    assert step.url.startswith(CODE)
    opened = halfway.post(step.url, {"code": shown_on(phone)})
    assert opened.url == f"/q/{code}/fix/"
    assert halfway.get(opened.url).status_code == 200
    assert Plaque.objects.get(code=code).target_key is None


def test_originals_of_uploads_stay_closed(halfway, phone, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "original_images").mkdir()
    (tmp_path / "original_images" / "a.txt").write_text("a")

    assert halfway.get("/media/original_images/a.txt").status_code == 404
    halfway.post(CODE, {"code": shown_on(phone)})
    assert halfway.get("/media/original_images/a.txt").status_code == 200


def test_the_code_opens_and_the_session_gets_another_key(halfway, phone):
    before = halfway.session.session_key

    answer = halfway.post(f"{CODE}?next=/admin/pages/", {"code": shown_on(phone)})

    assert answer.url == "/admin/pages/"
    assert halfway.session.session_key != before
    assert signed_in(halfway)


@pytest.mark.parametrize("spaced", ["{0} {1}", " {0}{1} ", "{0}-{1}"])
def test_a_code_may_be_typed_as_people_type_it(halfway, phone, spaced):
    code = shown_on(phone)
    full_width = code.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"})

    halfway.post(CODE, {"code": spaced.format(full_width[:3], full_width[3:])})

    assert signed_in(halfway)


def test_a_code_opens_once(halfway, phone, operator):
    code = shown_on(phone)
    halfway.post(CODE, {"code": code})
    other = Client()
    other.post(LOGIN, {"username": "mei", "password": PASSWORD})

    answer = other.post(CODE, {"code": code})

    assert answer.status_code == 200
    assert not signed_in(other)


def test_a_wrong_code_opens_nothing_and_the_next_has_to_wait_a_moment(halfway, phone):
    assert halfway.post(CODE, {"code": wrong_on(phone)}).status_code == 200
    hasty = halfway.post(CODE, {"code": shown_on(phone)})

    assert hasty.status_code == 200
    assert not signed_in(halfway)
    rested(phone)
    assert halfway.post(CODE, {"code": shown_on(phone)}).status_code == 302


def test_five_wrong_codes_end_the_session_and_lock_for_a_while(halfway, phone):
    answers = []
    for _time in range(5):
        answers.append(halfway.post(CODE, {"code": wrong_on(phone)}).status_code)
        rested(phone)

    assert answers == [200] * 4 + [429]
    assert "_auth_user_id" not in halfway.session
    halfway.post(LOGIN, {"username": "mei", "password": PASSWORD})
    assert halfway.post(CODE, {"code": shown_on(phone)}).status_code == 429
    assert not signed_in(halfway)


def test_a_session_that_waits_too_long_begins_with_the_password_again(halfway, phone):
    session = halfway.session
    session[PASSWORD_AT] = int(time.time()) - 16 * 60
    session.save()

    answer = halfway.get(CODE)

    assert answer.url.startswith(LOGIN)
    assert "_auth_user_id" not in halfway.session


def test_signing_out_forgets_the_code(inside):
    assert signed_in(inside)
    inside.post("/admin/logout/")
    inside.post(LOGIN, {"username": "mei", "password": PASSWORD})

    assert not signed_in(inside)


def test_somebody_halfway_can_leave(halfway, phone):
    halfway.post("/admin/logout/")

    assert "_auth_user_id" not in halfway.session


def test_a_code_from_somebody_elses_phone_opens_nothing(halfway, phone):
    others = phone_for(UserFactory())

    halfway.post(CODE, {"code": shown_on(others)})

    assert not signed_in(halfway)


def test_the_way_on_stays_on_this_site(halfway, phone):
    answer = halfway.post(CODE, {"code": shown_on(phone), "next": "https://evil.example/"})

    assert answer.url == HOME


def test_a_new_password_by_mail_does_not_open_the_second_door(client, operator, phone):
    client.post("/admin/password_reset/", {"email": operator.email})
    link = next(line for line in mail.outbox[0].body.split() if "/password_reset/" in line)
    form = client.get(link.partition("8000")[2], follow=True)
    words = {"new_password1": "siguan-noodles-1931", "new_password2": "siguan-noodles-1931"}
    client.post(form.request["PATH_INFO"], words)

    assert client.get(HOME).url.startswith(LOGIN)
    client.post(LOGIN, {"username": "mei", "password": "siguan-noodles-1931"})
    assert client.get(HOME).url.startswith(CODE)


def test_the_page_offers_its_keyboard_and_is_never_kept(halfway, phone):
    answer = halfway.get(CODE)

    assert "no-store" in answer["Cache-Control"]
    assert 'autocomplete="one-time-code"' in answer.content.decode()
    assert phone.key not in answer.content.decode()


def test_a_stranger_is_asked_for_the_password_first(client, db):
    assert client.get(CODE).url == HOME
    assert client.get(HOME).url.startswith(LOGIN)
    assert client.post(CODE, {"code": "123456"}).status_code == 302
    assert not TOTPDevice.objects.exists()


def test_switched_off_nobody_is_asked(halfway, phone, settings):
    settings.SECOND_FACTOR = False

    assert signed_in(halfway)


def test_a_recovery_code_opens_once_and_says_how_many_are_left(halfway, operator, paper):
    page = "/admin/second-step/recovery/"
    answer = halfway.post(page, {"code": paper[3].upper()}, follow=True)

    assert "9" in str(next(iter(answer.context["messages"])))
    assert signed_in(halfway)
    halfway.post("/admin/logout/")
    halfway.post(LOGIN, {"username": "mei", "password": PASSWORD})
    halfway.post(page, {"code": paper[3]})
    assert not signed_in(halfway)
    assert mail.outbox[-1].to == [operator.email]


def test_the_database_keeps_no_recovery_code(operator, paper):
    kept = set(StaticToken.objects.values_list("token", flat=True))

    assert len(kept) == 10
    assert not kept & {code.replace("-", "") for code in paper}
