"""A story as schema.org says it, for search engines: JSON-LD.

Only what the page itself shows and knows: what is unknown is left out, never guessed.
"""

import json

from wagtail.images.shortcuts import get_renditions_or_not_found

from heritage.archive.sizes import SIZES
from heritage.histories.models import HistoryPage, PersonPage
from heritage.places.models import LandmarkPage, MuralPage, NeighbourhoodPage
from heritage.places.models.location import Located
from heritage.trails.models import TrailPage

from .addresses import absolute

TYPES = {
    LandmarkPage: ["LandmarksOrHistoricalBuildings", "TouristAttraction"],
    MuralPage: "VisualArtwork",
    NeighbourhoodPage: "Place",
    TrailPage: "TouristTrip",
    PersonPage: "Person",
    HistoryPage: "Article",
}
_LANGUAGES = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
_BLOCKED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def describe(page, context: dict) -> dict | None:
    """The page as a JSON-LD object, from what its template shows; None for a page of no such type.

    `context` may hold `picture`, `neighbourhood`, `walk`, `canonical`, `page_language`,
    `site`.
    """
    kind = TYPES.get(type(page))
    if kind is None:
        return None
    language = context.get("page_language", "")
    thing = {
        "@context": "https://schema.org",
        "@type": kind,
        "name": page.title,
        "alternateName": [name for name in (page.foreign_name, *page.other_names) if name],
        "description": page.search_description or page.lede,
        "url": context.get("canonical", ""),
        "image": describe_image(context.get("picture")),
        **_place(page, context),
        **_by_type(page, context),
    }
    if not isinstance(page, PersonPage | NeighbourhoodPage | LandmarkPage | TrailPage):
        thing["inLanguage"] = _LANGUAGES.get(language, language)
    if isinstance(page, HistoryPage):
        thing["headline"] = page.title
    return _without_gaps(thing)


def write(thing: dict) -> str:
    """JSON that can stand in a script element: nothing in it can end the element."""
    return json.dumps(thing, ensure_ascii=False).translate(_BLOCKED)


def describe_image(picture) -> dict | None:
    """A picture as schema.org's ImageObject, by the absolute address of its JPEG."""
    if picture is None:
        return None
    spec = SIZES["lead"].specs[-1]
    url = get_renditions_or_not_found(picture, [spec])[spec].url
    return _without_gaps(
        {
            "@type": "ImageObject",
            "contentUrl": url if url.startswith("http") else absolute(url),
            "caption": picture.default_alt_text,
            "creditText": picture.credit_shown,
            "license": picture.rights_uri,
        }
    )


def _place(page, context: dict) -> dict:
    if not isinstance(page, Located):
        return {}
    around = context.get("neighbourhood")
    within = around and {
        "@type": "Place",
        "name": around.title,
        "url": _beside(context, around),
    }
    where = {
        "geo": page.point
        and {
            "@type": "GeoCoordinates",
            "latitude": round(page.point.lat, 6),
            "longitude": round(page.point.lng, 6),
        },
        "address": page.address
        and _without_gaps(
            {
                "@type": "PostalAddress",
                "streetAddress": page.address,
                "addressLocality": _city(context),
                "addressCountry": "CN",
            }
        ),
        "containedInPlace": within,
    }
    if not isinstance(page, MuralPage):
        return where
    # A work of art has no point of its own: it is somewhere.
    return (
        {"contentLocation": _without_gaps({"@type": "Place", **where})}
        if any(where.values())
        else {}
    )


def _city(context: dict) -> str:
    site = context.get("site")
    if not site:
        return ""
    return site.city_en if context.get("page_language") == "en" else site.city_zh


def _beside(context: dict, page) -> str:
    """The address of the page above, in the language that the page is shown in."""
    return absolute(f"/{context.get('page_language')}/{page.slug}/")


def _by_type(page, context: dict) -> dict:
    if isinstance(page, MuralPage):
        return {
            "creator": page.artist and {"@type": "Person", "name": page.artist},
            "dateCreated": _year(page.date_reading),
            "artMedium": page.technique,
            "width": _metres(page.width_m),
            "height": _metres(page.height_m),
        }
    if isinstance(page, PersonPage):
        return {
            "birthDate": _year(page.born_reading),
            "deathDate": _year(page.died_reading),
            "description": page.lede or page.known_for,
        }
    if isinstance(page, TrailPage):
        return {"itinerary": _itinerary(context.get("walk"))}
    return {}


def _itinerary(walk) -> dict | None:
    if not walk:
        return None
    stops = [
        {
            "@type": "ListItem",
            "position": leg.number,
            "item": _without_gaps(
                {
                    "@type": "TouristAttraction",
                    "name": leg.card.title,
                    "url": absolute(leg.card.url),
                    "description": leg.card.lede,
                }
            ),
        }
        for leg in walk.legs
    ]
    return {"@type": "ItemList", "numberOfItems": len(stops), "itemListElement": stops}


def _year(reading) -> str:
    """A date that stands for itself (1931, 1931-05, 1931-05-04); nothing for what is uncertain."""
    edtf = getattr(reading, "edtf", None) or ""
    return edtf if edtf.replace("-", "").isdigit() and edtf[0] != "-" else ""


def _metres(value) -> dict | None:
    if value is None:
        return None
    return {"@type": "QuantitativeValue", "value": float(value), "unitCode": "MTR"}


def _without_gaps(thing: dict) -> dict:
    return {key: value for key, value in thing.items() if value}
