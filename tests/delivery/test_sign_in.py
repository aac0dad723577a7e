"""Whoever guesses passwords is stopped; whoever shares an office with them is not."""

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.core import mail
from django.core.cache import caches
from django.test import Client

from heritage.delivery.clients import client_address
from heritage.delivery.counter import FileCounter
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
DOOR = "/admin/login/"


@pytest.fixture
def editor():
    return UserFactory(username="mei", is_superuser=True)


@pytest.fixture
def sign_in(client):
    def signed(password, username="mei", **meta):
        return client.post(DOOR, {"username": username, "password": password}, **meta)

    return signed


def fail(sign_in, times=5, **meta):
    return [sign_in("wrong", **meta).status_code for _ in range(times)]


def test_after_five_wrong_passwords_the_right_one_is_refused_too(editor, sign_in):
    assert fail(sign_in)[:4] == [200] * 4

    answer = sign_in(PASSWORD)

    assert answer.status_code == 429
    assert answer["Retry-After"] == "900"
    assert "15" in answer.content.decode()
    assert "_auth_user_id" not in answer.wsgi_request.session


def test_others_may_sign_in_meanwhile(editor, sign_in):
    UserFactory(username="wen", is_superuser=True)
    fail(sign_in)

    assert sign_in(PASSWORD, username="wen").status_code == 302


def test_the_same_name_may_sign_in_from_elsewhere(editor, sign_in):
    fail(sign_in, REMOTE_ADDR="203.0.113.5")

    assert sign_in(PASSWORD, REMOTE_ADDR="203.0.113.6").status_code == 302


def test_after_the_wait_the_right_password_opens(editor, sign_in, monkeypatch):
    fail(sign_in)
    caches["sign_in"].clear()  # what a quarter of an hour does

    assert sign_in(PASSWORD).status_code == 302


def test_the_wait_is_a_quarter_of_an_hour(editor, sign_in, monkeypatch):
    times = []
    touch = type(caches["sign_in"]).touch
    monkeypatch.setattr(
        type(caches["sign_in"]),
        "touch",
        lambda self, key, timeout, **kw: times.append(timeout) or touch(self, key, timeout, **kw),
    )
    fail(sign_in, 2)

    assert times == [900]


def test_signing_in_forgets_the_failures_before(editor, sign_in, client):
    fail(sign_in, 4)
    assert sign_in(PASSWORD).status_code == 302
    client.logout()
    fail(sign_in, 4)

    assert sign_in(PASSWORD).status_code == 302


def test_the_database_keeps_no_address_and_the_log_shows_none(editor, sign_in, caplog):
    fail(sign_in, 6, REMOTE_ADDR="203.0.113.5")
    sign_in(PASSWORD, REMOTE_ADDR="203.0.113.6")

    assert not [m for m in (AccessAttempt, AccessFailureLog, AccessLog) if m.objects.exists()]
    assert "203.0.113" not in caplog.text


def test_a_proxy_is_believed_only_where_there_is_one(rf, settings):
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.9, 203.0.113.5")

    settings.BEHIND_PROXY = False
    assert client_address(request) == "10.0.0.1"
    settings.BEHIND_PROXY = True
    assert client_address(request) == "203.0.113.5"
    assert client_address(rf.get("/", REMOTE_ADDR="10.0.0.1")) == "10.0.0.1"


def test_a_new_password_is_mailed_five_times_an_hour_and_no_more(editor, client):
    answers = [
        client.post("/admin/password_reset/", {"email": editor.email}).status_code for _ in range(6)
    ]

    assert answers == [302] * 5 + [429]
    assert len(mail.outbox) == 5
    assert client.get("/admin/password_reset/").status_code == 200


def test_two_processes_count_together(tmp_path):
    first, second = FileCounter(str(tmp_path), {}), FileCounter(str(tmp_path), {})

    assert first.add("key", 1)
    assert not second.add("key", 1)
    assert [first.incr("key"), second.incr("key"), first.get("key")] == [2, 3, 3]
    second.clear()
    with pytest.raises(ValueError, match="not found"):
        first.incr("key")


def test_what_is_sent_from_a_page_of_an_earlier_sign_in_is_answered_in_words():
    answer = Client(enforce_csrf_checks=True).post(DOOR, {"username": "mei"})

    assert answer.status_code == 403
    assert "CSRF verification failed" not in answer.content.decode()
    assert 'href="/admin/"' in answer.content.decode()
