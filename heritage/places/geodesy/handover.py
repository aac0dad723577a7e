"""Links that hand a visitor over to a map app, each in the datum that app reads.

Parameters after the apps' own pages: Amap lbs.amap.com/api/uri-api (marker), Baidu
lbsyun.baidu.com (uri/api/web), Tencent lbs.qq.com/uri_v1/guide-poiMarker.html, Apple's "Map Links"
(`ll` is a pin when `q` names it), Google's "Maps URLs", and RFC 5870 for geo:.

Apple's page is silent on the datum. In mainland China its map is drawn from Amap's data and a
link's `ll` is set on it as it stands (seen by dpa99c/phonegap-launch-navigator #186,
openvehicles/Open-Vehicle-iOS #37), so it gets GCJ-02. Google's street map of mainland China is in
GCJ-02 too and a query is set on it as it stands, under google.com as under google.cn (its author in
hujiulong/gcoord #14); only its satellite view is in WGS-84, and a walker looks for a street.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from .datum import Datum, convert
from .points import Point
from .region import in_mainland

# What Amap, Baidu and Tencent call WGS-84 in a link: outside mainland China they are left to place
# the point.
_OURS = ({"coordinate": "gaode"}, {"coord_type": "bd09ll"}, {})
_PLAIN = ({"coordinate": "wgs84"}, {"coord_type": "wgs84"}, {"coord_type": "1"})
# Tencent builds its marker from key:value;key:value|…: these signs in a name would end it.
_TENCENT_SIGNS = str.maketrans({":": "：", ";": "；", "|": "｜"})


@dataclass(frozen=True, slots=True)
class Handover:
    """One link: `app` (a stable key), `url`, and the `datum` its numbers are in."""

    app: str
    url: str
    datum: Datum


# What each app's numbers are in, where maps are shifted; WGS-84 for the others.
_SHIFTED = {
    "amap": Datum.GCJ02,
    "baidu": Datum.BD09,
    "tencent": Datum.GCJ02,
    "apple": Datum.GCJ02,
    "google": Datum.GCJ02,
}


def handover(
    point: Point, name: str, *, address: str = "", referer: str = "qilou"
) -> dict[str, Handover]:
    """Links to a WGS-84 point, by app: amap, baidu, tencent, apple, google, geo (in this order).

    `name` and `address` may hold anything: they are percent-encoded. `referer` is the site's name,
    which Amap, Baidu and Tencent ask for. Raises nothing.
    """
    datums = _SHIFTED if in_mainland(point) else {}
    links = _links(point, name, address or name, referer)
    return {app: Handover(app, url, datums.get(app, Datum.WGS84)) for app, url in links.items()}


def _links(point: Point, name: str, address: str, referer: str) -> dict[str, str]:
    gcj, bd = (
        _pair(convert(point, Datum.WGS84, datum, outside="same"))
        for datum in (Datum.GCJ02, Datum.BD09)
    )
    wgs = _pair(point)
    amap, baidu, tencent = _OURS if in_mainland(point) else _PLAIN
    marker = f"coord:{gcj[0]},{gcj[1]};title:{_plain(name)};addr:{_plain(address)}"
    return {
        "amap": _url(
            "https://uri.amap.com/marker",
            position=f"{gcj[1]},{gcj[0]}",
            name=name,
            src=referer,
            **amap,
        ),
        "baidu": _url(
            "https://api.map.baidu.com/marker",
            location=",".join(bd),
            title=name,
            content=address,
            **baidu,
            output="html",
            src=f"webapp.{referer}.{referer}",
        ),
        "tencent": _url(
            "https://apis.map.qq.com/uri/v1/marker", marker=marker, **tencent, referer=referer
        ),
        "apple": _url("https://maps.apple.com/", ll=",".join(gcj), q=name),
        "google": _url("https://www.google.com/maps/search/", api="1", query=",".join(gcj)),
        "geo": f"geo:{wgs[0]},{wgs[1]}?q={wgs[0]},{wgs[1]}({quote(name, safe='')})",
    }


def _pair(point: Point) -> tuple[str, str]:
    return f"{point.lat:.6f}", f"{point.lng:.6f}"


def _plain(text: str) -> str:
    return text.translate(_TENCENT_SIGNS)


def _url(address: str, **params: str) -> str:
    return f"{address}?{urlencode(params, quote_via=quote, safe=',:;')}"
