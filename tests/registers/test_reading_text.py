"""CSV files as offices save them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heritage.registers.reading import ReadError

from .lists import cells_of, csv_text, opened, shared_file

CHINESE = csv_text(["名称", "地址"], ["陈家祠堂", "荔湾区中山七路恩龙里34号"], ["光孝寺", "光孝路"])
ROWS = [("陈家祠堂", "荔湾区中山七路恩龙里34号"), ("光孝寺", "光孝路")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_chinese_is_read_in_whatever_encoding_it_comes(encoding):
    assert cells_of(opened(CHINESE, encoding)) == ROWS


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("名稱,地址\n陳家祠,荔灣區中山七路\n", "big5"),
        ("名称,住所\n日光東照宮,日光市山内\n", "cp932"),
        ("명칭,소재지\n숭례문,서울 중구\n", "cp949"),
        ("Référence;Dénomination\nPA1;église Saint-Étienne\n", "cp1252"),
        ("name,address\nCafé Élysée,rue Zoé à côté\n", "cp1252"),
    ],
)
def test_other_encodings_are_told_by_their_headers_and_letters(text, encoding):
    register = opened(text, encoding)

    first = text.splitlines()[1].replace(";", ",").split(",")
    assert cells_of(register) == [tuple(first)]


def test_an_encoding_may_be_said():
    assert cells_of(opened("名,所\n山,川\n", "utf-16-le", encoding="utf-16-le")) == [("山", "川")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=20),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
def test_any_chinese_names_come_through(names, encoding):
    text = csv_text(["名称", "地址"], *[[name, "恩宁路"] for name in names])

    assert [name for name, _address in cells_of(opened(text, encoding))] == names


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_told(delimiter):
    text = csv_text(["名称", "地址"], ["甲, 乙; 丙", "一\t二|三"], delimiter=delimiter)

    assert cells_of(opened(text)) == [("甲, 乙; 丙", "一\t二|三")]


def test_the_separator_may_be_said_in_the_first_line():
    register = opened("sep=;\n名称;地址\n甲,一;乙\n")

    assert (register.header_number, cells_of(register)) == (2, [("甲,一", "乙")])


def test_headers_are_found_below_a_title():
    register = opened("广州市不可移动文物名录,,\n2024年,,\n名称,地址,级别\n陈家祠,恩龙里,国保\n")

    assert register.headers == ["名称", "地址", "级别"]
    assert list(register.rows()) == [(4, ("陈家祠", "恩龙里", "国保"))]


def test_rows_have_the_number_a_spreadsheet_shows():
    register = opened('名称,说明\n\n甲,"一\n二"\n,\n乙,三\n')

    assert [number for number, _cells in register.rows()] == [3, 5]


def test_spaces_before_quotes_are_read_as_omeka_writes_them():
    register = opened('Dublin Core:Title, Dublin Core:Description\n"Walden", "A man, alone."\n')

    assert cells_of(register) == [("Walden", "A man, alone.")]


@pytest.mark.parametrize("name", ["automap", "test", "unit"])
def test_omekas_own_samples_are_read(name):
    register = opened(shared_file(f"samples/omeka/omeka_classic_{name}.csv").read_bytes())

    rows = cells_of(register)
    assert len(rows) == 3
    assert all(len(row) == 5 and not row[1].startswith('"') for row in rows)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        ("名称,地址\n".encode(), "no_rows"),
        ('名称,地址\n"甲,乙\n丙,丁\n'.encode(), "open_quote"),
        ('名称,地址\n甲,乙\n"丙,'.encode() + "丁\n".encode() * 200_000, "open_quote"),
        ("名称,地址,说明说明说明说明说明\n甲,乙\x00,丙\n".encode(), "nul"),
        ("名称,地址\n甲,乙\n".encode() + b"\xff\xfe\xe5\n", "bad_bytes"),
        (("名称," * 10_000 + "\n" + "甲," * 10_000).encode(), "too_many_columns"),
        (b"x" * 2_000_000, "long_line"),
        ("名称\n".encode() + "甲\n".encode() * 50_001, "too_many_rows"),
        (bytes(range(256)) * 40, "binary"),
        (b"%PDF-1.7\n", "other_format"),
        (b"<html><table><tr><td>x", "other_format"),
        (b'{"type": "FeatureCollection"}', "other_format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "old_excel"),
        (b"PK\x03\x04 broken", "damaged"),
    ],
)
def test_what_is_no_register_is_refused_in_words(content, code):
    with pytest.raises(ReadError) as refused:
        cells_of(opened(content))

    assert refused.value.code == code
    assert str(refused.value)


def test_an_unknown_encoding_is_refused_in_words():
    with pytest.raises(ReadError) as refused:
        opened(CHINESE, encoding="klingon")

    assert refused.value.code == "unknown_encoding"


def test_a_file_that_is_not_there_is_an_error_in_words(tmp_path):
    from heritage.registers.reading import register_open

    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(ReadError):
            register_open(path)
