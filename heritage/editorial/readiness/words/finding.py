"""The watched words that a page says: which, where, and what to do about each."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.db.models import Count, Max
from wagtail.models import Page

from ..models import WatchedWord
from ..together import asked_together
from .matching import Match, Matcher
from .reading import said_by

AROUND = 12  # characters of an excerpt either side
MOST_FOUND = 200  # more than this on one page, and nobody reads the list


@dataclass(frozen=True)
class Found:
    """A watched word on a page: as it stands there, its kind, advice, field and surroundings."""

    text: str
    word: str
    kind: str
    advice: str
    field: str
    excerpt: str

    @property
    def is_forbidden(self) -> bool:
        return self.kind == WatchedWord.Kind.FORBIDDEN

    def as_dict(self) -> dict:
        return asdict(self)


@dataclass(frozen=True)
class _List:
    """The list as it was when it was last read."""

    version: tuple
    words: dict[str, tuple[str, str, str]]
    matcher: Matcher


_last: list[_List] = []


def has_words(page: Page) -> bool:
    """Whether the site watches for anything."""
    return bool(_list(page).words)


def words_in(page: Page) -> list[Found]:
    """What a page says of the list, in the order of its fields."""
    listed = _list(page)
    if not listed.words:
        return []
    found: list[Found] = []
    for field, text in said_by(page):
        found.extend(_found(listed, field, text))
        if len(found) >= MOST_FOUND:
            break
    return found[:MOST_FOUND]


def _found(listed: _List, field: str, text: str) -> Iterator[Found]:
    for match in listed.matcher.find(text):
        word, kind, advice = listed.words[match.key]
        if match.is_loose:
            # Characters that only meet across a full stop: pointed out, never in the way.
            kind = WatchedWord.Kind.SENSITIVE.value
        stands = text[match.start : match.end]
        yield Found(stands, word, kind, advice, field, _excerpt(text, match))


def _excerpt(text: str, match: Match) -> str:
    before = text[max(0, match.start - AROUND) : match.start]
    after = text[match.end : match.end + AROUND]
    start = "…" if match.start > AROUND else ""
    end = "…" if match.end + AROUND < len(text) else ""
    return f"{start}{before}【{text[match.start : match.end]}】{after}{end}".replace("\n", " ")


@asked_together
def _list(pages) -> dict[int | None, _List]:
    """The same list for all; looked after once where many pages are judged."""
    return dict.fromkeys((page.pk for page in pages), _current())


def _current() -> _List:
    """The list; read again only where somebody changed it, in whichever process."""
    active = WatchedWord.objects.filter(is_active=True).order_by()
    state = active.aggregate(count=Count("pk"), last=Max("changed_at"))
    version = (state["count"], state["last"])
    if not _last or _last[0].version != version:
        rows = active.values_list("folded", "word", "kind", "advice") if state["count"] else ()
        words = {key: tuple(rest) for key, *rest in rows}
        _last[:] = [_List(version, words, Matcher(words))]
    return _last[0]
