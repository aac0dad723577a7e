"""Where new pages stand: their path in the tree and the last part of their address."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import F
from treebeard.exceptions import PathOverflow
from wagtail.models import Page

from heritage.storytelling.addresses import slug_of
from heritage.storytelling.models import StoryPage


class Siblings:
    """Addresses taken below the parents of one import; remembered from batch to batch."""

    def __init__(self) -> None:
        self._taken: dict[str, set[str]] = defaultdict(set)
        self._tried: Counter[tuple[str, str]] = Counter()

    def settle(self, pages: Sequence[StoryPage]) -> None:
        """Give each page a slug that no sibling has; two queries for as many pages as there are.

        The pages have their paths. Call it inside the transaction that writes them.
        """
        waiting = [(page, page.slug or slug_of(page.title)) for page in pages]
        for parent, slug in self._stored(pages, [base for _page, base in waiting]):
            self._taken[parent].add(slug)
        while waiting:
            for page, base in waiting:
                page.slug = self._free(_parent_path(page), base)
            stored = self._stored(pages, [page.slug for page, _base in waiting])
            waiting = [
                (page, base) for page, base in waiting if (_parent_path(page), page.slug) in stored
            ]

    def _free(self, parent: str, base: str) -> str:
        """The first of base, base-2, base-3 … that nobody is known to have."""
        slug, number = base, max(1, self._tried[parent, base])
        if number > 1:
            slug = f"{base}-{number}"
        while slug in self._taken[parent]:
            number += 1
            slug = f"{base}-{number}"
        self._tried[parent, base] = number
        self._taken[parent].add(slug)
        return slug

    def _stored(self, pages: Sequence[StoryPage], slugs: Iterable[str]) -> set[tuple[str, str]]:
        """The places (parent's path, slug) that pages in the database hold already."""
        stored = Page.objects.filter(depth=pages[0].depth, slug__in=set(slugs)).order_by()
        return {(path[: -Page.steplen], slug) for path, slug in stored.values_list("path", "slug")}


def stand(pages: Sequence[StoryPage], parents: Sequence[Page]) -> None:
    """Put each page last below its parent: path, depth, and the parents' count of children.

    Locks the parents' rows. Raises PathOverflow where a parent is full (36⁴ children).
    """
    keys = {parent.pk for parent in parents}
    locked = Page.objects.filter(pk__in=keys).order_by("pk").select_for_update()
    stored = {parent.pk: parent for parent in locked}
    steps = _last_steps(stored.values())
    added: Counter[int] = Counter()
    for page, asked in zip(pages, parents, strict=True):
        parent = stored[asked.pk]
        steps[parent.path] += 1
        page.depth, page.numchild = parent.depth + 1, 0
        page.path = Page._get_path(parent.path, page.depth, steps[parent.path])
        if len(page.path) != page.depth * Page.steplen:
            raise PathOverflow(f"{asked.title} is full.")
        page._cached_parent_obj = asked
        added[parent.pk] += 1
    for key, number in added.items():
        Page.objects.filter(pk=key).update(numchild=F("numchild") + number)


def _last_steps(parents: Iterable[Page]) -> Counter[str]:
    """The number of the last child of each parent, by the parent's path; 0 for none."""
    steps: Counter[str] = Counter()
    for parent in parents:
        last = parent.get_children().order_by("-path").values_list("path", flat=True).first()
        steps[parent.path] = Page._str2int(last[-Page.steplen :]) if last else 0
    return steps


def _parent_path(page: Page) -> str:
    return page.path[: -Page.steplen]
