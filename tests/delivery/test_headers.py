"""What browsers are told about a page."""

import pytest

from heritage.delivery import csp

pytestmark = pytest.mark.django_db


def policy(response):
    parts = response["Content-Security-Policy"].split("; ")
    return {name: sources.split() for name, _space, sources in (p.partition(" ") for p in parts)}


@pytest.fixture
def public(city, client, plain_pages):
    return client.get(city.landmark.url)


def test_a_public_page_runs_and_loads_nothing_but_its_own(public):
    told = policy(public)

    assert told["default-src"] == told["script-src"] == told["style-src"] == ["'self'"]
    assert told["object-src"] == told["base-uri"] == told["frame-ancestors"] == ["'none'"]
    assert "unsafe" not in public["Content-Security-Policy"]
    assert "http" not in public["Content-Security-Policy"]


def test_a_public_page_says_little_about_its_reader(public):
    assert public["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert public["Cross-Origin-Opener-Policy"] == "same-origin"
    assert public["X-Content-Type-Options"] == "nosniff"
    assert public["X-Frame-Options"] == "DENY"
    assert "geolocation=(self)" in public["Permissions-Policy"]
    assert "microphone=()" in public["Permissions-Policy"]


def test_a_room_may_let_pictures_come_from_a_configured_host(
    city, client, plain_pages, monkeypatch
):
    monkeypatch.setattr(csp, "_image_hosts", [])
    csp.allow_images_from(lambda request: ["https://tiles.example"])

    told = policy(client.get(city.landmark.url))

    assert told["img-src"] == ["'self'", "data:", "https://tiles.example"]
    assert told["script-src"] == ["'self'"]
    assert "https://tiles.example" not in str(csp.PUBLIC_POLICY)


def test_a_kept_page_keeps_its_headers(city, client, page_cache):
    first, second = client.get(city.landmark.url), client.get(city.landmark.url)

    assert second["X-Qilou-Cache"] == "hit"
    for name in ("Content-Security-Policy", "Permissions-Policy", "Referrer-Policy"):
        assert second[name] == first[name]


def test_the_editors_desk_has_a_policy_of_its_own(client):
    told = policy(client.get("/admin/login/"))

    assert told["script-src"] == ["'self'", "'unsafe-inline'"]
    assert told["frame-ancestors"] == ["'self'"]
    assert told["default-src"] == ["'self'"]


def test_a_preview_is_what_a_visitor_gets_and_may_be_framed_by_the_desk(
    city, plain_pages, page_cache, rf
):
    response = city.landmark.make_preview_request(rf.get("/admin/"))

    assert policy(response) == policy_of_a_preview()
    assert "X-Qilou-Cache" not in response
    assert "private" in response["Cache-Control"]


def policy_of_a_preview():
    return {name: list(sources) for name, sources in csp.PREVIEW_POLICY.items()}


def test_over_https_cookies_and_visitors_stay_there(settings, client):
    settings.SECURE_SSL_REDIRECT = True

    answer = client.get("/zh-hans/")

    assert (answer.status_code, answer["Location"]) == (301, "https://testserver/zh-hans/")
