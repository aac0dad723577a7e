"""What checks ask of the database about one page, asked at once for many.

A check looks at one page. While a batch of pages is judged, a question that was made with
`asked_together` is put to the database once for all of them, by the first check that asks it.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Locale, Page, Revision

# What a page keeps whatever a revision says. Wagtail sets it after reading the revision, but looks
# for each of these rows first.
KEPT = ("content_type", "owner", "locale", "locked_by", "latest_revision", "alias_of")
Find = Callable[[Sequence[Page]], dict[int | None, Any]]


@dataclass
class _Batch:
    pages: dict[int, Page]
    answers: dict[Find, dict] = field(default_factory=dict)


_batch: ContextVar[_Batch | None] = ContextVar("pages_judged_together", default=None)


def asked_together(find: Find) -> Callable[[Page], Any]:
    """Make of `find(pages) -> {page.pk: answer}` a question about one page; None without answer.

    @asked_together
    def recordings_of(pages):
        ...
    """

    @wraps(find)
    def ask(page: Page):
        batch = _batch.get()
        if batch is None or batch.pages.get(page.pk) is not page:
            return find([page]).get(page.pk)
        if find not in batch.answers:
            batch.answers[find] = find(list(batch.pages.values()))
        return batch.answers[find].get(page.pk)

    return ask


@contextmanager
def together(pages: Sequence[Page]) -> Iterator[None]:
    """Let the checks of these pages share their questions."""
    token = _batch.set(_Batch({page.pk: page for page in pages}))
    try:
        yield
    finally:
        _batch.reset(token)


def drafts_of(keys: Sequence[int]) -> list[Page]:
    """The latest drafts of pages, as `get_latest_revision_as_object` gives them one by one.

    Pages that are gone are passed over, and so is the root.
    """
    pages = list(Page.objects.filter(pk__in=keys).exclude(depth=1).order_by("pk").specific())
    above = {page.path[: -page.steplen] for page in pages}
    parents = {parent.path: parent for parent in Page.objects.filter(path__in=above)}
    locales = Locale.objects.in_bulk()
    behind = [page.latest_revision_id for page in pages if page.has_unpublished_changes]
    revisions = Revision.objects.in_bulk([key for key in behind if key])
    drafts = []
    for page in pages:
        page._cached_parent_obj = parents.get(page.path[: -page.steplen])
        revision = page.has_unpublished_changes and revisions.get(page.latest_revision_id)
        if revision:
            setattr(page, COMMENTS_RELATION_NAME, [])  # nobody asks for comments
            page = page.with_content_json(_unknown(page, revision.content))
        page.locale = locales[page.locale_id]
        drafts.append(page)
    return drafts


def _unknown(page: Page, content: dict) -> dict:
    """What a revision says, without rows that are known to be there: each would be looked for."""
    told = {name: value for name, value in content.items() if name not in KEPT}
    for relation in get_all_child_relations(page):
        name, parent = relation.get_accessor_name(), relation.field.name
        told[name] = [
            {key: value for key, value in child.items() if key != parent}
            for child in told.get(name, [])
        ]
    return told
