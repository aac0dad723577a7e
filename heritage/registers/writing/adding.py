"""New draft pages, many in one transaction.

Every row that Wagtail's own "save draft" would have written is written here too, table by table
instead of page by page: the page, its own table, its children, a first revision, the log, the
reference index, the search index. A test compares the two, row by row.
"""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Revision
from wagtail.models.content_types import get_default_page_content_type

from heritage.storytelling.models import StoryPage

from .entries import entries_write
from .inserting import keys_take, rows_insert
from .places import Siblings, stand
from .references import references_write
from .searching import search_write


@dataclass(frozen=True)
class Hand:
    """Who writes, and what the log says of it."""

    user: object
    data: dict
    uuid: uuid.UUID


@transaction.atomic
def pages_add(
    *, pages: Sequence[StoryPage], parents: Sequence[Page], siblings: Siblings, hand: Hand
) -> None:
    """Save new pages as drafts, each below its parent, all of the same depth.

    They come unsaved and clean, their children set in memory; they leave saved, with `pk`, `path`,
    `slug` and `latest_revision`. The number of queries does not grow with the number of pages but
    for the size of a statement.
    """
    stand(pages, parents)
    siblings.settle(pages)
    now = timezone.now()
    for page, parent in zip(pages, parents, strict=True):
        _complete(page, parent, hand, now)
    keys_take(pages, Page)
    for page in pages:
        page.page_ptr_id = page.id
    # What a page and its children say is settled while their own tables are written, and is what
    # the revision says; the page's row in Wagtail's table names the revision, so it comes last.
    for some in _by_type(pages).values():
        rows_insert(some)
    _insert_children(pages)
    revisions = _revisions_of(pages, hand, now)
    rows_insert(pages, Page)
    rows_insert(revisions)
    # Two for each page, as when an editor saves a new one.
    actions = ("wagtail.create", "wagtail.edit")
    entries_write(pages, actions, hand, timestamp=now, content_changed=True)
    references_write(pages)
    search_write(pages)


def _complete(page: StoryPage, parent: Page, hand: Hand, now) -> None:
    """What saving a page as a draft settles beside what its editor typed."""
    page.locale_id = parent.locale_id
    page.owner = hand.user
    page.draft_title = page.title
    page.live = False
    page.has_unpublished_changes = False  # as yet: see _revisions_of
    page.url_path = f"{parent.url_path}{page.slug}/"
    if hasattr(page, "read_point"):
        page.read_point()
    for relation in get_all_child_relations(page):
        # While the page has no key, what is not set is known to be empty, and never asked for.
        getattr(page, relation.get_accessor_name()).get_object_list()


def _insert_children(pages: Sequence[StoryPage]) -> None:
    """The rows of each child relation, in the order in which they were set."""
    for model, some in _by_type(pages).items():
        for relation in get_all_child_relations(model):
            name, key = relation.get_accessor_name(), relation.field.name
            children = []
            for page in some:
                held = getattr(page, name).get_object_list()
                for order, child in enumerate(held):
                    setattr(child, key, page)
                    if hasattr(child, "sort_order"):
                        child.sort_order = order
                children += held
            keys_take(children, relation.related_model)
            rows_insert(children)


def _revisions_of(pages: Sequence[StoryPage], hand: Hand, now) -> list[Revision]:
    """A first revision of each page, which says what the page says, and is its latest."""
    base = get_default_page_content_type()
    revisions = [
        Revision(
            content_type_id=page.content_type_id,
            base_content_type=base,
            object_id=str(page.pk),
            created_at=now,
            user=hand.user,
            object_str=str(page),
            content=page.serializable_data(),
        )
        for page in pages
    ]
    keys_take(revisions, Revision)
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
        page.latest_revision_created_at = now
        page.has_unpublished_changes = True
    return revisions


def _by_type(pages: Sequence[StoryPage]) -> dict[type[StoryPage], list[StoryPage]]:
    sorted_out = defaultdict(list)
    for page in pages:
        sorted_out[type(page)].append(page)
    return sorted_out
