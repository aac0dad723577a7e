"""What the plaque register asks of the other rooms: parts of pages, designations, what is near."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.template.loader import render_to_string
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from heritage.places.geodesy import Box, Point, distance
from heritage.places.grades import Grade
from heritage.places.models import (
    CorridorPage,
    Designation,
    Hotspot,
    LandmarkPage,
    MuralPage,
    NeighbourhoodPage,
)
from heritage.places.models.corridor import CorridorPanel
from heritage.places.sketchmap import Place, trail_map
from heritage.plaques.models import PartKind
from heritage.plaques.registries import DesignationFact, Part, Pin, Position
from heritage.plaques.standing import source_page
from heritage.trails.models import TrailStop

from .frame import site_settings

NEARBY_KINDS = (LandmarkPage, MuralPage, CorridorPage)
# Metres round the phone that are looked through, until something is found.
RINGS = (150, 500, 2000, 20_000)
MOST_NEARBY = 8
MOST_NAMED = 20
# How each grade is written on a marker; {} is the city or district, then the general word.
GRADE_WORDS = {
    Grade.NATIONAL: ("全国重点文物保护单位",),
    Grade.PROVINCIAL: ("广东省文物保护单位", "省级文物保护单位"),
    Grade.MUNICIPAL: ("{city}市文物保护单位", "市级文物保护单位"),
    Grade.COUNTY: ("{district}文物保护单位", "区级文物保护单位", "县级文物保护单位"),
    Grade.UNGRADED: (
        "不可移动文物",
        "未定级不可移动文物",
        "尚未核定公布为文物保护单位的不可移动文物",
    ),
    Grade.HISTORIC_BLOCK: ("历史文化街区",),
    Grade.HISTORIC_BUILDING: ("历史建筑",),
    Grade.TRADITIONAL_BUILDING: ("传统风貌建筑",),
    Grade.HISTORIC_TOWN: ("历史文化名城名镇名村",),
    Grade.INDUSTRIAL: ("工业遗产",),
    Grade.REVOLUTIONARY: ("革命文物",),
    Grade.PLACE_NAME: ("地名保护名录",),
    Grade.OTHER: ("其他名录",),
}


def parts_of(page: Page) -> list[Part]:
    """The panels, spots or stops of a page, in its source language and in order."""
    page = source_page(page)
    return [
        *_parts(CorridorPanel.objects.filter(page=page.pk), PartKind.PANEL, "title"),
        *_parts(Hotspot.objects.filter(page=page.pk), PartKind.SPOT, "title"),
        *_parts(TrailStop.objects.filter(trail=page.pk), PartKind.STOP, "page__title"),
    ]


def _parts(rows, kind: str, title: str) -> Iterator[Part]:
    named = rows.order_by("sort_order", "pk").values_list("key", title)
    for number, (key, words) in enumerate(named, start=1):
        yield Part(key, f"{number} · {words}", kind)


def designation_facts(page: Page) -> list[DesignationFact]:
    """The designations of a site, in Chinese, as a marker states them."""
    page = source_page(page)
    rows = list(Designation.objects.filter(page=page.pk))
    return [_fact(row, page) for row in rows]


def _fact(row: Designation, page: Page) -> DesignationFact:
    words = GRADE_WORDS.get(Grade(row.grade), (row.get_grade_display(),))
    city, district = site_settings().city_zh.removesuffix("市"), ""
    if row.grade == Grade.COUNTY:
        district = _district(page)
    spelt = [word.format(city=city, district=district) for word in words]
    return DesignationFact(
        grades=tuple(spelt[1:] if row.grade == Grade.COUNTY and not district else spelt),
        name=row.announced_name or page.title,
        announced_by=row.announced_by,
        announced_on=row.announced_on,
        first_day=_day(row.announced_on_earliest),
        last_day=_day(row.announced_on_latest),
        is_relic=row.is_statutory_relic,
    )


def _district(page: Page) -> str:
    found = NeighbourhoodPage.objects.ancestor_of(page, inclusive=True).first()
    return found.district if found else ""


def _day(sort_key: int | None) -> date | None:
    """A day from what sorts it; None for one that no calendar of ours has."""
    if sort_key is None or sort_key < 10000:
        return None
    year, rest = divmod(sort_key, 10000)
    month, day = divmod(rest, 100)
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return date(year, month, 1) + timedelta(days=day - 1) if 1 <= month <= 12 else None


def nearby_pages(point: Position, user) -> list[tuple[Page, float]]:
    """Located pages in the source language that `user` may edit, nearest first, with metres."""
    here = Point(*point)
    editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    for metres in RINGS:
        found = sorted(_within(here, metres, editable), key=lambda one: one[1])
        found = [(page, away) for page, away in found if away <= metres]
        if found:
            break
    return found[:MOST_NEARBY]


def _within(here: Point, metres: float, editable) -> Iterable[tuple[Page, float]]:
    box = Box(here.lat, here.lng, here.lat, here.lng).grown(metres)
    for model in NEARBY_KINDS:
        pages = model.objects.filter(
            locale__language_code=settings.LANGUAGE_CODE,
            pk__in=editable.values("pk"),
            lat__range=(_degrees(box.south), _degrees(box.north)),
            lng__range=(_degrees(box.west), _degrees(box.east)),
        )
        for page in pages.defer_streamfields():
            yield page, distance(here, page.point)


def _degrees(value: float) -> Decimal:
    return round(Decimal(value), 6)


def drawn(pins: list[Pin], title: str) -> str:
    """A sketch map of plaques; those that want a hand are marked as the ones to go to next."""
    crowded = len(pins) > MOST_NAMED
    places = [
        Place(
            Point(*pin.position),
            "" if crowded and not pin.is_in_need else pin.label,
            url=pin.url,
            state="next" if pin.is_in_need else "",
            name=pin.label,
        )
        for pin in pins
    ]
    sketch = replace(trail_map(places), trail="")
    return render_to_string("places/sketchmap.html", {"map": sketch, "title": title, "uid": "map"})
