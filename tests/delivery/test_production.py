"""Production starts only when it is safe to, and says in words what is missing."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from heritage.settings.mail import mail_settings

from .production import manage


@pytest.mark.parametrize("variable", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_refuses_to_start_without(variable, tmp_path):
    answer = manage(tmp_path, "check", **{variable: ""})

    assert answer.returncode != 0
    assert f"Set {variable}: " in answer.stderr.splitlines()[-1]


def test_djangos_checks_for_deployment_find_nothing(tmp_path):
    answer = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING")

    assert answer.returncode == 0, answer.stderr


def test_static_files_are_collected_under_names_that_carry_their_hash(tmp_path):
    answer = manage(tmp_path, "collectstatic", "--noinput", "--verbosity", "0")

    assert answer.returncode == 0, answer.stderr
    assert list(tmp_path.glob("static/places/sketchmap.*.css"))
    assert list(tmp_path.glob("static/places/sketchmap.*.css.gz"))


def test_mail_goes_where_it_is_told():
    told = mail_settings("smtp://team%40example.org:p%2Fw@mail.example.org?from=a@example.org")

    assert (told["EMAIL_HOST"], told["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert (told["EMAIL_HOST_USER"], told["EMAIL_HOST_PASSWORD"]) == ("team@example.org", "p/w")
    assert (told["EMAIL_USE_TLS"], told["EMAIL_USE_SSL"]) == (True, False)
    assert told["DEFAULT_FROM_EMAIL"] == "a@example.org"


def test_mail_may_begin_encrypted_or_stay_on_the_machine():
    assert mail_settings("smtps://mail.example.org")["EMAIL_PORT"] == 465
    assert mail_settings("smtps://mail.example.org")["EMAIL_USE_SSL"] is True
    assert mail_settings("smtp://127.0.0.1:25?tls=0")["EMAIL_USE_TLS"] is False


def test_without_an_address_mail_is_written_to_the_log():
    assert mail_settings("")["EMAIL_BACKEND"].endswith("console.EmailBackend")


def test_an_address_that_is_none_is_refused_in_words():
    with pytest.raises(ImproperlyConfigured, match="smtp://user"):
        mail_settings("mail.example.org:25")
