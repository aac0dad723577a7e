"""The public search page: what a visitor sees for a question."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, PageViewRestriction

from tests import factories as make


def ask(client, question, language="zh-hans", **more) -> str:
    with override(language):
        url = reverse("search")
    answer = client.get(url, {"q": question, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def titles(html) -> list[str]:
    found = re.findall(r"<h[23]><a href=\"[^\"]+\">(.*?)</a></h[23]>", html)
    return [re.sub("<[^>]+>", "", title) for title in found]


@pytest.fixture
def english(library):
    """陈家祠 in English; everything else is not translated."""
    locale = Locale.objects.get(language_code="en")
    library["enning"].copy_for_translation(locale).save_revision().publish()
    page = library["chen"].specific.copy_for_translation(locale)
    page.title, page.lede = "Chen Clan Academy", "Carving in wood & <brick>."
    page.save_revision().publish()
    return page


def test_a_hit_is_marked_in_the_lede_with_its_kind_and_neighbourhood(library, client):
    html = ask(client, "木雕")
    assert titles(html) == ["陈家祠"]
    assert "<mark>木雕</mark>" in html
    assert "恩宁路" in html
    assert 'content="noindex' in html


def test_a_hit_in_another_script_is_marked_as_it_is_written(library, client):
    assert "<mark>红墙</mark>黄瓦" in ask(client, "紅牆")


def test_a_hit_in_the_story_only_is_shown_in_its_surroundings(library, client):
    html = ask(client, "骑楼街")
    assert titles(html) == ["恩宁路街区"]
    assert "恩宁路<mark>骑楼街</mark>始建于" in html


def test_what_is_shown_is_escaped(library, client, english):
    html = ask(client, "wood & <script>alert(1)</script>", "en")
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
    html = ask(client, "carving", "en")
    assert "<mark>Carving</mark> in wood &amp; &lt;brick&gt;." in html


def test_a_story_is_shown_once_in_the_readers_language_or_the_source(library, client, english):
    assert titles(ask(client, "书院", "en")) == ["Chen Clan Academy"]
    html = ask(client, "海关", "en")
    assert titles(html) == ["粤海关旧址"]
    assert "not yet translated" in html
    assert 'href="/en/enning/customs/"' in html
    assert "not yet translated" not in ask(client, "书院", "en")


def test_drafts_and_private_stories_are_not_found(library, client):
    assert "骑楼草稿" not in ask(client, "骑楼")
    PageViewRestriction.objects.create(page=library["chen"], restriction_type="login")
    assert titles(ask(client, "木雕")) == []


def test_kinds_are_links_that_narrow(library, client):
    html = ask(client, "示例")
    assert "kind=mural" in html
    assert len(titles(html)) > 1
    assert titles(ask(client, "示例", kind="mural")) == ["粤剧墙（示例）"]
    assert len(titles(ask(client, "示例", kind="castle"))) > 1


def test_long_answers_come_twelve_at_a_time(library, client):
    for number in range(14):
        make.LandmarkPageFactory(parent=library["enning"].specific, title=f"祠堂{number}")
    html = ask(client, "祠堂")
    assert len(titles(html)) == 12
    assert "page=2" in html
    assert len(titles(ask(client, "祠堂", page=2))) == 2
    assert len(titles(ask(client, "祠堂", page="many"))) == 12


@pytest.mark.parametrize(
    ("question", "name"), [("农奖锁", "农讲所"), ("shamain", "沙面"), ("陈家慈", "陈家祠")]
)
def test_a_question_without_answer_gets_a_suggestion(library, client, question, name):
    library["shamian"].specific.short_name = "沙面"
    page = library["shamian"].specific
    page.short_name = "沙面"
    page.save()
    html = ask(client, question)
    assert re.search(rf"<a href=\"\?q=[^\"]+\"><b>{name}</b></a>", html)
    assert "alike" in html


def test_without_a_question_or_an_answer_the_page_says_what_to_do(library, client):
    for question in ("", " ", "😀", "，。"):
        html = ask(client, question)
        assert "/zh-hans/map/" in html
        assert "/zh-hans/all/neighbourhoods/" in html
    html = ask(client, "qqqqqqqqq")
    assert "qqqqqqqqq" in html
    assert "/zh-hans/map/" in html


def test_no_question_is_an_error(library, client):
    for question in ('"', "\x00", "骑* OR NOT (", "骑楼" * 5_000, "%s", "<b>", "a" * 9_000):
        ask(client, question)


def test_queries_are_few_and_the_same_however_much_is_found(
    library, client, django_assert_max_num_queries
):
    ask(client, "旧址")
    for number in range(14):
        make.LandmarkPageFactory(parent=library["enning"].specific, title=f"旧址{number}")
    with django_assert_max_num_queries(12):
        ask(client, "旧址")
    with django_assert_max_num_queries(12):
        ask(client, "农奖锁")


def test_another_language_is_asked_the_same_question(city, client):
    html = client.get("/zh-hans/search/", {"q": "恩宁 & 路", "kind": "people", "page": "2"})
    switch = html.content.decode()
    assert 'href="/en/search/?q=%E6%81%A9%E5%AE%81+%26+%E8%B7%AF&amp;kind=people"' in switch
    assert (
        'href="/zh-hant/map/?kind=murals"'
        in client.get("/zh-hans/map/", {"kind": "murals"}).content.decode()
    )
