"""What is in the tree (and in the file so far) that a row may be the same as."""

import difflib
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page

from heritage.places.geodesy import Point, distance
from heritage.places.models import Designation, Located

from ..columns.folding import squeeze
from .kinds import KINDS
from .neighbourhoods import Neighbourhoods

NEAR, SAME_NAME_NEAR, SAME_SPOT = 150, 300, 3  # metres
_CELL = 0.0015  # degrees: a cell and those around it hold everything within NEAR
_MOST_IN_CELL = 25
# What tells 东一楼 from 西二楼 and No. 46 from No. 48.
_TELLING = re.compile(r"\d+|[一二三四五六七八九十甲乙丙丁东南西北前后左右上下大小新旧]")


@dataclass(slots=True)
class Known:
    """A page, or an earlier row of the file (`row` is then its number)."""

    kind: str
    parent_id: int | None
    title: str
    slug: str
    names: frozenset[str]
    point: Point | None = None
    numbers: frozenset[tuple[str, str]] = frozenset()
    page_id: int | None = None
    row: int | None = None

    @property
    def name(self) -> str:
        return squeeze(self.title)


class Index:
    """Pages or rows by everything that they may be recognised by."""

    def __init__(self) -> None:
        self.by_id: dict[int, Known] = {}
        self.by_key: dict[str, Known] = {}
        self.by_slug: dict[tuple[int | None, str], Known] = {}
        self.by_any_slug: dict[str, list[Known]] = defaultdict(list)
        self.by_name: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._by_number: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._grid: dict[tuple[str, int, int], list[Known]] = defaultdict(list)

    def add(self, known: Known) -> None:
        if known.page_id:
            self.by_id[known.page_id] = known
        if known.slug:
            self.by_slug.setdefault((known.parent_id, known.slug), known)
            self.by_any_slug[known.slug].append(known)
        for name in known.names:
            self.by_name[known.kind, name].append(known)
        for number in known.numbers:
            self._by_number[number].append(known)
        if known.point:
            cell = self._grid[known.kind, *_cell(known.point)]
            if len(cell) < _MOST_IN_CELL:
                cell.append(known)

    def named_here(self, one: Known) -> list[Known]:
        """Those of the same kind, neighbourhood and title."""
        name = one.name
        return [
            other
            for other in self.by_name.get((one.kind, name), ())
            if other.parent_id == one.parent_id and other.name == name
        ]

    def numbered(self, one: Known) -> list[Known]:
        """Those with the same register number in the same grade."""
        return [other for number in one.numbers for other in self._by_number.get(number, ())]

    def likeness(self, one: Known) -> tuple[Known, str, dict] | None:
        """What it is possibly the same as, how (name, alias, number, near), and the gaps."""
        for other in self.numbered(one):
            return other, "number", {}
        for name in one.names:
            for other in self.by_name.get((one.kind, name), ()):
                # A by-name that both have (东园) may be that of the place around them.
                if name in (one.name, other.name) and _is_here(one, other):
                    how = "name" if one.name == other.name else "alias"
                    return other, how, {}
        return self._near(one)

    def namesakes(self, one: Known) -> Iterator[Known]:
        """Those of the same title in other neighbourhoods."""
        for other in self.by_name.get((one.kind, one.name), ()):
            if other.parent_id != one.parent_id and other.name == one.name:
                yield other

    def at_spot(self, one: Known) -> Known | None:
        """Another one at the very same point."""
        close = (other for other, metres in self._around(one) if metres <= SAME_SPOT)
        return next(close, None)

    def _near(self, one: Known) -> tuple[Known, str, dict] | None:
        for other, metres in self._around(one):
            if any(_alike(a, b) for a in one.names for b in other.names):
                return other, "near", {"metres": round(metres)}
        return None

    def _around(self, one: Known) -> Iterator[tuple[Known, float]]:
        if one.point is None:
            return
        row, column = _cell(one.point)
        for r in (row - 1, row, row + 1):
            for c in (column - 1, column, column + 1):
                for other in self._grid.get((one.kind, r, c), ()):
                    if abs(other.point.lat - one.point.lat) < _CELL:
                        metres = distance(one.point, other.point)
                        if metres <= NEAR:
                            yield other, metres


def read_tree(places: Neighbourhoods) -> Index:
    """Every page that a register may bring in, in the registers' language; nine queries."""
    index = Index()
    numbers = defaultdict(set)
    rows = Designation.objects.exclude(register_number="")
    for page_id, grade, number in rows.values_list("page_id", "grade", "register_number"):
        if is_telling_number(number):
            numbers[page_id].add((grade, squeeze(number)))
    parents = {path: place.id for path, place in places.by_path.items()}
    if places.home:
        parents[places.home.path] = places.home.pk
    for kind, model in KINDS.items():
        for known, key in _pages(kind, model, parents, numbers):
            index.add(known)
            index.by_key[str(key)] = known
    return index


def is_telling_number(number: str) -> bool:
    """Whether a register number tells one site from all others: 4-209 does, 1 does not."""
    word = squeeze(number)
    has_parts = bool(re.search(r"[-.–—/]", number))
    return (
        word[:1].isalnum()
        and number[:1] not in "(（"
        and ((has_parts and sum(map(str.isdigit, word)) >= 2) or len(re.findall(r"\d", word)) >= 4)
    )


def names_in(title: str, alt_names: str = "", foreign_name: str = "") -> frozenset[str]:
    """Everything it is called, folded."""
    names = [title, foreign_name, *alt_names.splitlines()]
    return frozenset(filter(None, map(squeeze, filter(None, names))))


def _pages(kind: str, model, parents, numbers) -> Iterator[tuple[Known, object]]:
    columns = ["pk", "translation_key", "path", "title", "draft_title", "slug", "alt_names",
               "foreign_name"]  # fmt: skip
    is_located = issubclass(model, Located)
    rows = model.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by()
    for row in rows.values_list(*columns, *(("lat", "lng") if is_located else ())).iterator():
        pk, key, path, title, draft, slug, alt, foreign = row[:8]
        lat, lng = row[8:] if is_located else (None, None)
        point = None if lat is None or lng is None else Point(float(lat), float(lng))
        names = names_in(title, alt, foreign) | names_in(draft)
        yield (
            Known(
                kind, parents.get(path[: -Page.steplen]), title, slug, names, point,
                frozenset(numbers.get(pk, ())), page_id=pk,
            ),
            key,
        )  # fmt: skip


def _is_here(one: Known, other: Known) -> bool:
    """Whether a shared name is more than a namesake: one neighbourhood, or close by."""
    if one.point and other.point:
        return distance(one.point, other.point) <= SAME_NAME_NEAR
    return one.parent_id == other.parent_id


def _cell(point: Point) -> tuple[int, int]:
    return math.floor(point.lat / _CELL), math.floor(point.lng / _CELL)


def _alike(one: str, other: str) -> bool:
    """陈家祠 and 陈家祠堂; not 东楼 and 西楼, not 46号 and 48号."""
    if _TELLING.findall(one) != _TELLING.findall(other):
        return False
    shorter, longer = sorted((one, other), key=len)
    if shorter in longer:
        return len(shorter) >= (6 if shorter.isascii() else 3)
    a, b = set(one), set(other)
    if 2 * len(a & b) < 1.4 * min(len(a), len(b)) or len(shorter) < 4:
        return False
    return difflib.SequenceMatcher(None, one, other).ratio() >= 0.8
