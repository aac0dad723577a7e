"""What a visitor finds on each page, in order, with JavaScript or without."""

import itertools
import re

import pytest
from django.test import Client

from ..city import KINDS
from ..factories import HotspotFactory

pytestmark = pytest.mark.django_db


def html_of(client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def places_of(html: str, *signs: str) -> list[int]:
    return [html.index(sign) for sign in signs]


def test_a_landmark_is_told_in_the_order_a_passer_by_asks(city, client):
    html = html_of(client, city.landmark.url)

    order = places_of(
        html,
        'fetchpriority="high"',
        "<h1>詹天佑故居</h1>",
        'class="badges"',
        'class="lede"',
        "data-aloud",
        'class="facts"',
        'id="story"',
        'id="sources-title"',
        'id="where-title"',
        'id="trails-title"',
        'id="near-title"',
    )

    assert order == sorted(order)


def test_a_landmark_hands_over_to_five_map_apps(city, client):
    html = html_of(client, city.landmark.url)

    for app in ("uri.amap.com", "api.map.baidu.com", "apis.map.qq.com", "apple.com", "google.com"):
        assert app in html


def test_what_is_near_is_said_in_minutes_and_metres(city, client):
    html = html_of(client, city.landmark.url)

    assert re.search(r"步行 \d+ 分钟 · \d+ 米", html)


def test_a_place_on_a_trail_leads_on_to_the_next_stop(city, client):
    html = html_of(client, city.landmark.url)

    following = html[html.index('<nav class="next"') :]
    assert city.mural.slug in following[: following.index("</nav>")]


def test_a_source_is_cited_where_it_is_used_and_listed_once(city, client):
    html = html_of(client, city.landmark.url)

    assert 'href="#source-1"' in html
    assert html.count('id="source-1"') == 1


def test_a_scanned_plaque_says_you_are_here_without_a_script(city, client):
    html = html_of(client, city.landmark.url)

    assert f'<p class="here" id="q-{city.plaque.code}">' in html


def test_a_neighbourhood_lists_what_is_here_by_kind(city, client):
    html = html_of(client, city.neighbourhood.url)

    for page in (city.landmark, city.mural, city.corridor, city.history, city.person, city.trail):
        assert page.url in html


def test_a_gap_says_so_and_invites_memories(city, client):
    city.neighbourhood.is_gap = True
    city.neighbourhood.save_revision().publish()

    assert 'class="empty"' in html_of(client, city.neighbourhood.url)


def test_a_trail_counts_its_stops_and_offers_only_what_there_is(city, client):
    html = html_of(client, city.trail.url)

    assert [html.count(f'id="stop-{stop.key}"') for stop in city.trail.stops.all()] == [1, 1, 1]
    assert "trail.gpx" in html
    assert "trail.geojson" in html
    assert ".pdf" not in html


def test_a_spot_on_a_wall_stands_on_the_picture_and_in_the_list(city, client):
    HotspotFactory(page=city.mural, title="船头", x="0.900", y="0.100")

    html = html_of(client, city.mural.url)

    assert html.count('class="spot"') == 2
    assert "<h3>船头</h3>" in html


def test_a_corridor_panel_has_an_address_of_its_own(city, client):
    panel = city.corridor.panels_in_order.get()

    assert f'id="panel-{panel.key}"' in html_of(client, city.corridor.url)


def test_the_home_page_leads_to_neighbourhoods_and_trails(city, client):
    html = html_of(client, city.home.url)

    assert city.neighbourhood.url in html and city.trail.url in html
    assert 'name="q"' in html


@pytest.mark.parametrize("kind", KINDS)
def test_every_picture_has_words_and_a_size(city, client, kind):
    html = html_of(client, city.pages[kind].url)

    for image in re.findall(r"<img\b[^>]*>", html):
        assert re.search(r'alt="[^"]+"', image), image
        assert re.search(r'width="\d+"', image) and re.search(r'height="\d+"', image), image


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_carries_inline_script_or_style(city, client, kind):
    html = html_of(client, city.pages[kind].url)

    assert not re.search(r"<style\b|\sstyle=|\son\w+=", html)
    for script in re.findall(r"<script\b[^>]*>", html):
        assert "src=" in script or "ld+json" in script


@pytest.mark.parametrize("kind", KINDS)
def test_headings_go_down_one_step_at_a_time(city, client, kind):
    html = html_of(client, city.pages[kind].url)

    levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("kind", KINDS)
def test_each_language_is_one_link_away(city, client, kind):
    html = html_of(client, city.pages[kind].url)

    path = city.pages[kind].url.removeprefix("/zh-hans")
    for code in ("zh-hans", "zh-hant", "en"):
        assert f'href="/{code}{path}"' in html


def test_a_page_without_translation_is_shown_in_the_source_language_and_says_so(city, client):
    html = html_of(client, city.landmark.url.replace("/zh-hans/", "/en/"))

    assert '<html lang="zh-Hans"' in html
    assert 'class="fallback"' in html


def test_an_unknown_address_is_answered_by_a_page_that_helps():
    answer = Client(raise_request_exception=False).get("/zh-hans/nowhere/")

    assert answer.status_code == 404
    assert 'name="q"' in answer.content.decode()


def test_a_list_of_a_kind_links_every_page_of_it(city, client):
    assert city.landmark.url in html_of(client, "/zh-hans/all/landmarks/")
    assert city.trail.url in html_of(client, "/zh-hans/all/trails/")
    assert client.get("/zh-hans/all/dragons/").status_code == 404


def test_a_number_on_the_wall_leads_to_its_words_without_a_script(city, client):
    spot = HotspotFactory(page=city.mural, title="鱼")
    html = html_of(client, city.mural.url)

    assert f'href="#spot-{spot.key}"' in html
    assert f'<li id="spot-{spot.key}">' in html
