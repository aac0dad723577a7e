"""A story in a few words, as lists, maps and links to it need it; all page types in one query."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import CharField, DecimalField, F, Q, Value
from django.db.models.functions import Cast
from wagtail.models import get_page_models

from .models import StoryPage

Where = Callable[[type[StoryPage]], Q | None]

_PLACED = ("lat", "lng")
_OF_ONE_TYPE = {"address": "", "district": "", "theme": "", "site_type": "", "known_for": ""}
_COMMON = {
    "pk": "pk",
    "title": "title",
    "short_name": "short_name",
    "lede": "lede",
    "picture_id": "picture_id",
    "date": "date",
    "path": "path",
    "url_path": "url_path",
    "key": "translation_key",
    "language": "locale__language_code",
    "published": "first_published_at",
}


@dataclass
class Card:
    """What a list shows of a page; `url` is in the reader's language even where the page is not."""

    pk: int
    title: str
    short_name: str
    lede: str
    picture_id: int | None
    date: str
    path: str
    url_path: str
    key: UUID
    language: str
    published: object
    lat: object
    lng: object
    address: str
    district: str
    theme: str
    site_type: str
    known_for: str
    kind: str
    desk: object = None

    @property
    def url(self) -> str:
        """Its address in the language of the page that lists it."""
        rest = self.url_path.split("/", 2)[2]
        return f"/{self.desk.language}/{rest}"

    @property
    def picture(self):
        return self.desk.picture(self.picture_id)

    @property
    def model(self) -> type[StoryPage]:
        return story_models()[self.kind]

    @property
    def kind_name(self):
        return self.model._meta.verbose_name

    @property
    def mark(self):
        """The word on its seal: the kind of place or the theme of the walk."""
        for name in ("theme", "site_type"):
            if value := getattr(self, name):
                return dict(self.model._meta.get_field(name).choices).get(value, "")
        return ""

    @property
    def line(self) -> str:
        """One line under the title."""
        return self.lede or self.known_for


def story_models() -> dict[str, type[StoryPage]]:
    """Every page type that tells a story, by its model name."""
    return {m._meta.model_name: m for m in get_page_models() if issubclass(m, StoryPage)}


def read_cards(wheres: Iterable[Where], languages: Iterable[str]) -> list[Card]:
    """Read every live page that one of the conditions asks for, in tree order; one query."""
    parts = []
    for name, model in story_models().items():
        asked = [where for where in (condition(model) for condition in wheres) if where is not None]
        if not asked:
            continue
        # An empty condition asks for everything; Django would drop it from an "or".
        either = reduce(or_, asked) if all(asked) else Q()
        rows = model.objects.live().filter(
            either, alias_of=None, locale__language_code__in=languages
        )
        parts.append(rows.order_by().values_list(*_columns(name, model)))
    if not parts:
        return []
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return sorted((Card(*row) for row in rows), key=lambda card: card.path)


def _columns(name: str, model: type[StoryPage]) -> list:
    fields = {field.name for field in model._meta.get_fields()}
    columns = [_named(F(source), f"card_{label}") for label, source in _COMMON.items()]
    for label in _PLACED:
        nowhere = Cast(Value(None), DecimalField(max_digits=9, decimal_places=6))
        columns.append(_named(F(label) if label in fields else nowhere, f"card_{label}"))
    for label, blank in _OF_ONE_TYPE.items():
        value = F(label) if label in fields else Value(blank, output_field=CharField())
        columns.append(_named(value, f"card_{label}"))
    return [*columns, _named(Value(name, output_field=CharField()), "card_kind")]


def _named(expression, label: str):
    expression.default_alias = label
    return expression
