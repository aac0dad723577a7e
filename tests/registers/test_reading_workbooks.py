"""XLSX workbooks, as one sees them."""

import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from heritage.registers.reading import ReadError

from .lists import cells_of, opened, saved, workbook_bytes


def test_cells_are_read_as_the_words_one_sees():
    content = workbook_bytes(
        ["名称", "公布时间", "年代", "编号", "经度", "面积"],
        ["甲", date(1961, 3, 4), datetime(1993, 8, 1), 12, 113.29071100000001, 3.0],
        B2="yyyy/m/d",
        C2='yyyy"年"m"月"',
        D2="0000",
    )

    assert cells_of(opened(content)) == [("甲", "1961-03-04", "1993-08", "0012", "113.290711", "3")]


def test_a_formula_is_its_last_value_or_its_text():
    content = workbook_bytes(["名称", "地址"], ["甲", "=HYPERLINK(1)"], ["=1+1", "乙"])
    with_value = _with_cached_value(content)

    assert cells_of(opened(content)) == [("甲", "=HYPERLINK(1)"), ("=1+1", "乙")]
    assert cells_of(opened(with_value))[1] == ("2", "乙")


def _with_cached_value(content: bytes) -> bytes:
    """The workbook as a spreadsheet program saves it: 1+1 calculated."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(part.filename, text.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>"))
    return out.getvalue()


def test_the_sheet_with_known_headers_is_taken():
    book = Workbook()
    book.active.title = "填表说明"
    book.active.append(["请按要求填写"])
    sheet = book.create_sheet("名录")
    sheet.append(["名称", "地址"])
    sheet.append(["陈家祠", "恩龙里"])

    register = opened(saved(book))

    assert (register.sheet, register.sheets) == ("名录", ("填表说明", "名录"))
    assert cells_of(register) == [("陈家祠", "恩龙里")]


def test_a_sheet_may_be_asked_for():
    book = Workbook()
    book.active.append(["名称"])
    book.active.append(["甲"])
    other = book.create_sheet("二〇二三")
    other.append(["名称"])
    other.append(["乙"])

    assert cells_of(opened(saved(book), sheet="二〇二三")) == [("乙",)]
    assert cells_of(opened(saved(book), sheet="2")) == [("乙",)]
    with pytest.raises(ReadError) as refused:
        opened(saved(book), sheet="三")
    assert refused.value.code == "no_sheet"


def test_headers_in_two_rows_below_a_merged_title():
    book = Workbook()
    sheet = book.active
    sheet.append(["荔湾区文物名录"])
    sheet.merge_cells("A1:E1")
    sheet.append(["名称", "坐标", None, "级别", "地址"])
    sheet.merge_cells("B2:C2")
    sheet.append([None, "经度", "纬度"])
    sheet.append(["陈家祠", 113.24, 23.12, "国保", "恩龙里"])

    register = opened(saved(book))

    assert register.headers == ["名称", "经度", "纬度", "级别", "地址"]
    assert list(register.rows()) == [(4, ("陈家祠", "113.24", "23.12", "国保", "恩龙里"))]


def test_a_cell_merged_down_speaks_for_its_rows():
    book = Workbook()
    sheet = book.active
    for row in (["街道", "名称"], ["金花街道", "甲"], [None, "乙"], ["龙津街道", "丙"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")

    assert cells_of(opened(saved(book))) == [
        ("金花街道", "甲"),
        ("金花街道", "乙"),
        ("龙津街道", "丙"),
    ]


def test_a_wrong_dimension_does_not_widen_the_rows():
    content = workbook_bytes(["名称", "地址"], ["甲", "乙"])
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            text = old.read(part).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
            new.writestr(part.filename, text)

    assert cells_of(opened(out.getvalue())) == [("甲", "乙")]


def test_a_workbook_with_too_many_columns_is_refused():
    with pytest.raises(ReadError) as refused:
        opened(workbook_bytes([f"c{n}" for n in range(10_000)], ["x"] * 10_000))

    assert refused.value.code == "too_many_columns"


def test_an_empty_workbook_is_refused():
    with pytest.raises(ReadError) as refused:
        opened(workbook_bytes())

    assert refused.value.code == "no_sheets"
