"""What a trail hands out beside its page, under its own address."""

import json
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from .exports import trail_geojson, trail_gpx
from .models import TrailPage

A_MINUTE = 60  # what is withdrawn is gone from a browser within it


def gpx(request: HttpRequest, trail: TrailPage) -> HttpResponse:
    """`trail.gpx`, saved under the trail's name."""
    response = HttpResponse(trail_gpx(trail), content_type="application/gpx+xml; charset=utf-8")
    name = quote(f"{trail.title}.gpx")
    response["Content-Disposition"] = f"attachment; filename=\"trail.gpx\"; filename*=UTF-8''{name}"
    return _public(response)


def geojson(request: HttpRequest, trail: TrailPage) -> HttpResponse:
    """`trail.geojson`."""
    text = json.dumps(trail_geojson(trail), ensure_ascii=False)
    response = HttpResponse(text, content_type="application/geo+json")
    response["Access-Control-Allow-Origin"] = "*"
    return _public(response)


def _public(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, public=True, max_age=A_MINUTE)
    return response
