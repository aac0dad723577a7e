"""What is asked, as a small tree of tokens that either database can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass

import rjieba
from modelsearch import query as asked

from .pinyin import SYLLABLE_MARK, as_initials, readings, spell
from .words import fold, is_han, run_tokens, segments, stem

LONGEST_QUESTION = 120  # characters; what stands beyond is not looked at
MOST_PARTS = 16
_SMALL_WORDS = frozenset("的了和与在是之及等都也吗呢哪有") | {"哪里", "什么", "怎么", "为何"}
_MARKS = re.compile(r"[\"'“”‘’]")


@dataclass(frozen=True)
class Tokens:
    """Tokens one after the other; the last may be the beginning of one."""

    words: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True)
class All:
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class AnyOf:
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Without:
    part: Part


@dataclass(frozen=True)
class Everything:
    pass


Part = Tokens | All | AnyOf | Without | Everything


class Approximate(asked.SearchQuery):
    """Anything that shares two characters in a row, a sound or a beginning with the words."""

    def __init__(self, query_string: str):
        self.query_string = query_string

    def __repr__(self) -> str:
        return f"<Approximate {self.query_string!r}>"


def understand(query: asked.SearchQuery, *, is_open: bool = False) -> Part | None:
    """The tree for a query as modelsearch has it; None where there is nothing to look for.

    With `is_open` the last word may be unfinished, as while somebody types.
    """
    if isinstance(query, asked.MatchAll):
        return Everything()
    if isinstance(query, asked.PlainText):
        return plain(query.query_string, any_word=query.operator == "or", is_open=is_open)
    if isinstance(query, asked.Phrase):
        return phrase(query.query_string)
    if isinstance(query, Approximate | asked.Fuzzy):
        return approximate(query.query_string)
    if isinstance(query, asked.Boost):
        return understand(query.subquery, is_open=is_open)
    return _combined(query, is_open=is_open)


def _combined(query: asked.SearchQuery, *, is_open: bool) -> Part | None:
    if isinstance(query, asked.Not):
        part = understand(query.subquery, is_open=is_open)
        return Without(part) if part else None
    if not isinstance(query, asked.And | asked.Or):
        raise NotImplementedError(f"{type(query).__name__} is not a query that is known here.")
    parts = [understand(subquery, is_open=is_open) for subquery in query.subqueries]
    return _join([part for part in parts if part], AnyOf if isinstance(query, asked.Or) else All)


def _join(parts: list[Part], kind: type[All] | type[AnyOf]) -> Part | None:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def plain(text: str, *, any_word: bool = False, is_open: bool = False) -> Part | None:
    """Words as typed: all of them, or any."""
    words = segments(fold(_MARKS.sub(" ", text[:LONGEST_QUESTION])))[:MOST_PARTS]
    last = len(words) - 1
    parts = [
        _run(word) if is_han(word) else _latin(word, is_open=is_open and i == last)
        for i, word in enumerate(words)
    ]
    return _join(parts, AnyOf if any_word else All)


def phrase(text: str) -> Part | None:
    """The text as it stands, all its words in a row."""
    words = segments(fold(text[:LONGEST_QUESTION]))
    if not words:
        return None
    found = [token for w in words for token in (run_tokens(w) if is_han(w) else [stem(w)])]
    if is_han(words[-1]):
        return _within(found)
    return Tokens(tuple(found))


def _within(found: list[str]) -> Tokens:
    """Tokens that end inside a run: the run may go on after them."""
    if len(found) > 1 and len(found[-2]) == 2 and found[-2][-1] == found[-1]:
        return Tokens(tuple(found[:-1]))
    return Tokens(tuple(found), is_open=True)


def _run(run: str) -> Part:
    """A run of Chinese: itself; a long one also by all the words it is made of."""
    itself = _within(run_tokens(run))
    if len(run) <= 3:
        return itself
    words = [word for word in rjieba.cut(run) if word not in _SMALL_WORDS]
    if len(words) < 2:
        return itself
    return AnyOf((itself, All(tuple(_within(run_tokens(word)) for word in words))))


def _latin(word: str, *, is_open: bool) -> Part:
    """A Latin word: itself, and where it can be one the spelling or initials of a name."""
    parts: list[Part] = [Tokens((stem(word),), is_open=is_open)]
    parts += [Tokens(tuple(way), is_open=is_open) for way in readings(word, partial=is_open)]
    initials = as_initials(word)
    if initials:
        parts.append(Tokens((initials,), is_open=True))
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))


def approximate(text: str) -> Part | None:
    """Any two characters in a row, any two sounds in a row, the beginning of any long word."""
    parts: list[Part] = []
    for word in segments(fold(text[:LONGEST_QUESTION]))[:MOST_PARTS]:
        parts += _alike(word) if is_han(word) else _begun(word)
    return _join(list(dict.fromkeys(parts)), AnyOf)


def _alike(run: str) -> list[Part]:
    if len(run) == 1:
        return [_within(run_tokens(run))]
    sounds = [SYLLABLE_MARK + syllable for syllable in spell(run)]
    pairs: list[Part] = [Tokens((token,)) for token in run_tokens(run)[:-1]]
    pairs += [Tokens(tuple(sounds[i : i + 2])) for i in range(len(sounds) - 1)]
    return pairs


def _begun(word: str) -> list[Part]:
    parts: list[Part] = [Tokens((stem(word),))]
    if len(word) >= 4:
        parts.append(Tokens((word[: max(3, len(word) - 2)],), is_open=True))
    for size in range(len(word), 1, -1):
        ways = readings(word[:size])
        if ways:
            return parts + [part for way in ways for part in _misspelled(way)]
    return parts


def _misspelled(way: list[str]) -> list[Part]:
    """The first syllable, and any two in a row of which the second need only begin alike."""
    begun = [syllable[: len(SYLLABLE_MARK) + 1] for syllable in way]
    pairs = [Tokens((way[i], begun[i + 1]), is_open=True) for i in range(len(way) - 1)]
    return [Tokens((way[0],)), *pairs]
