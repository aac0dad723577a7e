"""What a link to a page shows in a chat."""

import re

import pytest

from ..city import KINDS

META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')


def read(client, address: str) -> dict:
    return dict(META.findall(client.get(address).content.decode()))


def test_a_link_shows_name_words_and_picture(city, client, settings):
    settings.SITE_URL = "https://qilou.example"
    city.landmark.lede = "铁路工程师出生的巷子。"
    city.landmark.save_revision().publish()
    shown = read(client, city.landmark.url)
    assert shown["og:title"] == "詹天佑故居"
    assert shown["og:description"] == "铁路工程师出生的巷子。"
    assert shown["og:url"] == "https://qilou.example/zh-hans/enning/zhan-tianyou/"
    assert shown["og:image"].startswith("https://qilou.example/media/")
    assert shown["og:image"].endswith(".jpg")
    assert shown["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page_has_a_title_to_show(city, client, kind):
    assert read(client, city.pages[kind].url)["og:title"]


def test_a_page_names_the_language_for_everybody_else(city, client, settings):
    settings.SITE_URL = "https://qilou.example"
    html = client.get(city.landmark.url).content.decode()
    address = "https://qilou.example/zh-hans/enning/zhan-tianyou/"
    assert f'hreflang="x-default" href="{address}"' in html
