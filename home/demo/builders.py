"""What each kind of page has beside its story, from its text file and the fact sheet."""

from datetime import date
from functools import cache
from uuid import NAMESPACE_URL, UUID, uuid5

from wagtail.models import Locale, Page

from heritage.histories.models import HistoryPage, PersonPage, TimelineEntry
from heritage.places.models import (
    CorridorPage,
    CorridorPanel,
    Hotspot,
    LandmarkPage,
    MuralCondition,
    MuralPage,
    NeighbourhoodFact,
    NeighbourhoodPage,
)
from heritage.storytelling import dating
from heritage.trails.models import TrailPage, TrailStop

from .designations import designations
from .pictures import picture
from .reading import LANGUAGES, cited, paragraphs, read_sites, read_stop_points, slugs
from .recordings import recordings

sites = cache(read_sites)
stop_points = cache(read_stop_points)
POINT_SOURCES = {
    "estimate": ("按街道和地标估计", "estimated from street and landmark"),
    "marker": ("路线标记点", "marker of a published trail"),
    "wiki": ("百科条目", "encyclopedia entry"),
    "repo": ("公开数据库，基准未注明", "public database, datum not stated"),
}


def neighbourhood(slug: str, text: dict, language: str) -> tuple[type[Page], dict]:
    short = LANGUAGES[language]
    lat, lng = text["centre"]
    return NeighbourhoodPage, {
        "picture": picture(f"nb-{slug}", text["zh"]["title"]),
        "district": text[f"district_{short}"],
        "division_code": text["division_code"],
        "cohort": text.get(f"practice_{short}", ""),
        "is_gap": text.get("gap", False),
        "point_entered": f"{lat}, {lng}",
        "accuracy_m": text.get("centre_accuracy_m", 500),
        "point_source": ("街区中点，约略", "centre of the neighbourhood, roughly")[
            language == "en"
        ],
        "facts": [
            NeighbourhoodFact(
                label=fact[f"label_{short}"],
                value=fact[f"value_{short}"],
                cites=cited(fact.get("cites")),
            )
            for fact in text.get("facts", [])
        ],
    }


def landmark(slug: str, text: dict, language: str) -> tuple[type[Page], dict]:
    row = sites().get(slug)
    words = text[LANGUAGES[language]]
    return LandmarkPage, {
        "picture": picture(slug, text["zh"]["title"]),
        "site_type": text["site_type"],
        "is_red": text.get("red", False),
        "address": words.get("address", ""),
        "opening": words.get("opening", ""),
        "present_use": words.get("reuse", ""),
        "recordings": recordings(slug, language),
        "location_note": text.get(f"street_note_{LANGUAGES[language]}", ""),
        **(_from_fact_sheet(row, language) if row else _from_route(text, language)),
    }


def _from_fact_sheet(row: dict, language: str) -> dict:
    english = language == "en"
    reading = dating.read(row["date_text"])
    by_hand = english or reading.edtf != row["date_edtf"]
    edtf = row["date_edtf"] if by_hand else ""
    listed = row["date_text"].translate(str.maketrans("()", "（）"))
    words = dating.describe(edtf, "en") if english and edtf else listed
    source = row["coord_source"].split()[0]
    return {
        "date": "" if english and not edtf else words,
        "date_edtf": edtf,
        "point_entered": f"{row['lat_wgs84']}, {row['lng_wgs84']}",
        "accuracy_m": int(row["coord_accuracy_m"]),
        "point_source": POINT_SOURCES[source][english],
        "designations": designations(row, language),
    }


def _from_route(text: dict, language: str) -> dict:
    lat, lng = stop_points()[text["zh"]["title"]]
    return {
        "date": "" if language == "en" else "待考",
        "point_entered": f"{lat}, {lng}",
        "accuracy_m": 60,
        "point_source": POINT_SOURCES["marker"][language == "en"],
    }


def history(slug: str, text: dict, language: str) -> tuple[type[Page], dict]:
    short = LANGUAGES[language]
    order = slugs("histories").index(slug)
    return HistoryPage, {
        "picture": picture(f"history-{HISTORY_PICTURES.get(slug, order + 1)}", text["zh"]["title"]),
        "is_red": text.get("red", False),
        "date": text[f"period_{short}"],
        "date_edtf": _english_edtf(text["period_zh"], language),
        "entries": [
            TimelineEntry(
                date=entry.get(f"date_{short}") or entry["date_zh"],
                date_edtf=_english_edtf(entry["date_zh"], language),
                text=entry[f"text_{short}"],
                cites=cited(entry.get("cites")),
            )
            for entry in text.get("entries", [])
        ],
    }


