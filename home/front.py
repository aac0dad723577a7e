"""What the front door and the lists of everything show."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q
from django.db.models.functions import Left
from wagtail.models import Page

from heritage.places.near import point_of
from heritage.places.sketchmap import Place, SketchMap, city_map
from heritage.storytelling.cards import Card, story_models
from heritage.storytelling.desk import Desk
from heritage.trails.walk import Walks

LATEST = 6
# What is counted on a neighbourhood's card, in this order.
WEIGHT = ("landmarkpage", "muralpage", "corridorpage", "historypage", "personpage", "trailpage")
ALL = Q(pk__isnull=False)  # an empty Q would vanish in an OR
_STEP = Page.steplen


@dataclass(frozen=True)
class Door:
    """A neighbourhood with what can be read there: (number, kind) pairs."""

    card: Card
    counts: list[tuple[int, str]]


class Front:
    """Everything the home page shows of a language's tree."""

    def __init__(self, home, desk: Desk):
        self._home, self._desk = home, desk
        self._hoods = desk.want(
            lambda model: ALL if model._meta.model_name == "neighbourhoodpage" else None,
            lambda card: card.kind == "neighbourhoodpage",
        )
        self.trails = Walks(desk, Q())
        self._new = self._newest()
        self._latest = desk.want_pages(self._new)

    @cached_property
    def doors(self) -> list[Door]:
        return [Door(card, self._counts.get(card.path, [])) for card in self._hoods]

    @property
    def latest(self) -> list[Card]:
        return list(self._latest)

    @cached_property
    def sketch(self) -> SketchMap | None:
        places = [
            Place(point_of(card), card.short_name or card.title, kind="neighbourhood", url=card.url)
            for card in self._hoods
            if point_of(card)
        ]
        return city_map(places) if places else None

    @cached_property
    def _counts(self) -> dict[str, list[tuple[int, str]]]:
        """How many pages of each kind stand under each neighbourhood, by its path."""
        depth = self._home.depth + 2
        rows = (
            Page.objects.live()
            .filter(depth=depth)
            .order_by()
            .annotate(under=Left("path", _STEP * (depth - 1)))
            .values_list("under", "content_type")
            .annotate(Count("pk"))
        )
        counts: dict[str, list[tuple[int, str]]] = {}
        found = list(rows)
        for model in (story_models()[kind] for kind in WEIGHT):
            kind, meta = _type_of(model), model._meta
            for under, number in ((row[0], row[2]) for row in found if row[1] == kind):
                name = meta.verbose_name if number == 1 else meta.verbose_name_plural
                counts.setdefault(under, []).append((number, name))
        return counts

    def _newest(self) -> list[int]:
        rows = Page.objects.live().filter(
            locale_id=self._home.locale_id, depth=self._home.depth + 2
        )
        return list(rows.order_by("-first_published_at").values_list("pk", flat=True)[:LATEST])


def _type_of(model) -> int:
    return ContentType.objects.get_for_model(model).pk
