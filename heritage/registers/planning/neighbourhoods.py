"""Which neighbourhood the words of a row mean."""

import difflib
import re
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page, Site

from heritage.places.boundaries import FAR_M, contains, polygons
from heritage.places.geodesy import Point, distance
from heritage.places.models import NeighbourhoodPage

from ..columns.folding import squeeze
from .wording import clean

FAR_FROM_EDGE_M = 1500
_ENDINGS = (
    "历史文化街区", "历史文化风貌区", "街道办事处", "社区居委会", "居委会", "街道办", "老街区",
    "街区", "街道", "社区", "镇", "街", "村", "subdistrict", "community", "neighbourhood",
    "neighborhood",
)  # fmt: skip
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_BETWEEN = re.compile(r"[/、,，;；&|]")
_WITHIN = re.compile(r"[—–―·、,，/&]|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff])")
_VAGUE = re.compile(r"一带|附近|周边|交界")
_DIVISION = re.compile(r"^(?:广东省)?(?:广州市)?[^市区县]{1,4}[市区县](?=.{2,})")


class UnplacedError(ValueError):
    """Words that mean no neighbourhood, or more than one; a code of REFUSALS with its gaps."""

    def __init__(self, code: str, **params: object) -> None:
        self.code, self.params = code, params
        super().__init__(code)


@dataclass(frozen=True)
class Place:
    """A neighbourhood as far as an import must know it."""

    id: int
    path: str
    title: str
    slug: str
    point: Point | None = None
    boundary: dict | None = None

    def metres_off(self, point: Point) -> float:
        """How far a point is from it, where that is more than a few steps; 0 for in or near it."""
        edges = []
        with suppress(ValueError):
            if self.boundary and contains(self.boundary, point):
                return 0
            edges = [Point(end[1], end[0]) for area in polygons(self.boundary or {})
                     for ring in area for end in ring]  # fmt: skip
        if edges:
            off = min(distance(edge, point) for edge in edges)
            return off if off > FAR_FROM_EDGE_M else 0
        off = distance(self.point, point) if self.point else 0
        return off if off > FAR_M else 0


def home_page() -> Page | None:
    """The front page of the language that registers are written in."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    pages = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    if site:
        root = pages.filter(translation_key=site.root_page.translation_key).first()
        if root:
            return root
    return pages.filter(depth=2).first()


class Neighbourhoods:
    """All neighbourhoods of the language, by everything they are called. Three queries."""

    def __init__(self, language: str = "") -> None:
        language = language or settings.LANGUAGE_CODE
        self.home = home_page()
        self.by_id: dict[int, Place] = {}
        self.by_path: dict[str, Place] = {}
        self._exact: dict[str, set[int]] = defaultdict(set)
        self._loose: dict[str, set[int]] = defaultdict(set)
        self._parts: dict[str, set[int]] = defaultdict(set)
        rows = NeighbourhoodPage.objects.filter(locale__language_code=language)
        for pk, path, title, draft, slug, alt, foreign, code, lat, lng, area in rows.values_list(
            "pk", "path", "title", "draft_title", "slug", "alt_names", "foreign_name",
            "division_code", "lat", "lng", "boundary",
        ):  # fmt: skip
            point = None if lat is None or lng is None else Point(float(lat), float(lng))
            place = Place(pk, path, title, slug, point, area or None)
            self.by_path[path] = place
            self.add(place, [title, draft, foreign, slug, *alt.splitlines()], code)

    def add(self, place: Place, names: list[str], code: str = "") -> None:
        """Let a place be found by these names and its division code."""
        self.by_id[place.id] = place
        for name in filter(None, names):
            self._exact[squeeze(name)].add(place.id)
            self._loose[_bare(squeeze(name))].add(place.id)
            for part in _WITHIN.split(name):
                self._parts[_core(squeeze(part))].add(place.id)
        if code:
            self._exact[_code(code)].add(place.id)

    def knows(self, name: str) -> bool:
        """Whether something is called exactly so."""
        return bool(self._exact.get(squeeze(name)))

    def alike(self, words: str) -> Place | None:
        """The one neighbourhood that words are like, to be shown for agreement: 恩宁路社区 for
        永庆坊—恩宁路, or a community's code for its subdistrict. UnplacedError for several."""
        text = _BRACKETS.sub("", clean(words))
        if _BETWEEN.search(text) or _VAGUE.search(text):
            return None
        for form in _forms(text):
            word = squeeze(form)
            is_code = word.isascii() and word.isdigit()
            ids = self._exact.get(f"code{word[:9]}") if is_code else self._parts.get(_core(word))
            if ids:
                return self._only(ids)
        return None

    def _only(self, ids: set[int]) -> Place:
        if len(ids) == 1:
            return self.by_id[next(iter(ids))]
        names = ", ".join(sorted(self.by_id[pk].title for pk in ids))
        raise UnplacedError("unsure_neighbourhood", names=names)

    def find(self, words: str) -> Place:
        """The one neighbourhood that words mean; UnplacedError for none or several."""
        text = clean(words)
        for form in (text, _BRACKETS.sub("", text)):
            if found := self._named(form):
                return found
        bare = _BRACKETS.sub("", text)
        parts = [part for part in _BETWEEN.split(bare) if part.strip()]
        if len(parts) > 1 or _VAGUE.search(bare):
            raise UnplacedError("unsure_neighbourhood", names=" / ".join(map(str.strip, parts)))
        raise self._unknown(bare)

    def _named(self, text: str) -> Place | None:
        for form in _forms(text):
            word = squeeze(form)
            for table, key in ((self._exact, word), (self._exact, _code(word)),
                               (self._loose, _bare(word))):  # fmt: skip
                ids = table.get(key) if key else None
                if ids:
                    return self._only(ids)
        return None

    def _unknown(self, words: str) -> UnplacedError:
        near = difflib.get_close_matches(_bare(squeeze(words)), self._loose, n=1, cutoff=0.5)
        if near:
            place = self.by_id[min(self._loose[near[0]])]
            return UnplacedError("unknown_neighbourhood_near", near=f"{place.title} ({place.slug})")
        return UnplacedError("unknown_neighbourhood")


def _forms(text: str) -> list[str]:
    """The words as they stand, and without the districts before them: 荔湾区多宝街道."""
    forms = [text]
    while (shorter := _DIVISION.sub("", forms[-1])) != forms[-1]:
        forms.append(shorter.strip())
    return forms


def _bare(word: str) -> str:
    """多宝街道, 多宝街 → 多宝; a name of one character stays whole."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word.removesuffix(ending)
    return word


def _core(word: str) -> str:
    """北京路, 北京街道 → 北京; what is left of a name when it says nothing of streets."""
    bare = word if word.endswith("大街") else _bare(word)
    for ending in ("大街", "马路", "路", "街", "巷", "里", "坊"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 2:
            return bare.removesuffix(ending)
    return bare


def _code(word: str) -> str:
    """An official code without the zeros behind it: 440103004000 → code 440103004."""
    if not (word.isascii() and word.isdigit() and len(word) in (6, 9, 12)):
        return ""
    return "code" + (word.removesuffix("000") if len(word) == 12 else word)
