"""A header without what people add to it: case, spaces, punctuation, brackets, a datum."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from opencc import OpenCC

_SIMPLIFY = OpenCC("t2s")
_BRACKETS = re.compile(r"[(\[{<【《〈「『]([^()\[\]{}<>【】《》〈〉「」『』]*)[)\]}>】》〉」』]")
_FAMILIES = re.compile(
    r"^(?:dublin ?core|dc|dcterms|item type metadata|item|fields)\s*[:.]\s*", re.I
)
_NUMBER = re.compile(r"^(.*?\D)(\d{1,2})$")
_ACCENTS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_NOISE = re.compile(r"[^\w]|_")

# The datum a header may carry; what is known but cannot be used gives "unknown".
DATUM_WORDS = {
    "wgs84": "wgs84", "wgs1984": "wgs84", "gps": "wgs84", "epsg4326": "wgs84", "4326": "wgs84",
    "cgcs2000": "wgs84", "国家2000": "wgs84", "2000国家大地坐标系": "wgs84",
    "国家大地2000": "wgs84", "epsg4490": "wgs84", "etrs89": "wgs84", "jgd2011": "wgs84",
    "世界測地系": "wgs84", "世界测地系": "wgs84", "地球坐标": "wgs84",
    "gcj02": "gcj02", "火星": "gcj02", "火星坐标": "gcj02", "火星坐标系": "gcj02", "高德": "gcj02",
    "腾讯": "gcj02", "amap": "gcj02", "国测局": "gcj02",
    "bd09": "bd09", "bd09ll": "bd09", "百度": "bd09", "baidu": "bd09",
    "北京54": "unknown", "beijing54": "unknown", "bj54": "unknown", "西安80": "unknown",
    "xian80": "unknown", "xian1980": "unknown", "bd09mc": "unknown",
}  # fmt: skip
_LONGEST_FIRST = sorted(DATUM_WORDS, key=len, reverse=True)


@dataclass(frozen=True)
class Folded:
    """What is left of a header: its word, the words in brackets, a number, a datum."""

    word: str
    asides: tuple[str, ...] = ()
    number: int = 1
    datum: str = ""


def squeeze(text: str) -> str:
    """Lower case, Simplified, full-width made half, without spaces and punctuation."""
    return _NOISE.sub("", _SIMPLIFY.convert(unicodedata.normalize("NFKC", text)).lower())


def unaccented(word: str) -> str:
    """Latin letters without their accents, as many exports write them: numero, denomination."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", parts))


@lru_cache(maxsize=4096)
def fold(header: str) -> Folded:
    """Take a header apart: `经度（GCJ-02）` → 经度 with gcj02; `Dublin Core:Title` → title."""
    text = unicodedata.normalize("NFKC", header[:200]).strip().strip("*:").strip()
    asides = tuple(filter(None, (squeeze(aside) for aside in _BRACKETS.findall(text))))
    bare = _BRACKETS.sub(" ", text)
    word = squeeze(_FAMILIES.sub("", bare)) or squeeze(bare)
    if not word and asides:
        word, asides = asides[0], asides[1:]
    word, datum = _without_datum(word)
    for aside in asides:
        datum = datum or DATUM_WORDS.get(aside, "")
    word, number = _without_number(word)
    return Folded(word, asides, number, datum)


def _without_datum(word: str) -> tuple[str, str]:
    for name in _LONGEST_FIRST:
        if word != name and (word.endswith(name) or word.startswith(name)):
            return word.removeprefix(name).removesuffix(name), DATUM_WORDS[name]
    return word, ""


def _without_number(word: str) -> tuple[str, int]:
    match = _NUMBER.match(word)
    if match and 1 <= int(match[2]) <= 20:
        return match[1], int(match[2])
    return word, 1
