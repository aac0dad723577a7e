"""The landmark texts keep to the facts beside them, and every text's blocks to one form."""

import csv
import json
import tomllib
from pathlib import Path

import pytest

DEMO = Path(__file__).resolve().parents[2] / "home" / "demo"
LANDMARKS = sorted((DEMO / "texts" / "landmarks").glob("*.toml"))
EVERYTHING = sorted((DEMO / "texts").glob("*/*.toml"))

KINDS = {"text", "heading", "factoid", "timeline", "quotation"}
ONLY_FOR = {"factoid": {"figure", "words"}, "timeline": {"date", "text"}}
PAGE_KEYS = {"neighbourhood", "street_note_zh", "street_note_en", "site_type", "red", "tags"}
SIDE_KEYS = {"title", "also", "short", "lede", "address", "opening", "reuse", "body"}
SITE_TYPES = {
    "site", "ruin", "residence", "former-residence", "temple",
    "ancestral-hall", "academy", "guild-hall", "church", "mosque",
    "pagoda", "tower", "tomb", "garden", "villa",
    "street", "building", "archaeological",
}  # fmt: skip
SOURCE_KINDS = {
    "official-list", "register", "gazetteer", "press", "museum", "fact-sheet", "general",
}  # fmt: skip
CLAIMS = {"date", "address", "grade", "name", "other"}

each_text = pytest.mark.parametrize(
    "path", EVERYTHING, ids=lambda path: f"{path.parent.name}-{path.stem}"
)
each_landmark = pytest.mark.parametrize("path", LANDMARKS, ids=lambda path: path.stem)


def read(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def facts():
    with (DEMO / "facts" / "heritage_sites.csv").open(encoding="utf-8", newline="") as file:
        return {row["slug"]: row for row in csv.DictReader(file)}


def kind_of(block):
    """The one kind a block is of; a block of two kinds or none is a mistake."""
    kinds = set(block) & KINDS
    assert len(kinds) == 1, f"not one kind: {sorted(block)}"
    kind = kinds.pop()
    own = {kind, "cites"} | ({"speaker"} if kind == "quotation" else set())
    assert set(block) <= own, f"foreign keys: {sorted(block)}"
    return kind


@each_text
def test_each_block_is_of_one_kind_and_alike_in_both_languages(path):
    text = read(path)
    kinds = {
        side: [kind_of(block) for block in text[side].get("body", [])] for side in ("zh", "en")
    }
    assert kinds["zh"] == kinds["en"]


@each_text
def test_figures_and_timelines_have_their_parts_filled(path):
    text = read(path)
    for block in text["zh"].get("body", []) + text["en"].get("body", []):
        kind = kind_of(block)
        parts = block[kind] if kind == "timeline" else [block[kind]]
        for part in parts if kind in ONLY_FOR else []:
            assert set(part) == ONLY_FOR[kind]
            assert all(part.values())


@each_text
def test_sources_name_themselves_in_both_languages(path):
    for source in read(path).get("sources", []):
        assert set(source) == {"zh", "en", "kind", "url"}
        assert source["zh"] and source["en"]
        assert source["kind"] in SOURCE_KINDS


def test_every_site_but_the_doubtful_ones_has_a_text_and_so_has_every_stop():
    routes = json.loads((DEMO / "facts" / "routes.json").read_text(encoding="utf-8"))
    rows = facts()
    known = {slug for slug, row in rows.items() if not row["confidence"].startswith("low")}
    titles = {read(path)["zh"]["title"] for path in LANDMARKS}
    stops = {stop["name_zh"] for route in routes for stop in route["stops"]}
    doubtful = {row["name_zh"] for slug, row in rows.items() if slug not in known}
    assert known <= {path.stem for path in LANDMARKS}
    assert stops - doubtful <= titles
    assert not titles & doubtful


@each_landmark
def test_a_landmark_has_every_field_and_no_other(path):
    text = read(path)
    assert set(text) - {"statements"} == PAGE_KEYS | {"zh", "en", "sources"}
    assert set(text["zh"]) == set(text["en"]) == SIDE_KEYS
    assert text["site_type"] in SITE_TYPES
    assert 2 <= len(text["tags"]) <= 4
    assert (DEMO / "texts" / "neighbourhoods" / f"{text['neighbourhood']}.toml").exists()


@each_landmark
def test_its_names_are_those_of_the_facts_and_fit_the_shop_board(path):
    text, row = read(path), facts().get(path.stem)
    if row:
        assert (text["zh"]["title"], text["en"]["title"]) == (row["name_zh"], row["name_en"])
    assert text["en"]["also"] == text["zh"]["title"]
    assert 0 < len(text["zh"]["short"]) <= 6
    assert 0 < len(text["en"]["short"]) <= 18
    assert 0 < len(text["zh"]["lede"]) <= 60
    assert 0 < len(text["en"]["lede"]) <= 140


@each_landmark
def test_an_unsure_street_is_said_to_be_unsure(path):
    text, row = read(path), facts().get(path.stem)
    unsure = row is None or "待核" in row["neighbourhood"] or "street" in row["confidence"]
    assert bool(text["street_note_zh"]) == bool(text["street_note_en"]) == unsure
    assert "待核" not in text["zh"]["address"]


@each_landmark
def test_each_citation_points_at_a_source_and_each_source_is_cited(path):
    text = read(path)
    used = {number for block in text["zh"]["body"] for number in block.get("cites", [])}
    used |= {statement["source"] for statement in text.get("statements", [])}
    assert used == set(range(1, len(text["sources"]) + 1))
    assert [block.get("cites") for block in text["zh"]["body"]] == [
        block.get("cites") for block in text["en"]["body"]
    ]


@each_landmark
def test_everything_it_tells_has_a_source(path):
    pieces = [block for block in read(path)["zh"]["body"] if "heading" not in block]
    assert pieces
    assert [piece for piece in pieces if not piece.get("cites")] == []


@each_landmark
def test_where_sources_disagree_there_are_at_least_two_sides(path):
    statements = read(path).get("statements", [])
    claims = [statement["claim"] for statement in statements]
    assert set(claims) <= CLAIMS
    assert all(claims.count(claim) > 1 for claim in claims)
    assert all(statement["zh"] and statement["en"] for statement in statements)
