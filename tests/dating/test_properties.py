"""What holds for every text."""

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heritage.storytelling import dating
from heritage.storytelling.dating.abroad.words import WORDS as FOREIGN
from heritage.storytelling.dating.vocabulary import WORDS

PIECES = st.sampled_from(
    [
        *sorted(WORDS),
        *"0123456789一二三四十廿元年月日－—~/()（），,、。Xx?",
        "1888",
        "1926",
        "年",
        "月",
        "日",
        "世纪",
        "年代",
    ]
)
FOREIGN_PIECES = st.sampled_from(
    [
        *sorted(map(" ".join, FOREIGN)),
        *"-–,;()/?",
        "1888",
        "1926",
        "60",
        "12",
        "19th",
        "XIX",
        "1890s",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=9).map("".join),
    st.lists(FOREIGN_PIECES, max_size=7).map(" ".join),
)


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
def test_any_text_is_read_without_raising_and_in_order(text):
    reading = dating.read(text)
    assert reading.words == text
    if not reading.known:
        assert reading.earliest is None
        assert reading.latest is None
        return
    if reading.earliest is not None and reading.latest is not None:
        assert reading.earliest <= reading.latest
    again = dating.read_edtf(reading.edtf)
    assert again.earliest is None or reading.latest is None or again.earliest <= reading.latest
    assert again.latest is None or reading.earliest is None or reading.earliest <= again.latest
    for language in ("zh-hans", "zh-hant", "en"):
        assert dating.describe(reading, language)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(max_size=30), st.text("0123456789X-/.~?%[]{},YES", max_size=24)))
def test_a_typed_edtf_is_read_or_refused(text):
    try:
        reading = dating.read_edtf(text)
    except ValueError:
        return
    assert dating.describe(reading, "en")
    assert dating.describe(reading, "zh-hans")


@given(st.dates(), st.dates())
def test_a_day_behaves_as_the_date_it_is(a, b):
    ours = dating.Day(a.year, a.month, a.day)
    assert ours == a
    assert hash(ours) == hash(a)
    assert str(ours) == a.isoformat()
    assert (ours < b, ours >= b) == (a < b, a >= b)
    assert dating.Day.from_julian_day(ours.julian_day) == ours


def test_days_before_christ_are_in_order():
    days = [
        dating.Day(-202, 1, 1),
        dating.Day(-202, 12, 31),
        dating.Day(-201, 1, 1),
        dating.Day(0),
        dating.Day(1),
        date(1, 1, 2),
    ]
    assert days == sorted(days, key=lambda day: getattr(day, "sort_key", 10102))
    assert all(a < b for a, b in itertools.pairwise(days))
    assert dating.Day(-202) == "-0202-01-01"


@pytest.mark.parametrize("piece", ["年", "1926年5月至", "(", "一", "0", "至元", "清光绪二年"])
def test_no_length_of_text_makes_reading_run_away(piece):
    text = piece * 10_000
    assert dating.read(text).words == text
