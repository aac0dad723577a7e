"""The sources of a row."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from heritage.storytelling.models import Source

from ..columns import Mapping
from .cells import Cells
from .wording import clean, day_of, parts_of

KEYS = ("source", "source_kind", "source_url", "source_accessed")
FIELDS = ("citation", "kind", "url", "accessed")
_CITATION = Source._meta.get_field("citation").max_length
_URL = Source._meta.get_field("url").max_length
_is_address = URLValidator(schemes=["http", "https"])
_LABELS = {
    "official-list": "官方名单|公布名单|名单|公告|通知|批复", "register": "登记表|普查|台账|名录",
    "gazetteer": "志", "press": "日报|晚报|新闻|报道", "museum": "博物馆|陈列",
    "archive": "档案", "interview": "口述|采访|访谈", "inscription": "碑记|碑刻|铭文",
}  # fmt: skip


def numbers_in(mapping: Mapping) -> list[int]:
    """Which sources the headers speak of; [] for none."""
    found = {match.number for match in mapping.matches if match.column and match.column.key in KEYS}
    return sorted(found)


def sources_of(cells: Cells, numbers: list[int]) -> list[dict]:
    """The sources that a row gives, as dicts of FIELDS; a day as ISO, or None."""
    rows: list[dict] = []
    for number in numbers:
        for row in _sources(cells, number):
            if row not in rows:
                rows.append(row)
    return rows


def _sources(cells: Cells, number: int) -> list[dict]:
    given = cells.all_lines("source", number)
    citations = [part for cell in given for part in parts_of(cell)]
    links = [
        part for cell in cells.all_lines("source_url", number) for part in re.split(r"\s+", cell)
    ]
    urls = [link for link in links if _is_url(link)]
    # Words in a column of addresses (“见附件”) are a source in words.
    others = [] if urls else [clean(cell) for cell in cells.all_lines("source_url", number)]
    if not citations:
        citations = (urls[:1] or others[:1]) if cells.match("source_url", number) else []
    rows = [_row(cells, number, citation) for citation in citations]
    if rows and urls and len(rows) == 1:
        rows[0]["url"] = urls[0]
        rows += [_row(cells, number, url) for url in urls[1:]]
    elif urls:
        rows += [_row(cells, number, url) for url in urls]
    return rows


def _row(cells: Cells, number: int, citation: str) -> dict:
    cells.fits("source" if cells.has("source", number) else "source_url", citation, _CITATION)
    url = citation if _is_url(citation) else ""
    return {
        "citation": citation,
        "kind": _kind(cells, number, citation),
        "url": url,
        "accessed": _accessed(cells, number),
    }


def _accessed(cells: Cells, number: int) -> str | None:
    text = cells.text("source_accessed", number)
    if not text:
        return None
    day = day_of(text)
    if day is None:
        cells.say("bad_day", "source_accessed", of=number)
    return day.isoformat() if day else None


def _kind(cells: Cells, number: int, citation: str) -> str:
    words = cells.text("source_kind", number)
    if words:
        for value, label in Source.Kind.choices:
            if words.lower() in (value, str(label).lower()):
                return value
        known = ", ".join(Source.Kind.values)
        cells.say("not_a_choice", "source_kind", of=number, known=known)
    if _is_url(citation):
        return Source.Kind.WEB.value
    for value, pattern in _LABELS.items():
        if re.search(pattern, citation):
            return value
    return Source.Kind.REGISTER.value


def _is_url(text: str) -> bool:
    if not text.lower().startswith(("http://", "https://")) or len(text) > _URL:
        return False
    try:
        _is_address(text)
    except ValidationError:
        return False
    return True
