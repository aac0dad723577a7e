"""Headers are told to be columns: as people write them, never by a guess."""

import pytest
from django.conf import settings
from django.utils.translation import override

from heritage.registers.columns import BY_KEY, COLUMNS, MappingError, recognise, remap

# Headers of real lists, and what they are here.
LISTS = {
    "district": (
        "序号:- 文物名称:title 所属街道:neighbourhood 详细地址:address 保护级别:grade "
        "公布批次:batch 公布日期:announced_on 文物编号:register_number 类别:category "
        "年代:date 东经:lng 北纬:lat 备注:-"
    ),
    "traditional": (
        "名稱:title 地址:address 級別:grade 批次:batch 公佈時間:announced_on "
        "編號:register_number 經度:lng 緯度:lat 座標系:datum"
    ),
    "england": (
        "ListEntry:register_number Name:title Grade:grade ListDate:announced_on NGR:- "
        "Easting:- Northing:- Hyperlink:source_url"
    ),
    "japan": (
        "NO:register_number 名称:title 名称_英語:foreign_name 名称_通称:alt_names "
        "文化財分類:category 住所:address 緯度:lat 経度:lng 文化財指定日:announced_on "
        "URL:source_url 電話番号:-"
    ),
    "taiwan": (
        "caseId:register_number 個案名稱:title 地址:address 經度:lng 緯度:lat 公告日期:announced_on"
    ),
    "wikidata": ("item:id itemLabel:title coord:point image:-"),
    "america": (
        "Property_Name:title Street_&_Number:address Listed_Date:announced_on State:- County:-"
    ),
    "korea": ("명칭:title 소재지:address 지정일:announced_on 위도:lat 경도:lng"),
    "france": (
        "Référence:id Appellation_courante:title Adresse_forme_éditoriale:address Commune:- "
        "coordonnées_au_format_WGS84:point Historique:description"
    ),
    "spain": ("Denominación:title Dirección:address Latitud:lat Longitud:lng"),
    "germany": ("Bezeichnung:title Anschrift:address Denkmalnummer:register_number Datierung:date"),
    "omeka": (
        "Dublin_Core:Title:title Dublin_Core:Description:description Dublin_Core:Date:date "
        "Dublin_Core:Source:source Dublin_Core:Identifier:id tags:-"
    ),
}


def words(headers: list[str], *samples) -> dict[str, str]:
    return {match.header: match.word for match in recognise(headers, samples).matches}


@pytest.mark.parametrize("name", LISTS)
def test_headers_of_real_lists_are_recognised(name):
    pairs = [pair.rpartition(":") for pair in LISTS[name].split()]
    expected = {header.replace("_", " "): word for header, _colon, word in pairs}

    assert words(list(expected)) == expected


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_column_is_recognised_by_its_key_and_by_its_label(language):
    with override(language):
        labels = {str(column.label): column.key for column in COLUMNS}

    assert len(labels) == len(COLUMNS), "two columns with one label"
    assert words(list(BY_KEY)) == {key: key for key in BY_KEY}
    assert {label: words([label])[label] for label in labels} == labels


@pytest.mark.parametrize(
    "header",
    [
        "经度(GCJ-02)",
        "经度（gcj02）",
        "GCJ02经度",
        "火星坐标经度",
        "lng_gcj02",
        "Longitude [GCJ-02]",
    ],
)
def test_a_header_may_say_the_datum(header):
    (match,) = recognise([header]).matches

    assert (match.word, match.datum) == ("lng", "gcj02")


def test_case_spaces_stars_and_units_do_not_matter():
    headers = [" 名 称 *", "ADDRESS", "纬度（°）", "Coord-Accuracy (m)", "名称 Name"]

    assert list(words(headers[:4]).values()) == ["title", "address", "lat", "accuracy_m"]
    assert words(headers[4:]) == {"名称 Name": "title"}


def test_of_two_headers_for_one_column_neither_is_taken():
    mapping = recognise(["文物名称", "单位名称", "地址"])

    assert [match.word for match in mapping.matches] == ["-", "-", "address"]
    assert mapping.matches[0].rivals == ("title",)


def test_the_plainer_of_two_headers_is_taken():
    assert words(["标题", "名称"]) == {"标题": "-", "名称": "title"}
    assert words(["Location", "地址"]) == {"Location": "-", "地址": "address"}


def test_of_two_points_the_one_in_wgs84_is_taken():
    headers = ["lat_wgs84", "lng_wgs84", "lat_gcj02", "lng_gcj02"]

    assert list(words(headers).values()) == ["lat", "lng", "-", "-"]


def test_of_one_column_in_two_languages_the_chinese_is_taken():
    found = words(["Address (English)", "地址 (中文)", "Grading", "評級"])

    assert list(found.values()) == ["-", "address", "-", "grade"]


def test_a_location_is_an_address_or_a_point_as_its_cells_show():
    assert words(["位置"], ["恩宁路177号"]) == {"位置": "address"}
    assert words(["位置"], ["113.24, 23.11"]) == {"位置": "point"}


def test_second_designations_and_sources_have_a_number():
    headers = ["级别", "级别2", "批次2", "来源", "来源 2"]

    assert list(words(headers).values()) == ["grade", "grade_2", "batch_2", "source", "source_2"]


def test_several_headers_may_be_the_description():
    mapping = recognise(["简介", "历史沿革"])

    assert [match.word for match in mapping.matches] == ["description", "description"]


def test_a_person_says_what_a_header_is():
    mapping = remap(recognise(["单位", "名称"]), {"单位": "title", "名称": "-"})

    assert [match.word for match in mapping.matches] == ["title", "-"]
    assert [match.header for match in mapping.kept] == ["名称"]


def test_what_a_person_says_takes_the_column_from_what_was_recognised():
    mapping = remap(recognise(["单位", "名称"]), {"#1": "title"})

    assert [match.word for match in mapping.matches] == ["title", "-"]


@pytest.mark.parametrize("wish", [{"没有": "title"}, {"名称": "nothing"}, {"名称": "title_2"}])
def test_a_wish_that_cannot_be_met_is_an_error(wish):
    with pytest.raises(MappingError):
        remap(recognise(["名称"]), wish)


def test_our_own_columns_of_a_mended_file_are_left_out():
    mapping = recognise(["名称", "原行号 (row)", "退回列 (column)", "退回原因 (why)"])

    assert mapping.words == {"名称": "title"}
    assert not mapping.kept
