"""Which page a row is, if any; and whether it may be one that is there already."""

import difflib
import hashlib
import uuid
from collections import Counter

from heritage.places.geodesy import distance

from ..columns.folding import squeeze
from .memory import Memory
from .options import PlanOptions
from .reasons import Reason
from .rows import ReadRow
from .tree import NEAR, SAME_NAME_NEAR, Index, Known, is_telling_number, names_in

_NEW = {"new", "新", "新增", "另一处", "no", "否", "不是"}


def identify(rows: list[ReadRow]) -> None:
    """Give each row the identity by which a later run knows it again."""
    seen: Counter[str] = Counter()
    for row in rows:
        entry = row.entry
        if row.key:
            identity = f"key:{row.key}"
        elif row.own_id:
            identity = f"{entry.kind}:id:{squeeze(row.own_id)}"
        elif row.slug:
            identity = f"{entry.kind}:slug:{entry.parent_id}:{row.slug.lower()}"
        else:
            identity = f"{entry.kind}:name:{entry.parent_id}:{squeeze(entry.values['title'])}"
        if len(identity) > 200:
            identity = identity[:120] + hashlib.sha256(identity.encode()).hexdigest()
        seen[identity] += 1
        entry.identity = identity if seen[identity] == 1 else f"{identity}:{seen[identity]}"


class Matcher:
    """Finds the page of each row; what is doubtful becomes a reason of the row."""

    def __init__(self, pages: Index, memory: Memory, options: PlanOptions, headers: dict[str, str]):
        self._pages, self._memory, self._options = pages, memory, options
        self._headers = headers
        self._rows = Index()
        self._claimed: dict[int, ReadRow] = {}
        self._identities: dict[str, ReadRow] = {}

    def match(self, row: ReadRow) -> Known | None:
        """The page that a row is; None for a new one. Adds reasons to the row."""
        one = _known(row)
        page = self._own(row) or self._told(row, one) or self._by_slug(row, one)
        is_free = squeeze(row.same_as) in _NEW or self._options.allow_similar
        if page is None and not is_free and not _is_refused(row):
            page = self._like(row, one)
        elif page is None:
            page = self._exact(one) if not is_free else None
        self._once(row, one, page, is_free)
        self._rows.add(one)
        return page

    def _own(self, row: ReadRow) -> Known | None:
        """By the key of the page, or because an earlier import brought it in."""
        if row.key:
            return self._keyed(row)
        remembered = self._memory.by_identity.get(row.entry.identity)
        page = remembered and self._pages.by_id.get(remembered.page_id)
        if page and row.own_id and not _looks_same(row, page, remembered.values):
            self._say(row, "identity_clash", "id", row.own_id, title=page.title)
        return page

    def _keyed(self, row: ReadRow) -> Known | None:
        try:
            page = self._pages.by_key.get(str(uuid.UUID(row.key)))
        except ValueError:
            self._say(row, "bad_key", "key", row.key)
            return None
        if page and page.kind != row.entry.kind:
            self._say(row, "other_kind", "key", row.key, title=page.title)
            return None
        return page

    def _told(self, row: ReadRow, one: Known) -> Known | None:
        """Because the row says so: same_as."""
        words = row.same_as.strip().strip("/").rpartition("/")[2]
        if not words or squeeze(words) in _NEW:
            return None
        here = self._pages.by_slug.get((one.parent_id, words))
        found = [here] if here else self._pages.by_any_slug.get(words, [])
        if words.isdigit() and int(words) in self._pages.by_id:
            found = [self._pages.by_id[int(words)]]
        if len(found) == 1 and found[0].kind == one.kind:
            return found[0]
        titles = ", ".join(f"{page.title} ({page.page_id})" for page in found)
        code = "several_pages" if len(found) > 1 else "other_kind" if found else "unknown_page"
        self._say(row, code, "same_as", words, title=titles, titles=titles)
        return None

    def _by_slug(self, row: ReadRow, one: Known) -> Known | None:
        if not row.slug:
            return None
        page = self._pages.by_slug.get((one.parent_id, row.slug))
        if page and page.kind != one.kind:
            self._say(row, "other_kind", "slug", row.slug, title=page.title)
            return None
        if page:
            return page
        # The same address and name in another neighbourhood: the page has been moved.
        found = [p for p in self._pages.by_any_slug.get(row.slug, ())
                 if p.kind == one.kind and one.name in p.names]  # fmt: skip
        return found[0] if len(found) == 1 else None

    def _exact(self, one: Known) -> Known | None:
        found = self._pages.named_here(one)
        return found[0] if len(found) == 1 else None

    def _like(self, row: ReadRow, one: Known) -> Known | None:
        """By its name here, or by name and number; likenesses that are less are refused."""
        same = self._pages.named_here(one)
        close = [page for page in same if not _far(one, page)]
        if len(close) == 1:
            return close[0]
        if len(close) > 1:
            titles = ", ".join(f"{page.title} ({page.slug})" for page in close)
            self._say(row, "several_pages", "title", one.title, titles=titles)
            return None
        for page in self._pages.numbered(one):
            if page.name == one.name:
                return page
        found = self._pages.likeness(one)
        if found or same:
            page, how, gaps = found or (same[0], "name", {})
            column, value = _column(how, one)
            gaps |= {"title": page.title, "slug": page.slug}
            self._say(row, f"similar_{how}", column, value, **gaps)
            self._say(row, "mend_similar", "")
            return None
        self._mention(row, one)
        return None

    def _mention(self, row: ReadRow, one: Known) -> None:
        """What is only worth a look: a namesake elsewhere, another one at the same spot."""
        if namesake := next(self._pages.namesakes(one), None):
            place = self._pages.by_id.get(namesake.parent_id)
            gaps = {"title": namesake.title, "place": place.title if place else "–"}
            self._say(row, "same_name", "title", one.title, **gaps)
        if other := self._pages.at_spot(one) or self._rows.at_spot(one):
            key = "lat" if "lat" in self._headers else "point"
            self._say(row, "same_point", key, row.entry.values["point_entered"], title=other.title)

    def _once(self, row: ReadRow, one: Known, page: Known | None, is_free: bool) -> None:
        """Refuse what an earlier row of this file is already."""
        first = page and self._claimed.get(page.page_id)
        if first:
            self._repeat(row, "page", "title", one.title, _known(first), {})
            return
        if page:
            self._claimed[page.page_id] = row
        if one.slug and (other := self._rows.by_slug.get((one.parent_id, one.slug))):
            self._repeat(row, "slug", "slug", one.slug, other, {})
        elif other := self._said_before(row):
            column, value = ("key", row.key) if row.key else ("id", row.own_id)
            self._repeat(row, "id", column, value, _known(other), {})
        # Two keys are two pages, however like: an export says so of them.
        elif not (is_free or page or row.key) and (found := self._rows.likeness(one)):
            other, how, gaps = found
            self._repeat(row, how, *_column(how, one), other, gaps)
            self._say(row, "mend_similar", "")
        for name in filter(None, (row.key, row.own_id)):
            self._identities.setdefault(squeeze(name), row)

    def _said_before(self, row: ReadRow) -> ReadRow | None:
        """An earlier row of the file with the same key or id."""
        names = filter(None, (row.key, row.own_id))
        return next(filter(None, (self._identities.get(squeeze(name)) for name in names)), None)

    def _repeat(self, row, how: str, column: str, value: str, other: Known, gaps: dict) -> None:
        gaps = gaps | {"row": other.row, "title": other.title}
        self._say(row, f"duplicate_{how}", column, value, **gaps)

    def _say(self, row: ReadRow, code: str, column: str, value: str = "", /, **params) -> None:
        row.reasons.append(Reason(code, column, self._headers.get(column, ""), value, params))


