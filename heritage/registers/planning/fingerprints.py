"""The state of a page as a short word, so that a corrected export is known to be the newer."""

import hashlib
import json

_LEFT_OUT = {"id", "page_ptr", "path", "depth", "numchild", "slug", "url_path"}


def fingerprint_of(values: dict) -> str:
    """Twelve characters of what a register may say of a page (`present_values` gives it)."""
    from .fields import PLAIN

    names = {column.key for column in PLAIN} | {"title", "point_entered", "datum"}
    kept = {
        name: value
        for name, value in values.items()
        if name in names | {"designations", "sources"} and value not in (None, "", [], False)
    }
    if not kept.get("point_entered"):
        kept.pop("datum", None)
    kept = {name: _plain_lines(value) for name, value in kept.items()}
    text = json.dumps(kept, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _plain_lines(value):
    """A form sends its lines with a carriage return, a spreadsheet without."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, list):
        return [{name: _plain_lines(one) for name, one in row.items()} for row in value]
    return value
