"""Headers and dates as offices elsewhere write them."""

import json

import pytest
from django.utils.translation import override

from heritage.registers.columns import MappingError, recognise
from heritage.storytelling import dating

from .lists import codes, csv_text, opened, plan_of, planned

pytestmark = pytest.mark.django_db


def words_of(headers, *rows):
    register = opened(csv_text(headers, *rows))
    return [match.word for match in recognise(register.headers, register.samples).matches]


def test_a_list_of_two_languages_has_both_names():
    headers = ["Number", "Name and Address of Building", "名稱及地址", "Grading", "Year Built"]
    row = ["1", "Old Police Station", "舊警署", "Grade 1 一級", "c. 1910s"]
    assert words_of(headers, row) == [
        "register_number", "foreign_name", "title", "grade", "date",
    ]  # fmt: skip


def test_a_portuguese_list_has_its_chinese_names_first():
    headers = ["Designação", "Nome em chinês", "Século", "Data de classificação"]
    row = ["Templo de A-Má", "媽閣廟", "século XV", "28/06/1984"]
    assert words_of(headers, row) == ["foreign_name", "title", "date", "announced_on"]


def test_french_headers_lose_their_accents_on_the_way():
    headers = ["Reference", "Titre_editorial_de_la_notice",
               "Siecle_de_la_campagne_principale_de_construction"]  # fmt: skip
    assert words_of(headers, ["PA1", "Hôtel", "17e siècle"]) == ["id", "title", "date"]


def test_a_map_says_which_of_its_names_is_chinese():
    place = {"name": "六榕寺 Temple", "name:zh": "六榕寺", "name:en": "Six Banyan Trees"}
    feature = {"type": "Feature", "properties": place | {"start_date": "1097"}, "geometry": None}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    register = opened(text)
    found = {m.header: m.word for m in recognise(register.headers, register.samples).matches}
    assert found["name:zh"] == "title"
    assert found["name:en"] == "foreign_name"
    assert found["start_date"] == "date"


def test_a_contested_name_is_asked_for_not_taken_from_another_language():
    with override("en"), pytest.raises(MappingError, match="hold the name"):
        plan_of(["名称", "名称", "英文名"], ["甲楼", "乙楼", "A House"])


def test_a_file_without_headers_is_told_what_to_do():
    with override("en"), pytest.raises(MappingError, match="No header is known"):
        plan_of(["1", "陶陶居", "第十甫路20号"], ["2", "莲香楼", "第十甫路67号"])


@pytest.mark.parametrize(
    ("cell", "words", "edtf"),
    [
        ("1859-01-01T00:00:00Z", "1859", "1859"),
        ("1970/02/05 00:00:00+00", "1970-02-05", "1970-02-05"),
        ("22344", "1961-03-04", "1961-03-04"),
        ("22344.0", "1961-03-04", "1961-03-04"),
        ("12/03/1911", "12/03/1911", None),
        ("late Qing", "late Qing", "1840~/1911~"),
    ],
)
def test_dates_as_other_programs_write_them(cell, words, edtf):
    row = planned(["名称", "年代"], ["甲楼", cell])
    assert row.entry.values["date"] == words
    assert dating.read(words).edtf == edtf


def test_a_day_that_was_a_number_is_pointed_out():
    row = planned(["名称", "级别", "公布日期"], ["甲楼", "省级", "37440"])
    assert row.entry.designations[0]["announced_on"] == "2002-07-03"
    assert "serial_day" in codes(row)


def test_a_story_in_html_comes_as_its_words():
    story = "<p>Founded in <em>1889</em> &amp; moved.</p>\n<p onclick=x>Then <b>closed</b>.</p>"
    row = planned(["Dublin Core:Title", "Item Type Metadata:Story"], ["The Guild", story])
    assert row.entry.values["body"][0]["value"]["text"] == (
        "<p>Founded in 1889 &amp; moved.</p><p>Then closed.</p>"
    )


def test_what_only_looks_like_html_stays():
    row = planned(["名称", "说明"], ["甲楼", "长<宽，a <b> c"])
    assert "&lt;b&gt;" in row.entry.values["body"][0]["value"]["text"]
