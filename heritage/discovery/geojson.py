"""`/data/places.geojson`: every published place as RFC 7946 says, WGS-84."""

import json
import math

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from heritage.places.geodesy import Box

from .addresses import story_address
from .gazetteer import KINDS, PlaceRow, read_places

CONTENT_TYPE = "application/geo+json"
A_MINUTE = 60  # what is withdrawn is gone from a browser within it


class QuestionError(ValueError):
    """What was asked cannot be answered; says why in a sentence."""


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def places(request: HttpRequest) -> HttpResponse:
    """`?bbox=west,south,east,north`, `?kind=landmark,mural`, `?lang=en`; 400 with a sentence."""
    try:
        language = _language(request.GET.get("lang", ""))
        with override(language):
            found = read_places(
                language,
                kinds=_kinds(request.GET.get("kind", "")),
                box=_box(request.GET.get("bbox", "")),
            )
            features = [_feature(row, language) for row in found]
    except QuestionError as error:
        return JsonResponse({"error": str(error)}, status=400)
    body = {"type": "FeatureCollection", "features": features}
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    response = HttpResponse(text, content_type=CONTENT_TYPE)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _feature(row: PlaceRow, language: str) -> dict:
    geometry = None
    if row.point:
        coordinates = [round(row.point.lng, 6), round(row.point.lat, 6)]
        geometry = {"type": "Point", "coordinates": coordinates}
    return {
        "type": "Feature",
        "id": str(row.key),
        "geometry": geometry,
        "properties": {
            "name": row.title,
            "kind": row.kind,
            "url": story_address(row.url_path, language),
            "lang": row.language,
            "neighbourhood": row.neighbourhood,
            "designations": list(row.designations),
        },
    }


def _language(asked: str) -> str:
    codes = [code for code, _name in settings.LANGUAGES]
    if asked and asked not in codes:
        raise QuestionError(_("lang must be one of: %(codes)s.") % {"codes": ", ".join(codes)})
    return asked or settings.LANGUAGE_CODE


def _kinds(asked: str) -> list[str]:
    kinds = [kind for kind in asked.split(",") if kind]
    if not set(kinds) <= KINDS.keys():
        raise QuestionError(_("kind must be of: %(kinds)s.") % {"kinds": ", ".join(KINDS)})
    return kinds or list(KINDS)


def _box(asked: str) -> Box | None:
    if not asked:
        return None
    try:
        west, south, east, north = (float(edge) for edge in asked.split(","))
    except ValueError:
        raise QuestionError(_("bbox must be four numbers: west,south,east,north.")) from None
    if not all(math.isfinite(edge) for edge in (west, south, east, north)):
        raise QuestionError(_("bbox must be four numbers: west,south,east,north."))
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise QuestionError(_("bbox must run west to east and south to north, in degrees."))
    return Box(south, west, north, east)
