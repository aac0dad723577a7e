"""The words of a date as a spreadsheet gives them."""

import re
from datetime import date, timedelta

from heritage.storytelling import dating

from .reasons import Reason

_CLOCK = re.compile(
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
    r"(?:Z|[+-]\d{2}(?::?\d{2})?)?"
)
_WIKIDATA_YEAR = re.compile(r"(\d{4})-01-01T00:00:00Z")
_SERIAL = re.compile(r"([1-9]\d{4})(?:\.0)?")
_SERIALS = range(7306, 55154)  # 1920 to 2050, as spreadsheets count days
_SERIAL_ZERO = date(1899, 12, 30)
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")
_COMPACT = re.compile(r"(1[89]\d\d|20\d\d)(\d\d)(\d\d)")
_YEAR_DOT = re.compile(r"(\d{3,4})\.0")
_UNKNOWN = re.compile(r"待考|待查|待核|不详|不明|未知|unknown|undated|不詳|n\.?d\.?", re.I)


def tidy_date(words: str) -> str:
    """`1961/3/4 0:00`, `19610304` → 1961-03-04; whatever else it is stays as it is worded."""
    if match := _WIKIDATA_YEAR.fullmatch(words):
        return match[1]  # how Wikidata writes a year of which it knows no day
    if match := _CLOCK.fullmatch(words):
        words = match[1]
    if match := _YEAR_DOT.fullmatch(words):
        return match[1]
    if match := _COMPACT.fullmatch(words):
        words = "-".join(match.groups())
    if match := _SLASHED.fullmatch(words.replace("-", "/")):
        year, month, day = match[1], int(match[2]), int(match[3] or 1)
        if 1 <= month <= 12 and 1 <= day <= 31:
            return "-".join(filter(None, (year, f"{month:02d}", match[3] and f"{day:02d}")))
    return words


def day_of_serial(words: str) -> str:
    """`37440`, a spreadsheet's number for a day, → 2002-07-03; "" for what is none."""
    match = _SERIAL.fullmatch(words)
    if not match or int(match[1]) not in _SERIALS:
        return ""
    return (_SERIAL_ZERO + timedelta(days=int(match[1]))).isoformat()


def check_date(words: str, column: str, header: str) -> Reason | None:
    """A note where a date cannot be read."""
    if not words or dating.read(words).known or _UNKNOWN.search(words):
        return None
    return Reason("date_as_words", column, header, words)


def is_edtf(text: str) -> bool:
    """Whether an EDTF value can be read."""
    try:
        dating.read_edtf(text)
    except ValueError:
        return False
    return True


def unless_read(edtf: str, words: str) -> str:
    """An EDTF value, or "" where the words beside it are read as the very same."""
    return "" if words and dating.read(tidy_date(words)).edtf == edtf else edtf
