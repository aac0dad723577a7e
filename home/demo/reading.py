"""Reads the demo's files: texts (TOML), facts (CSV, JSON)."""

import csv
import json
import tomllib
import uuid
from decimal import Decimal
from pathlib import Path

from django.utils.html import escape

HERE = Path(__file__).resolve().parent
LANGUAGES = {"zh-hans": "zh", "en": "en"}
# Blocks get the same ids in every run and language, so that nothing changes without a reason.
BLOCK_IDS = uuid.UUID("6d1f3c52-0d6e-4c4b-9a0e-71a0c11c0de5")


def read_text(path: str) -> dict:
    """Return one file below `texts/` by its path, e.g. `landmarks/shamian.toml`."""
    words = (HERE / "texts" / path).read_text(encoding="utf-8")
    return tomllib.loads(words, parse_float=Decimal)


def slugs(folder: str) -> list[str]:
    """Return the slugs of the pages that have a text in a folder of `texts/`."""
    return sorted(path.stem for path in (HERE / "texts" / folder).glob("*.toml"))


def read_neighbourhood_order() -> list[str]:
    """Return the slugs of the fact sheet's neighbourhoods as it lists them."""
    return [row["slug"] for row in _rows("neighbourhoods.csv")]


def read_sites() -> dict[str, dict[str, str]]:
    """Return the fact sheet's heritage sites by slug, those of low confidence left out."""
    rows = _rows("heritage_sites.csv")
    return {row["slug"]: row for row in rows if not row["confidence"].startswith("low")}


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / "facts" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_stop_points() -> dict[str, tuple[float, float]]:
    """Return (lat, lng) of every trail stop by the stop's name."""
    routes = json.loads((HERE / "facts" / "routes.json").read_text(encoding="utf-8"))
    return {
        stop["name_zh"]: (stop["lat"], stop["lng"]) for route in routes for stop in route["stops"]
    }


def cited(numbers: list[int] | None) -> str:
    """`[1, 2]` as the field of a block has it: `1, 2`."""
    return ", ".join(str(number) for number in numbers or [])


def paragraphs(text: str) -> str:
    """Plain text with empty lines between paragraphs as rich text."""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{escape(part)}</p>" for part in parts)


def body_blocks(name: str, blocks: list[dict]) -> list[dict]:
    """Turn the body of a text into a stream's JSON; `name` makes the block ids its own."""
    stream = []
    for number, block in enumerate(blocks):
        kind, value = _block(block)
        block_id = str(uuid.uuid5(BLOCK_IDS, f"{name}/{number}/{kind}"))
        stream.append({"type": kind, "value": value, "id": block_id})
    return stream


def _block(block: dict) -> tuple[str, dict | str]:
    cites = cited(block.get("cites"))
    if "heading" in block:
        return "heading", block["heading"]
    if "factoid" in block:
        return "factoid", {**block["factoid"], "cites": cites}
    if "timeline" in block:
        return "timeline", {"entries": block["timeline"], "cites": cites}
    if "quotation" in block:
        quote = {"quote": block["quotation"], "speaker": block["speaker"], "about": ""}
        return "quote", {**quote, "cites": cites}
    return "text", {"text": paragraphs(block["text"]), "cites": cites}
