"""How text becomes tokens, names are spelled, and questions are understood."""

import pytest
from modelsearch.query import And, Not, Or, PlainText

from heritage.discovery.search import fts5, tsquery
from heritage.discovery.search.indexing import tokens_of
from heritage.discovery.search.pinyin import readings
from heritage.discovery.search.question import approximate, phrase, plain, understand
from heritage.discovery.search.words import fold, stem, tokens


def test_a_run_becomes_pairs_and_its_last_character():
    assert tokens("骑楼街 1930年代") == ["骑楼", "楼街", "街", "1930", "年代", "代"]


@pytest.mark.parametrize(
    ("written", "folded"),
    [("騎樓", "骑楼"), ("ＡＢＣ１２３", "abc123"), ("國民黨", "国民党"), ("Café", "cafe")],
)
def test_spellings_become_one(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("temples", "temple"), ("glass", "glass"), ("bus", "bus"), ("a" * 99, "a" * 64)],
)
def test_an_english_plural_is_its_singular(word, stemmed):
    assert stem(word) == stemmed


def test_a_name_is_spelled_and_has_initials():
    spelled = tokens_of("农讲所", is_name=True).split()
    assert {"zqpnong", "zqpjiang", "zqpsuo", "zqinjs"} <= set(spelled)


def test_a_local_reading_stands_beside_the_standard_one():
    assert {"zqpyong", "zqpchong"} <= set(tokens_of("车陂涌", is_name=True).split())


def test_a_word_may_read_in_several_ways():
    assert ["zqpxi", "zqpan"] in readings("xian")
    assert ["zqpxian"] in readings("xian")
    assert readings("custom") == []


def test_an_unfinished_word_reads_up_to_where_it_stops():
    assert ["zqpnong", "zqpj"] in readings("nongj", partial=True)


@pytest.mark.parametrize("text", ["", " ", "\x00", "😀", '"', "()*^", "，。"])
def test_nothing_to_look_for_is_none(text):
    assert plain(text) is None
    assert phrase(text) is None
    assert approximate(text) is None


def test_a_negation_is_handed_up_where_fts5_knows_none():
    query = And([Not(PlainText("甲乙")), PlainText("丙丁")])
    assert fts5.write(understand(query)) == ('("丙丁" NOT "甲乙")', False)
    assert fts5.write(understand(Not(PlainText("甲乙")))) == ('"甲乙"', True)
    either = Or([PlainText("甲乙"), Not(PlainText("丙丁"))])
    assert fts5.write(understand(either)) == ('("丙丁" NOT "甲乙")', True)
    assert tsquery.write(understand(either)) == "(('甲乙') | !('丙丁'))"