HISTORY_PICTURES = {
    "enning-road-opens": 1,
    "shamian-concession": 2,
    "road-under-the-road": 3,
    "wuyue-village": 4,
    "wenming-road-1920s": 5,
    "ancient-temple-1841": 6,
    "dongshan-houses": 7,
    "hong-merchants": 8,
}
PERSON_PICTURES = {
    "zhan-tianyou-engineer": 1,
    "lu-xun": 2,
    "kang-youwei": 3,
    "chen-shuren-painter": 4,
    "li-haiquan": 5,
}


NOWHERE = ("示例：没有实地位置", "A sample: it stands nowhere")


def _part_key(slug: str, number: int) -> UUID:
    """The same in every language: a plaque at this part opens it in the reader's own."""
    return uuid5(NAMESPACE_URL, f"qilou-demo/{slug}/{number}")


def _english_edtf(words: str, language: str) -> str:
    """English words are not read: the English page takes what the Chinese ones mean."""
    return (dating.read(words).edtf or "") if language == "en" else ""


def person(slug: str, text: dict, language: str) -> tuple[type[Page], dict]:
    place = Page.objects.filter(
        slug=text.get("place", ""), locale=Locale.objects.get(language_code=language)
    ).first()
    life = {}
    for name in ("born", "died"):
        words = text.get(name, "")
        if language == "en" and dating.says_unknown(words):
            words = ""
        life[name] = words.removesuffix("年") if language == "en" else words
        life[f"{name}_edtf"] = _english_edtf(words, language)
    return PersonPage, {
        "picture": picture(f"person-{PERSON_PICTURES[slug]}", text["zh"]["title"]),
        "known_for": text[f"known_for_{LANGUAGES[language]}"],
        "place": place,
        **life,
    }


def mural(slug: str, text: dict, language: str) -> tuple[type[Page], dict]:
    short = LANGUAGES[language]
    return MuralPage, {
        "picture": picture(text["picture"], text["zh"]["title"]),
        "artist": text.get(f"artist_{short}", ""),
        "location_note": NOWHERE[language == "en"],
        "date": text[f"year_{short}"],
        "date_edtf": _english_edtf(text["year_zh"], language),
        "width_m": text["width_m"],
        "height_m": text["height_m"],
        "technique": text[f"technique_{short}"],
        "conditions": [
            MuralCondition(
                seen_on=date.fromisoformat(entry["date"]),
                state=entry["state"],
                note=entry[f"note_{short}"],
            )
            for entry in text.get("conditions", [])
        ],
        "hotspots": [
            Hotspot(
                key=_part_key(slug, number),
                x=spot["x"],
                y=spot["y"],
                title=spot[f"title_{short}"],
                text=spot[f"text_{short}"],
            )
            for number, spot in enumerate(text.get("hotspots", []))
        ],
    }


def corridor(slug: str, text: dict, language: str) -> tuple[type[Page], dict]:
    short = LANGUAGES[language]
    number = slugs("corridors").index(slug) + 1
    return CorridorPage, {
        "picture": picture(f"corridor-{number}", text["zh"]["title"]),
        "location_note": NOWHERE[language == "en"],
        "panels_in_order": [
            CorridorPanel(
                key=_part_key(slug, number),
                title=panel[f"title_{short}"],
                text=panel[f"text_{short}"],
                cites=cited(panel.get("cites")),
            )
            for number, panel in enumerate(text["panels"])
        ],
    }


def trail(slug: str, text: dict, language: str) -> tuple[type[Page], dict]:
    short = LANGUAGES[language]
    name = slug.partition("-")[2]
    pages = {
        page.slug: page
        for page in Page.objects.filter(
            slug__in=[stop["page"] for stop in text["stops"]],
            locale=Locale.objects.get(language_code=language),
        )
    }
    return TrailPage, {
        "picture": picture(f"trail-{name}", text["zh"]["title"]),
        "theme": text["kind"],
        "stops": [
            TrailStop(
                key=_part_key(slug, number),
                page=pages[stop["page"]],
                words=paragraphs(stop[f"words_{short}"]),
                dwell_minutes=stop["dwell_min"],
            )
            for number, stop in enumerate(text["stops"])
        ],
    }
