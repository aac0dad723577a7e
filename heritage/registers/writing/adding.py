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
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Revision
from wagtail.models.content_types import get_default_page_content_type

from heritage.storytelling.models import StoryPage

from .entries import entries_write
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
    _insert_pages(pages)
    _insert_children(pages)
    _insert_revisions(pages, hand, now)
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
    page.has_unpublished_changes = False  # as yet: see _insert_revisions
    page.url_path = f"{parent.url_path}{page.slug}/"
    if hasattr(page, "read_point"):
        page.read_point()
    for relation in get_all_child_relations(page):
        # While the page has no key, what is not set is known to be empty, and never asked for.
        getattr(page, relation.get_accessor_name()).get_object_list()


def _insert_pages(pages: Sequence[StoryPage]) -> None:
    fields = [field for field in Page._meta.concrete_fields if not field.primary_key]
    rows = Page.objects.bulk_create(
        [
            Page(**{field.attname: getattr(page, field.attname) for field in fields})
            for page in pages
        ]
    )
    for page, row in zip(pages, rows, strict=True):
        page.id = page.page_ptr_id = row.pk
    for model, some in _by_type(pages).items():
        # bulk_create refuses models with a parent's table, because it cannot know the parents'
        # keys. We do by now: this is what it does for any other model.
        model._base_manager.all()._batched_insert(some, model._meta.local_concrete_fields, None)
    for page in pages:
        page._state.adding = False
        page._state.db = row._state.db


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
            if children:
                relation.related_model.objects.bulk_create(children)


def _insert_revisions(pages: Sequence[StoryPage], hand: Hand, now) -> None:
    base = get_default_page_content_type()
    revisions = Revision.objects.bulk_create(
        [
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
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
        page.latest_revision_created_at = now
        page.has_unpublished_changes = True
    mine = Revision.objects.filter(
        base_content_type=base, object_id=Cast(OuterRef("pk"), CharField())
    )
    Page.objects.filter(pk__in=[page.pk for page in pages]).update(
        latest_revision=Subquery(mine.values("pk")[:1]),
        latest_revision_created_at=now,
        has_unpublished_changes=True,
    )


def _by_type(pages: Sequence[StoryPage]) -> dict[type[StoryPage], list[StoryPage]]:
    sorted_out = defaultdict(list)
    for page in pages:
        sorted_out[type(page)].append(page)
    return sorted_out
