"""What an EDTF date means, in words of Chinese (simplified or traditional) or English."""

from __future__ import annotations

from typing import Protocol

from . import describe_chinese, describe_english
from .edtf import Edtf, Point, parse

LANGUAGES = ("zh-hans", "zh-hant", "en")


class _Dated(Protocol):
    @property
    def edtf(self) -> str | None: ...


class _Voice(Protocol):
    UNKNOWN: str

    def point(self, point: Point) -> str: ...
    def between(self, first: Point, last: Point) -> str: ...
    def between_texts(self, first: str, last: str) -> str: ...
    def since(self, text: str, unknown: bool) -> str: ...
    def until(self, text: str, unknown: bool) -> str: ...
    def marked(self, text: str, approximate: bool, uncertain: bool) -> str: ...
    def listed(self, texts: list[str], any_of: bool) -> str: ...


def describe(date: _Dated | str | None, language: str) -> str:
    """Say a reading or an EDTF string in words: ``1888~`` is 约1888年 or c. 1888, ``-0202`` is
    公元前203年 or 203 BC.

    ``language`` is ``zh-hans``, ``zh-hant`` or ``en`` (also ``en-gb`` and the like); another raises
    ValueError. A reading that is not known is 年代不详 or Date unknown. EDTF that is not valid
    raises ValueError, as ``read_edtf`` does.
    """
    tongue = language.lower().replace("_", "-")
    voice: _Voice
    if tongue.startswith("zh"):
        voice = describe_chinese
    elif tongue.split("-")[0] == "en":
        voice = describe_english
    else:
        raise ValueError(f"Dates are described in {', '.join(LANGUAGES)}, not in “{language}”.")
    edtf = date if isinstance(date, str) or date is None else date.edtf
    words = _say(parse(edtf), voice, text=edtf) if edtf else voice.UNKNOWN
    traditional = tongue.startswith(("zh-hant", "zh-hk", "zh-tw", "zh-mo"))
    return describe_chinese.traditional(words) if traditional else words


def _say(date: Edtf, voice: _Voice, text: str = "") -> str:
    if date.kind == "set":
        return voice.listed([_say(member, voice) for member in date.members], text.startswith("["))
    if date.kind == "single":
        return _said(date.first, voice)
    if date.first is None:
        return voice.until(_said(date.last, voice), "first" in date.unknown)
    if date.last is None:
        return voice.since(_said(date.first, voice), "last" in date.unknown)
    return _interval(date.first, date.last, voice)


def _said(point: Point | None, voice: _Voice) -> str:
    return voice.marked(voice.point(point), point.approximate, point.uncertain) if point else ""


def _interval(first: Point, last: Point, voice: _Voice) -> str:
    """Marks that both ends share are said once."""
    approximate, uncertain = (
        first.approximate and last.approximate,
        first.uncertain and last.uncertain,
    )
    if (first.approximate, first.uncertain) == (last.approximate, last.uncertain):
        return voice.marked(voice.between(first, last), approximate, uncertain)
    return voice.between_texts(_said(first, voice), _said(last, voice))
