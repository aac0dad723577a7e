"""A trail to take along: GPX 1.1 for a watch or a map app, GeoJSON for everybody else. WGS-84."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from xml.etree import ElementTree as ET

from django.conf import settings
from django.utils.html import strip_tags

from heritage.places.geodesy import Point
from heritage.places.models import CorridorPage, LandmarkPage, MuralPage

from .models import TrailPage

NAMESPACE = "http://www.topografix.com/GPX/1/1"
_PLACED = (LandmarkPage, MuralPage, CorridorPage)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Waypoint:
    """A stop as a machine wants it: its number on the walk, names, words, address, place."""

    number: int
    name: str
    words: str
    url: str
    dwell_minutes: int
    point: Point | None


def waypoints(trail: TrailPage) -> list[Waypoint]:
    """The published stops in order, in the trail's language where they have one; six queries."""
    stops = list(trail.stops.select_related("page"))
    keys = {stop.page.translation_key for stop in stops}
    language = trail.locale.language_code
    places = _places(keys, language)
    found = []
    for number, stop in enumerate(stops, start=1):
        place = places.get(stop.page.translation_key)
        if place is not None:
            title, url_path, lat, lng = place
            point = None if lat is None else Point(float(lat), float(lng))
            words = " ".join(unescape(strip_tags(stop.words)).split())
            url = story_url(url_path, language)
            found.append(Waypoint(number, title, words, url, stop.dwell_minutes, point))
    return found


def _places(keys: Iterable, language: str) -> dict:
    """Title, path and point of live pages by translation key, the source where untranslated."""
    best: dict = {}
    for model in _PLACED:
        rows = model.objects.live().filter(
            translation_key__in=keys, locale__language_code__in={language, settings.LANGUAGE_CODE}
        )
        columns = ("translation_key", "locale__language_code", "title", "url_path", "lat", "lng")
        for key, code, *place in rows.order_by().values_list(*columns):
            if key not in best or code == language:
                best[key] = place
    return best


def story_url(url_path: str, language: str) -> str:
    """The absolute address of a page in a language, from Wagtail's `url_path`."""
    return f"{settings.SITE_URL}/{language}/{url_path.split('/', 2)[2]}"


def trail_url(trail: TrailPage) -> str:
    return story_url(trail.url_path, trail.locale.language_code)


def trail_gpx(trail: TrailPage) -> str:
    """GPX 1.1: a waypoint for each stop that has a point, and a route through them in order."""
    ET.register_namespace("", NAMESPACE)
    stops = [stop for stop in waypoints(trail) if stop.point]
    root = ET.Element(f"{{{NAMESPACE}}}gpx", {"version": "1.1", "creator": "Qilou"})
    metadata = _add(root, "metadata")
    _describe(metadata, trail.title, trail.lede, trail_url(trail))
    for stop in stops:
        _point(root, "wpt", stop)
    route = _add(root, "rte")
    _describe(route, trail.title, trail.lede, trail_url(trail))
    for stop in stops:
        _point(route, "rtept", stop)
    return ET.tostring(root, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="UTF-8"?>\n', "\n")
    )


def _point(parent: ET.Element, tag: str, stop: Waypoint) -> None:
    where = {"lat": f"{stop.point.lat:.6f}", "lon": f"{stop.point.lng:.6f}"}
    element = _add(parent, tag, where)
    _describe(element, f"{stop.number}. {stop.name}", stop.words, stop.url)


def _describe(element: ET.Element, name: str, words: str, url: str) -> None:
    _add(element, "name").text = _NOT_XML.sub("", name)
    if words:
        _add(element, "desc").text = _NOT_XML.sub("", words)
    _add(element, "link", {"href": url})


def _add(parent: ET.Element, tag: str, attributes: dict | None = None) -> ET.Element:
    return ET.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes or {})


def trail_geojson(trail: TrailPage) -> dict:
    """RFC 7946: a point for each stop (null where nobody has said), and the line through them."""
    stops = waypoints(trail)
    features = [_feature(stop) for stop in stops]
    line = [_position(stop.point) for stop in stops if stop.point]
    if len(line) > 1:
        features.append(
            {
                "type": "Feature",
                "geometry": {"type": "LineString", "coordinates": line},
                "properties": {"name": trail.title, "kind": "trail", "url": trail_url(trail)},
            }
        )
    return {"type": "FeatureCollection", "features": features}


def _feature(stop: Waypoint) -> dict:
    point = stop.point and {"type": "Point", "coordinates": _position(stop.point)}
    return {
        "type": "Feature",
        "geometry": point,
        "properties": {
            "number": stop.number,
            "name": stop.name,
            "kind": "stop",
            "url": stop.url,
            "words": stop.words,
            "dwell_minutes": stop.dwell_minutes,
        },
    }


def _position(point: Point) -> list[float]:
    return [round(point.lng, 6), round(point.lat, 6)]
