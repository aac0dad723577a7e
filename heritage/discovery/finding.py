"""What a visitor's question finds: stories in their language, the source's where untranslated."""

import json
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from wagtail.models import Locale, Page

from heritage.storytelling.cards import Card, story_models
from heritage.storytelling.desk import Desk

from .gazetteer import private_paths
from .kinds import KIND_OF_MODEL
from .marking import Marker
from .search.pinyin import spell
from .search.question import Approximate, plain
from .search.words import fold, is_han, segments

MOST_ROWS = 500
MOST_ALIKE = 12
ALIKE = 0.7
_NOT_WORDS = {"id", "type", "cites", "picture", "recording", "page", "level", "layout"}


@dataclass(frozen=True)
class Hit:
    """A story that was found, with the words that were looked for marked."""

    card: Card
    title: SafeString
    line: SafeString
    neighbourhood: str
    is_translated: bool


class Finding:
    """The answer to one question. A handful of queries, however much is found."""

    def __init__(self, question: str, desk: Desk, kind: str = ""):
        self.question, self.desk, self.kind = question, desk, kind

    @cached_property
    def is_question(self) -> bool:
        return plain(self.question) is not None

    @cached_property
    def rows(self) -> list[Page]:
        """One row for each story that was found, the best first, of whatever kind."""
        return self._search(self.question)[:MOST_ROWS] if self.is_question else []

    @cached_property
    def is_approximate(self) -> bool:
        """Whether nothing was found, and what is shown only resembles what was asked."""
        return self.is_question and not self.rows

    @cached_property
    def alike(self) -> list[Page]:
        return self._search(Approximate(self.question))[:MOST_ALIKE] if self.is_approximate else []

    def of_kind(self) -> list[Page]:
        """The rows of the kind that was chosen, or all."""
        return [row for row in self.rows if not self.kind or self._kind_of(row) == self.kind]

    def counts(self) -> Counter:
        """How many were found of each kind."""
        return Counter(self._kind_of(row) for row in self.rows)

    def hits(self, rows: list[Page]) -> list[Hit]:
        """What is shown of these rows, in their order."""
        around = [row.path[: -Page.steplen] for row in rows]
        same = Page.objects.filter(path__in=around).order_by().values("translation_key")
        self.desk.want(
            lambda model: (
                Q(translation_key__in=same)
                if model._meta.model_name == "neighbourhoodpage" and around
                else None
            ),
            lambda card: False,
        )
        wanted = self.desk.want_keys(row.translation_key for row in rows)
        cards = {card.key: card for card in wanted}
        marker = Marker(self.question)
        told = self._told([card for card in cards.values() if not _shows(marker, card)])
        names = {c.path: c.title for c in self.desk.cards if c.kind == "neighbourhoodpage"}
        return [
            Hit(
                card=card,
                title=marker.mark(card.title),
                line=marker.excerpt(told.get(card.pk, "")) or marker.mark(card.line),
                neighbourhood=names.get(card.path[: -Page.steplen], ""),
                is_translated=card.language == self.desk.language,
            )
            for card in (cards[r.translation_key] for r in rows if r.translation_key in cards)
        ]

    def suggestion(self, hits: list[Hit]) -> str:
        """A name that sounds like the question, out of what only resembles it; or nothing."""
        asked = _sound(self.question)
        names = [name for hit in hits for name in (hit.card.short_name, hit.card.title) if name]
        names += [name for text in self._other_names(hits) for name in text.splitlines() if name]
        scored = [(SequenceMatcher(None, asked, _sound(name)).ratio(), name) for name in names]
        best, name = max(scored, default=(0.0, ""), key=lambda pair: pair[0])
        return name if best >= ALIKE else ""

    @cached_property
    def _locales(self) -> list[int]:
        codes = {self.desk.language, settings.LANGUAGE_CODE}
        rows = Locale.objects.filter(language_code__in=codes)
        return list(rows.values_list("pk", flat=True))

    def _search(self, question) -> list[Page]:
        private = private_paths()
        kinds = ContentType.objects.get_for_models(*story_models().values()).values()
        pages = (
            Page.objects.live()
            .filter(locale__in=self._locales)
            .filter(content_type__in=[kind.pk for kind in kinds])
            .only("pk", "path", "depth", "translation_key", "content_type_id", "locale_id")
        )
        best: dict = {}
        for row in pages.search(question)[: MOST_ROWS * 2]:
            if not row.path.startswith(private):
                best.setdefault(row.translation_key, row)
        return list(best.values())

    def _kind_of(self, row: Page) -> str:
        kind = ContentType.objects.get_for_id(row.content_type_id).model
        return KIND_OF_MODEL[kind]

    def _told(self, cards: list[Card]) -> dict[int, str]:
        """The texts of stories by page, for those whose title and lede do not say why."""
        return {pk: _words(body) for pk, body, _names in _texts({card.pk for card in cards})}

    def _other_names(self, hits: list[Hit]) -> list[str]:
        return [names for _pk, _body, names in _texts({hit.card.pk for hit in hits})]


def _shows(marker: Marker, card: Card) -> bool:
    return bool(marker.hits(card.title) or marker.hits(card.line))


def _texts(keys: set[int]) -> list[tuple[int, str, str]]:
    """(page, raw body, other names) of pages of any type; one query."""
    if not keys:
        return []
    parts = [
        model.objects.filter(pk__in=keys)
        .order_by()
        .annotate(raw=Cast(F("body"), TextField()))
        .values_list("pk", "raw", "alt_names")
        for model in story_models().values()
    ]
    return list(parts[0].union(*parts[1:], all=True))


def _words(body: str) -> str:
    """The words of a story's blocks, in order."""
    try:
        return " ".join(_leaves(json.loads(body or "[]")))
    except ValueError:
        return ""


def _leaves(value) -> list[str]:
    if isinstance(value, str):
        return [" ".join(strip_tags(value).split())]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item)]
    if isinstance(value, dict):
        items = [item for key, item in value.items() if key not in _NOT_WORDS]
        return [leaf for item in items for leaf in _leaves(item)]
    return []


def _sound(text: str) -> str:
    """A text as it is spelled, in one word."""
    parts = segments(fold(text))
    return "".join("".join(spell(part)) if is_han(part) else part for part in parts)
