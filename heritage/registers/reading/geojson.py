"""Rows of a GeoJSON file: a feature a row, its properties the cells, its point WGS-84."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from ..cells import escape
from ..columns import BY_KEY, MappingError
from ..columns.keyed import keyed
from ..columns.mapping import column_named
from .refusing import LONGEST_CELL, MOST_COLUMNS, ReadError

MOST_JSON = 24 * 1024 * 1024  # bytes: parsed it takes several times as much memory
_SPACE = " \t\r\n"
# Headers that say which datum they are in, for files of others; ours keep the point as entered.
_POINT = ("lat_wgs84", "lng_wgs84")
Row = tuple[int, list[str]]


class GeoSheet:
    """A FeatureCollection: `rows()` gives the names of properties, then a row for each feature."""

    encoding, delimiter = "utf-8", ""
    name = ""
    names: tuple[str, ...] = ()

    def __init__(self, file: BinaryIO):
        size = file.seek(0, 2)
        if size > MOST_JSON:
            raise ReadError("too_big", size=f"{size / 1024**2:.0f}", most=MOST_JSON // 1024**2)
        file.seek(0)
        try:
            self._text = file.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ReadError("damaged_json") from error
        finally:
            file.seek(0)
        self._keys = self._properties()
        self._has_point = "point" in self._keys or {"lat", "lng"} <= set(self._keys)

    def rows(self) -> Iterator[Row]:
        headers = [_header(key) for key in self._keys]
        yield 1, headers if self._has_point else [*headers, *_POINT]
        for number, (properties, geometry) in enumerate(self._features(), start=2):
            cells = [_cell(properties.get(key), number) for key in self._keys]
            yield number, cells if self._has_point else [*cells, *_point(geometry)]

    def _properties(self) -> list[str]:
        """The names of all properties, as they come."""
        keys: dict[str, None] = {}
        for properties, _geometry in self._features():
            keys |= dict.fromkeys(properties)
            if len(keys) > MOST_COLUMNS:
                raise ReadError("too_many_columns", row=1, most=MOST_COLUMNS)
        if not keys:
            raise ReadError("no_rows")
        return list(keys)

    def _features(self) -> Iterator[tuple[dict[str, Any], Any]]:
        """One feature after the other: never the whole file as objects."""
        decoder, at = json.JSONDecoder(), self._first()
        try:
            while self._text[at] != "]":
                feature, at = decoder.raw_decode(self._text, at)
                properties = feature.get("properties") or {}
                if not isinstance(properties, dict):
                    raise ReadError("damaged_json")
                yield properties, feature.get("geometry")
                at = self._next(at)
        except (ValueError, IndexError, AttributeError, RecursionError) as error:
            raise ReadError("damaged_json") from error

    def _first(self) -> int:
        """Where the first feature begins. What stands before may hold names, never features."""
        at = self._text.find('"features"')
        opening = self._text.find("[", at) if at >= 0 else -1
        if opening < 0 or self._text[at + len('"features"') : opening].strip(_SPACE) != ":":
            raise ReadError("other_format", kind="JSON")
        return self._skip(opening + 1)

    def _next(self, at: int) -> int:
        at = self._skip(at)
        return self._skip(at + 1) if self._text[at] == "," else at

    def _skip(self, at: int) -> int:
        while self._text[at] in _SPACE:
            at += 1
        return at


def is_geojson(head: bytes) -> bool:
    """Whether a file that begins so may be a collection of features."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"FeatureCollection"' in head


def _header(key: str) -> str:
    """Our own names become our own headers, so that an export of ours is known as one."""
    try:
        column, number = column_named(key)
    except MappingError:
        return key
    return keyed(column, number) if column in BY_KEY.values() else key


def _cell(value: Any, number: int) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    text = ("TRUE" if value else "FALSE") if isinstance(value, bool) else str(value)
    if len(text) > LONGEST_CELL:
        raise ReadError("long_cell", row=number, most=LONGEST_CELL)
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ReadError("nul", row=number)
    # Whoever reads the rows takes the mark of a formula off again; here nobody put it on.
    return escape(text)


def _point(geometry: Any) -> list[str]:
    """Latitude and longitude of a point; of anything else none."""
    try:
        lng, lat, *_height = geometry["coordinates"]
        if geometry["type"] == "Point":
            return [f"{float(lat):.7f}", f"{float(lng):.7f}"]
    except (KeyError, TypeError, ValueError):
        pass
    return ["", ""]
