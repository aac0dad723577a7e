"""The demo city's written pages but landmarks: well formed, sourced, alike in both languages."""

import tomllib
from pathlib import Path

import pytest

TEXTS = Path(__file__).resolve().parents[2] / "home" / "demo" / "texts"
FOLDERS = ["neighbourhoods", "histories", "people", "murals", "corridors", "trails"]
FILES = sorted(path for folder in FOLDERS for path in (TEXTS / folder).glob("*.toml"))
BLOCK_KEYS = {"text", "heading", "factoid", "timeline", "quotation", "speaker", "cites"}
WORN_OUT = ["承载着", "见证了", "诉说着", "不仅", "更是", "璀璨", "源远流长"]

each_file = pytest.mark.parametrize(
    "path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}"
)


def read(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def in_folder(folder):
    return [path for path in FILES if path.parent.name == folder]


def cited(value):
    """Every source number used anywhere in a file, as a list."""
    if isinstance(value, list):
        return [number for item in value for number in cited(item)]
    if not isinstance(value, dict):
        return []
    own = [*value.get("cites", []), *([value["source"]] if "source" in value else [])]
    return own + [number for key, item in value.items() if key != "cites" for number in cited(item)]


def test_there_is_a_text_for_every_kind_of_page():
    assert {path.parent.name for path in FILES} == set(FOLDERS)


@each_file
def test_both_languages_tell_the_same_blocks_in_the_same_order(path):
    text = read(path)

    def shape(language):
        return [(sorted(block), block.get("cites")) for block in text[language].get("body", [])]

    assert shape("zh") == shape("en")
    assert all(set(block) <= BLOCK_KEYS for block in text["zh"].get("body", []))


@each_file
def test_a_title_and_a_lede_fit_where_they_are_shown(path):
    text = read(path)
    assert 0 < len(text["zh"]["short"]) <= 6
    assert 0 < len(text["en"]["short"]) <= 12
    assert 0 < len(text["zh"]["lede"]) <= 60
    assert text["en"]["lede"]


@each_file
def test_every_source_is_there_and_is_used(path):
    text = read(path)
    assert set(cited(text)) == set(range(1, len(text.get("sources", [])) + 1))


@each_file
def test_no_phrase_is_a_worn_out_one(path):
    written = path.read_text(encoding="utf-8")
    assert [phrase for phrase in WORN_OUT if phrase in written] == []


@pytest.mark.parametrize("path", in_folder("murals") + in_folder("corridors"), ids=lambda p: p.stem)
def test_what_is_invented_says_so_first(path):
    text = read(path)
    assert text["zh"]["title"].startswith("示例")
    assert text["zh"]["body"][0]["text"].startswith("示例")
    assert text["en"]["body"][0]["text"].startswith("Sample")


def is_red(path):
    text = read(path)
    return text.get("red") is True or text.get("kind") == "red"


@pytest.mark.parametrize("path", list(filter(is_red, FILES)), ids=lambda path: path.stem)
def test_red_history_has_a_source_for_each_piece_of_text(path):
    text = read(path)
    pieces = [block for block in text["zh"]["body"] if "heading" not in block]
    pieces += text.get("entries", []) + text.get("stops", [])
    assert [piece for piece in pieces if not piece.get("cites")] == []


@pytest.mark.parametrize("path", in_folder("neighbourhoods"), ids=lambda p: p.stem)
def test_a_neighbourhood_has_its_code_and_a_point_in_the_city(path):
    text = read(path)
    lat, lng = text["centre"]
    assert text["division_code"].startswith("4401") and len(text["division_code"]) == 9
    assert 22.5 < lat < 23.7 and 113.0 < lng < 114.1
    assert {"pilot", "gap", "practice_zh", "practice_en"} <= set(text)


def test_every_page_stands_in_a_neighbourhood_that_is_written():
    known = {path.stem for path in in_folder("neighbourhoods")}
    asked = {read(path).get("neighbourhood", "") for path in FILES} - {""}
    assert asked <= known


def test_the_front_page_has_its_words_in_both_languages():
    text = read(TEXTS / "home.toml")
    assert set(text["zh"]) == set(text["en"]) == {"slogan", "intro", "search_hint", "about"}
    assert len(text["zh"]["slogan"]) == len(text["en"]["slogan"]) == 2
