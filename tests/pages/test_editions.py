"""长辈版: a link that works without JavaScript, and never leads off the site."""

import pytest
from django.template import loader

pytestmark = pytest.mark.django_db


def test_the_elder_edition_is_one_link_away_and_stays(city, client):
    url = city.landmark.url
    assert 'data-edition="elder"' not in client.get(url).content.decode()

    answer = client.get("/elder/", {"on": "1", "next": url})

    assert (answer.status_code, answer["Location"]) == (302, url)
    assert '<html lang="zh-Hans" data-edition="elder">' in client.get(url).content.decode()


def test_the_standard_edition_is_one_link_away_again(city, client):
    client.get("/elder/", {"on": "1", "next": "/"})

    client.get("/elder/", {"on": "0", "next": "/"})

    assert 'data-edition="elder"' not in client.get(city.landmark.url).content.decode()


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)", "", "x"],
)
def test_the_switch_never_leads_off_the_site(client, elsewhere):
    assert client.get("/elder/", {"on": "1", "next": elsewhere})["Location"] == "/"


def test_the_error_page_needs_neither_request_nor_database(django_db_blocker):
    with django_db_blocker.block():
        html = loader.get_template("500.html").render()

    assert "500" in html and 'href="/"' in html
