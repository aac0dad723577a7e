"""Distances, times and dates as people say them."""

from datetime import date

import pytest
from django.utils.translation import override

from heritage.storytelling import dating
from heritage.storytelling.templatetags import citing, story


@pytest.mark.parametrize(
    ("metres", "said"), [(38, "40 米"), (420, "420 米"), (994, "990 米"), (1690, "1.7 公里")]
)
def test_metres_are_rounded_as_people_say_them(metres, said):
    with override("zh-hans"):
        assert story.metres(metres) == said


def test_a_walk_is_minutes_then_metres():
    with override("zh-hans"):
        assert story.walk(420) == "步行 6 分钟 · 420 米"
    with override("en"):
        assert story.walk(420) == "6 min walk · 420 m"


def test_seconds_are_minutes_and_seconds():
    with override("zh-hans"):
        assert story.duration(192) == "3 分 12 秒"


def test_a_date_is_explained_only_where_its_words_leave_it_open():
    with override("zh-hans"):
        assert story.understood(dating.read("清光绪十四年"), "清光绪十四年")
        assert story.understood(dating.read("1924年至1927年"), "1924年至1927年") == ""
        assert story.understood(dating.read("待考"), "待考") == ""
        assert story.understood(dating.read("1931年至今"), "1931年至今") == ""


def test_a_day_is_written_out():
    with override("zh-hans"):
        assert story.day(date(2025, 5, 15)) == "2025年5月15日"
    with override("en"):
        assert story.day(date(2025, 5, 15)) == "15 May 2025"


def test_sources_stand_behind_the_last_word():
    html = citing.cited("<p>一。</p><p>二。</p>", [1, 3])

    assert html.index("二。") < html.index("#source-1") < html.index("#source-3")
    assert html.endswith("</sup></p>")


def test_a_board_is_short_and_chinese():
    class Page:
        short_name, title, foreign_name = "Kuiyuan", "Kuiyuan Villa", "逵园"

    assert story.board(Page()) == "逵园"
