"""A line of text with what was looked for marked in it."""

import re

import rjieba
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .search.words import fold, is_han, segments, stem

AROUND = 36  # characters shown on either side of a hit in a long text


class Marker:
    """Knows where the words of a question stand in a text, in whatever spelling."""

    def __init__(self, question: str):
        words = segments(fold(question[:120]))
        self._patterns = [pattern for word in words for pattern in _patterns(word)]

    def mark(self, text: str) -> SafeString:
        """The escaped text with every hit in `<mark>`."""
        return self._write(text, self.hits(text))

    def excerpt(self, text: str) -> SafeString:
        """The surroundings of the first hit, marked; empty where there is none."""
        hits = self.hits(text)
        if not hits:
            return mark_safe("")
        start, end = max(0, hits[0][0] - AROUND), hits[0][1] + AROUND
        cut = text[start:end]
        before, after = "…" if start else "", "…" if end < len(text) else ""
        return self._write(f"{before}{cut}{after}", self.hits(f"{before}{cut}{after}"))

    def hits(self, text: str) -> list[tuple[int, int]]:
        """Start and end of every hit, joined where they touch."""
        folded = fold(text)
        if len(folded) != len(text):  # a spelling that is longer than its sign: ㎡
            folded = "".join(sign if len(sign) == 1 else "\ufffd" for sign in map(fold, text))
        if len(folded) != len(text):
            return []
        for patterns in self._patterns_by_strength():
            found = sorted(hit.span() for p in patterns for hit in p.finditer(folded))
            if found:
                return _joined(found)
        return []

    def _patterns_by_strength(self):
        """Whole runs first; their words only where no run stands there."""
        yield [pattern for pattern, is_whole in self._patterns if is_whole]
        yield [pattern for pattern, _is_whole in self._patterns]

    @staticmethod
    def _write(text: str, hits: list[tuple[int, int]]) -> SafeString:
        parts, at = [], 0
        for start, end in hits:
            parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
            at = end
        return mark_safe("".join([*parts, escape(text[at:])]))  # noqa: S308 - escaped above


def _patterns(word: str) -> list[tuple[re.Pattern, bool]]:
    if not is_han(word):
        return [(re.compile(rf"\b{re.escape(stem(word))}\w*"), True)]
    parts = [part for part in rjieba.cut(word) if len(part) > 1 and part != word]
    return [(re.compile(word), True), *((re.compile(part), False) for part in parts)]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined = [spans[0]]
    for start, end in spans[1:]:
        if start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
