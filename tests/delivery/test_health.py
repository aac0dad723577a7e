"""/healthz tells a load balancer the truth, whoever asks."""

import pytest
from django.core.files.storage import Storage

from heritage.delivery import health

pytestmark = pytest.mark.django_db


def test_a_healthy_site_says_so(client):
    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "storage": "ok"}
    assert answer["Cache-Control"] == "no-store"


def test_a_load_balancer_may_ask_by_address_and_without_tls(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/healthz", headers={"host": "10.0.0.7:8001"}).status_code == 200
    assert client.get("/zh-hans/", headers={"host": "10.0.0.7:8001"}).status_code == 400


def test_a_silent_database_is_reported(client, monkeypatch):
    class Silent:
        def cursor(self):
            raise OSError("no answer")

    monkeypatch.setattr(health, "connection", Silent())

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json() == {"status": "failing", "database": "failing", "storage": "ok"}


def test_a_storage_that_is_a_file_where_a_folder_should_be_is_reported(client, settings, tmp_path):
    (tmp_path / "media").write_text("not a folder")
    settings.MEDIA_ROOT = tmp_path / "media"

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json()["storage"] == "failing"


def test_a_new_site_without_uploads_is_healthy(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "not" / "yet"

    assert client.get("/healthz").status_code == 200


def test_a_folder_of_uploads_that_went_away_is_reported(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    assert client.get("/healthz").status_code == 200
    (tmp_path / "media").rmdir()

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json()["storage"] == "failing"
    assert not (tmp_path / "media").exists()


def test_another_storage_is_asked_whether_it_answers(client, monkeypatch):
    class Gone(Storage):
        def exists(self, name):
            raise ConnectionError

    monkeypatch.setattr(health, "default_storage", Gone())

    assert client.get("/healthz").status_code == 503
