"""The desk a page is read at: whoever needs cards or pictures asks, and all are fetched together.

Asking costs nothing. The first look at anything asked for fetches everything asked for until then:
one query for cards of every page type, one for pictures with their renditions.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Page

from heritage.archive.album import album

from .cards import Card, Where, read_cards


class Wanted:
    """Cards that were asked for; read on the first look."""

    def __init__(self, desk: "Desk", pick: Callable[[list[Card]], list[Card]]):
        self._desk, self._pick = desk, pick

    @cached_property
    def _cards(self) -> list[Card]:
        return self._pick(self._desk.cards)

    def __iter__(self) -> Iterator[Card]:
        return iter(self._cards)

    def __len__(self) -> int:
        return len(self._cards)


class Desk:
    """Reads, for one answer, what its page and everything beside it ask for."""

    def __init__(self, request=None):
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE
        self._wheres: list[Where] = []
        self._pictures: set[int] = set()

    @cached_property
    def cards(self) -> list[Card]:
        """All rows asked for, in the reader's and in the source language."""
        cards = read_cards(self._wheres, {self.language, settings.LANGUAGE_CODE})
        for card in cards:
            card.desk = self
            self.expect_picture(card.picture_id)
        return cards

    def want(self, where: Where, match: Callable[[Card], bool]) -> Wanted:
        """Ask for the pages `where` names; `match` knows them again among everything fetched."""
        self._ask(where)
        return Wanted(self, lambda cards: self._preferred(card for card in cards if match(card)))

    def want_keys(self, keys: Iterable) -> Wanted:
        """Ask for pages by their translation keys."""
        keys = set(keys)
        if keys:
            self._ask(lambda model: Q(translation_key__in=keys))
        return Wanted(self, lambda cards: self._preferred(c for c in cards if c.key in keys))

    def want_pages(self, ids: Iterable[int]) -> Wanted:
        """Ask for pages by row, each in the reader's language where it has one; order is kept."""
        ids = list(dict.fromkeys(ids))
        if ids:
            rows = Page.objects.filter(pk__in=ids).order_by().values("translation_key")
            self._ask(lambda model: Q(translation_key__in=rows))
        return Wanted(self, lambda cards: self._by_row(cards, ids))

    def expect_picture(self, pk: int | None) -> None:
        """Have a picture read together with the others."""
        if pk:
            self._pictures.add(pk)

    def paths(self, page) -> tuple[str, ...]:
        """Where a page stands in the tree, in its own and in the source language."""
        route = getattr(self.request, "story_route", None)
        source = route and route.translations.get(settings.LANGUAGE_CODE)
        return tuple({one.path for one in (page, source) if one and one.path}) or ("-",)

    def picture(self, pk: int | None):
        """The picture with this id, or None."""
        if pk and pk not in self._album:
            self._album.update(album({pk}))
        return self._album.get(pk)

    @cached_property
    def _album(self) -> dict:
        _ = self.cards
        return album(self._pictures)

    def _ask(self, where: Where) -> None:
        if "cards" in self.__dict__:
            raise RuntimeError("Ask for all cards before looking at one: they come in one query.")
        self._wheres.append(where)

    def _preferred(self, cards: Iterable[Card]) -> list[Card]:
        """One card for each story: the reader's language, else the source."""
        best: dict = {}
        for card in cards:
            if card.key not in best or card.language == self.language:
                best[card.key] = card
        return sorted(best.values(), key=lambda card: card.path)

    def _by_row(self, cards: list[Card], ids: list[int]) -> list[Card]:
        keys = {card.pk: card.key for card in cards}
        best = {card.key: card for card in self._preferred(cards)}
        return [best[keys[pk]] for pk in ids if pk in keys]
