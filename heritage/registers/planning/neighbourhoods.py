"""Which neighbourhood the words of a row mean."""

import difflib
import re
from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page, Site

from heritage.places.models import NeighbourhoodPage

from ..columns.folding import squeeze
from .wording import clean

_ENDINGS = (
    "历史文化街区", "历史文化风貌区", "街道办事处", "社区居委会", "居委会", "街道办", "老街区",
    "街区", "街道", "社区", "镇", "街", "村", "subdistrict", "community", "neighbourhood",
    "neighborhood",
)  # fmt: skip
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_BETWEEN = re.compile(r"[/、,，;；&|]")
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
        rows = NeighbourhoodPage.objects.filter(locale__language_code=language)
        for pk, path, title, draft, slug, alt, foreign, code in rows.values_list(
            "pk", "path", "title", "draft_title", "slug", "alt_names", "foreign_name",
            "division_code",
        ):  # fmt: skip
            place = Place(pk, path, title, slug)
            self.by_id[pk] = self.by_path[path] = place
            names = [title, draft, foreign, slug, *alt.splitlines()]
            for name in filter(None, map(squeeze, names)):
                self._exact[name].add(pk)
                self._loose[_bare(name)].add(pk)
            if code:
                self._exact[_code(code)].add(pk)

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
                if ids and len(ids) == 1:
                    return self.by_id[next(iter(ids))]
                if ids:
                    names = ", ".join(sorted(self.by_id[pk].title for pk in ids))
                    raise UnplacedError("unsure_neighbourhood", names=names)
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


def _code(word: str) -> str:
    """An official code without the zeros behind it: 440103004000 → code 440103004."""
    if not (word.isascii() and word.isdigit() and len(word) in (6, 9, 12)):
        return ""
    return "code" + (word.removesuffix("000") if len(word) == 12 else word)
