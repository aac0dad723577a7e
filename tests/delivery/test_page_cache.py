"""A page is made once for everybody, and never for one person."""

import gzip

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client

from heritage.delivery import freshness
from heritage.delivery.pagecache import middleware

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("page_cache")]


def asked(client, address, **headers):
    response = client.get(address, **headers)
    return response.get("X-Qilou-Cache", "")


def test_the_second_visitor_is_given_the_page_of_the_first(city):
    assert asked(Client(), city.landmark.url) == "miss"
    assert asked(Client(), city.landmark.url) == "hit"


def test_a_hit_says_the_same_as_a_miss(city, client):
    first, second = client.get(city.landmark.url), client.get(city.landmark.url)

    assert second.content == first.content
    cached = dict(second.items()) | {"X-Qilou-Cache": "miss"}
    assert cached == dict(first.items())
    assert second["Content-Type"].startswith("text/html")


def test_a_hit_costs_one_query(city, client, django_assert_num_queries):
    client.get(city.landmark.url)

    with django_assert_num_queries(1):
        client.get(city.landmark.url)


def test_languages_editions_hosts_and_schemes_are_kept_apart(city, client, settings):
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    client.get(city.landmark.url)

    assert asked(client, city.landmark.url.replace("/zh-hans/", "/en/")) == "miss"
    assert asked(client, city.landmark.url, headers={"host": "other.example"}) == "miss"
    assert client.get(city.landmark.url, secure=True)["X-Qilou-Cache"] == "miss"
    client.cookies["elder"] = "1"
    assert asked(client, city.landmark.url) == "miss"
    assert asked(client, city.landmark.url) == "hit"


def test_what_a_messenger_appends_to_a_link_is_dropped(city, client):
    client.get(city.landmark.url)

    answer = client.get(city.landmark.url + "?from=singlemessage&isappinstalled=0&utm_source=wx")

    assert answer["X-Qilou-Cache"] == "hit"


def test_no_page_repeats_the_first_visitors_campaign(city, client):
    answer = client.get(city.landmark.url + "?utm_source=wx&page=2")

    assert b"utm_source" not in answer.content
    assert b"?page=2" in answer.content


def test_questions_with_endless_answers_fill_no_cache(city, client):
    for query in ("?q=骑楼", "?anything=1", "?page=" + "1" * 33):
        client.get(city.landmark.url + query)
        assert asked(client, city.landmark.url + query) == ""


def test_known_questions_are_kept_apart(city, client):
    client.get(city.landmark.url + "?page=1")

    assert asked(client, city.landmark.url + "?page=2") == "miss"
    assert asked(client, city.landmark.url + "?page=2") == "hit"


def test_an_editor_is_neither_given_nor_makes_a_kept_page(city, admin):
    visitor = Client()
    assert asked(admin, city.landmark.url) == ""
    assert asked(visitor, city.landmark.url) == "miss"
    assert asked(admin, city.landmark.url) == ""


@pytest.mark.parametrize("cookie", ["sessionid", "messages"])
def test_whoever_carries_a_session_or_a_message_is_answered_anew(city, client, cookie):
    client.get(city.landmark.url)
    client.cookies[cookie] = "something"

    assert asked(client, city.landmark.url) == ""


def test_a_page_made_beside_a_form_token_is_not_kept_but_may_be_given(city):
    before = Client()
    before.cookies["csrftoken"] = "a" * 32

    assert asked(before, city.landmark.url) == ""
    Client().get(city.landmark.url)
    assert asked(before, city.landmark.url) == "hit"


def test_doors_desks_and_codes_are_never_kept(city, client):
    for address in ("/admin/login/", "/", f"/q/{city.plaque.code}", "/healthz"):
        client.get(address)
        assert asked(client, address) == ""


def test_an_error_is_not_kept(city, client):
    address = city.landmark.url + "nowhere/"
    client.raise_request_exception = False
    client.get(address)

    assert asked(client, address) == ""


def test_a_browser_that_has_the_page_is_told_so(city, client):
    first = client.get(city.landmark.url)

    second = client.get(city.landmark.url, headers={"if-none-match": first["ETag"]})

    assert second.status_code == 304
    assert second.content == b""
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_a_head_request_has_the_headers_and_no_body(city, client):
    first = client.get(city.landmark.url)
    answer = client.head(city.landmark.url)

    assert (answer["X-Qilou-Cache"], answer.content) == ("hit", b"")
    assert answer["ETag"] == first["ETag"]


def test_a_head_request_makes_the_page_for_those_who_read_it(city, client):
    answer = client.head(city.landmark.url)
    page = client.get(city.landmark.url)

    assert (answer["X-Qilou-Cache"], answer.content) == ("miss", b"")
    assert (page["X-Qilou-Cache"], page["Content-Length"]) == ("hit", answer["Content-Length"])
    assert len(page.content) == int(page["Content-Length"])


def test_pages_travel_compressed_where_the_client_can_take_it(city, client):
    plain = client.get(city.landmark.url)
    zipped = client.get(city.landmark.url, headers={"accept-encoding": "br, gzip"})
    refused = client.get(city.landmark.url, headers={"accept-encoding": "gzip;q=0, br"})

    assert zipped["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.content) == plain.content == refused.content
    assert int(zipped["Content-Length"]) == len(zipped.content)
    assert "Content-Encoding" not in refused
    assert "Accept-Encoding" in plain["Vary"]


def test_a_second_process_sees_a_change_at_once(city, monkeypatch):
    """Two workers have a cache each; the generation is what they share."""
    caches = [LocMemCache("worker 1", {}), LocMemCache("worker 2", {})]

    def ask(worker):
        monkeypatch.setattr(middleware, "caches", {"pages": caches[worker]})
        return asked(Client(), city.landmark.url)

    assert [ask(0), ask(1), ask(0), ask(1)] == ["miss", "miss", "hit", "hit"]
    city.landmark.title = "另一个名字"
    city.landmark.save_revision().publish()
    assert [ask(0), ask(1)] == ["miss", "miss"]


def test_without_an_answer_from_the_database_nothing_is_kept(city, client, monkeypatch):
    monkeypatch.setattr(freshness, "current", lambda: None)

    assert asked(client, city.landmark.url) == ""


def test_a_cache_that_does_not_answer_costs_no_page(city, client, monkeypatch, caplog):
    class Gone:
        def get(self, *args):
            raise ConnectionError

        set = get

    monkeypatch.setattr(middleware, "caches", {"pages": Gone()})

    assert client.get(city.landmark.url).status_code == 200
    assert "does not answer" in caplog.text