def _known(row: ReadRow) -> Known:
    entry = row.entry
    values = entry.values
    numbers = frozenset(
        (one["grade"], squeeze(one["register_number"]))
        for one in entry.designations or ()
        if one["register_number"] and is_telling_number(one["register_number"])
    )
    names = names_in(values["title"], values.get("alt_names", ""), values.get("foreign_name", ""))
    return Known(
        entry.kind, entry.parent_id, values["title"], row.slug, names, row.point, numbers,
        row=entry.number,
    )  # fmt: skip


def _column(how: str, one: Known) -> tuple[str, str]:
    """Which column a likeness is about, and its value."""
    if how == "number":
        return "register_number", next(iter(one.numbers))[1]
    return "title", one.title


def _far(one: Known, other: Known) -> bool:
    return bool(one.point and other.point and distance(one.point, other.point) > SAME_NAME_NEAR)


def _looks_same(row: ReadRow, page: Known, last: dict) -> bool:
    """Whether a row with the id of a page can be that page: a name, a number or a spot agrees."""
    one = _known(row)
    if one.names & (page.names | names_in(last.get("title", ""))) or one.numbers & page.numbers:
        return True
    if one.point and page.point and distance(one.point, page.point) <= NEAR:
        return True
    return difflib.SequenceMatcher(None, one.name, page.name).ratio() >= 0.5


def _is_refused(row: ReadRow) -> bool:
    return any(reason.is_refusal for reason in row.reasons)
