"""Keeps what pages lack in a row for each, so that lists need not ask every check again."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from .judging import Readiness, readiness_of
from .models import PageReadiness
from .models.page_readiness import MARK
from .together import drafts_of, together

BATCH = 200
_COLUMNS = (
    "required_done",
    "required_total",
    "advised_done",
    "advised_total",
    "lacking",
    "missing",
    "wished",
    "computed_at",
)
_held: ContextVar[set[int] | None] = ContextVar("held_readiness", default=None)


def readiness_keep(*, pages: Iterable[Page | int]) -> int:
    """Ask the checks of the latest drafts of pages and keep the answers. Returns how many.

    A page that is gone is passed over.
    """
    keys = sorted({page if isinstance(page, int) else page.pk for page in pages})
    kept = 0
    for start in range(0, len(keys), BATCH):
        drafts = drafts_of(keys[start : start + BATCH])
        with together(drafts):
            rows = [_row(draft, readiness_of(draft)) for draft in drafts]
        _write(rows)
        kept += len(rows)
    return kept


def published_readiness(page: Page) -> Readiness:
    """Ask the checks of a page that was published this moment, and keep the answers.

    It is its own latest draft, so nobody needs to ask again at the end of the request.
    """
    readiness = readiness_of(page.specific)
    _write([_row(page, readiness)])
    if held := _held.get():
        held.discard(page.pk)
    return readiness


def readiness_fill(*, pages: Iterable[int]) -> int:
    """Ask the checks of those pages that nobody has asked yet; returns how many there were.

    A list calls it with the few pages it shows: a bulk import leaves most of its drafts unasked.
    """
    keys = set(pages)
    keys -= set(PageReadiness.objects.filter(page__in=keys).values_list("page_id", flat=True))
    return readiness_keep(pages=keys) if keys else 0


def readiness_forget(*, pages: Iterable[int]) -> None:
    """What was kept of pages no longer holds; the next list that shows them asks anew."""
    PageReadiness.objects.filter(page__in=list(pages)).delete()


class _Asking:
    """The pages that the transactions up to now have changed, each asked once.

    Each change registers a callback for its own pages, so that savepoints which are rolled back
    take along theirs and no other. What joined before the first callback runs was written in
    transactions that have ended by then, so one answer holds for all; later changes join another.
    """

    def __init__(self) -> None:
        self.kept: set[int] = set()

    def keep(self, page_ids: set[int]) -> None:
        todo = page_ids - self.kept
        if todo:
            readiness_keep(pages=todo)
            self.kept |= todo


def readiness_soon(*page_ids: int) -> None:
    """Keep the answers anew once the transaction under way is written."""
    held = _held.get()
    if held is not None:
        held.update(page_ids)
    elif page_ids:
        connection = transaction.get_connection()
        asking = getattr(connection, "qilou_asking", None)
        if asking is None or asking.kept:
            asking = connection.qilou_asking = _Asking()
        transaction.on_commit(partial(asking.keep, set(page_ids)), robust=True)


@contextmanager
def readiness_postponed() -> Iterator[set[int]]:
    """Write many pages first and ask the checks once, at the end: for imports.

    Gives the set of pages that will be asked; one that clears it asks nobody.
    """
    held: set[int] = set()
    token = _held.set(held)
    try:
        yield held
    finally:
        _held.reset(token)
    if held:
        readiness_soon(*held)


def _write(rows: list[PageReadiness]) -> None:
    PageReadiness.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["page"], update_fields=_COLUMNS
    )


def _row(page: Page, readiness: Readiness) -> PageReadiness:
    return PageReadiness(
        page_id=page.pk,
        required_done=len(readiness.required) - len(readiness.missing),
        required_total=len(readiness.required),
        advised_done=len(readiness.advised) - len(readiness.wished),
        advised_total=len(readiness.advised),
        lacking=len(readiness.missing),
        missing=_codes(readiness.missing),
        wished=_codes(readiness.wished),
        computed_at=timezone.now(),
    )


def _codes(items) -> str:
    return MARK + "".join(f"{item.code}{MARK}" for item in items) if items else ""
