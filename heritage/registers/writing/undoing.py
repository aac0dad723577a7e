"""Taking an import back: what nobody has touched since goes, the rest stays and is named."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter

from django.db import transaction
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from ..models import ImportedRow, RegisterImport
from ..planning.plan import Verdict
from .adding import Hand
from .changing import page_restore
from .deleting import pages_delete
from .door import State, work_on
from .touching import Touch, touches

BATCH = 100
Tell = Callable[[int, int], None]
Fate = ImportedRow.Fate


class UndoneError(Exception):
    """There is nothing to take back; the message says why."""


def import_undo(*, record: RegisterImport, by, tell: Tell = lambda done, total: None) -> Counter:
    """Take back what an import wrote; return how many rows have which fate now.

    Drafts that it made and that nobody has touched are deleted, pages that it changed get their
    earlier values as a new draft; what somebody has edited, published, moved or used since stays,
    with the reason on its row. Raises UndoneError where there is nothing to take back, BusyError
    while an import is written.
    """
    if record.state not in (State.DONE, State.INTERRUPTED):
        raise UndoneError(
            _("This import has been taken back already.")
            if record.state == State.UNDONE
            else _("Nothing of this import has been written.")
        )
    with work_on(record, State.UNDOING):
        return take_back(record, by=by, tell=tell)


def take_back(record: RegisterImport, *, by, tell: Tell = lambda done, total: None) -> Counter:
    """The work of `import_undo`, for who holds the tree already."""
    data = {"register_import": record.pk, "file": record.file_name, "undone": True}
    hand = Hand(user=by, data=data, uuid=record.log_key)
    # Pages inside before the neighbourhoods that hold them: the deepest first.
    written = record.rows.filter(fate=Fate.WRITTEN)
    todo = list(
        written.filter(verdict__in=[Verdict.CREATE, Verdict.CHANGE])
        .order_by("-page__depth", "-number")
        .values_list("pk", "page__depth")
    )
    record.total, record.done = len(todo), 0
    for keys in _in_batches(todo):
        with transaction.atomic():
            _take_back(record, list(ImportedRow.objects.filter(pk__in=keys)), hand)
        record.done += len(keys)
        RegisterImport.objects.filter(pk=record.pk).update(
            done=record.done, total=record.total, heard_at=timezone.now()
        )
        tell(record.done, record.total)
    written.filter(verdict=Verdict.SAME).update(fate=Fate.UNDONE, page=None)
    fates = Counter(
        record.rows.filter(verdict__in=[Verdict.CREATE, Verdict.CHANGE]).values_list(
            "fate", flat=True
        )
    )
    record.state, record.finished_at = State.UNDONE, timezone.now()
    record.counts = {**record.counts, **{f"fate_{name}": many for name, many in fates.items()}}
    log(record, "registers.take_back", user=by, data=dict(fates))
    return fates


def _in_batches(todo: list[tuple[int, int]]) -> Iterator[list[int]]:
    """Keys of rows, of pages of one depth: a neighbourhood goes when what it held is gone."""
    for _depth, some in groupby(todo, key=itemgetter(1)):
        keys = [key for key, _depth in some]
        yield from (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))


def _take_back(record: RegisterImport, rows: list[ImportedRow], hand: Hand) -> None:
    pages = Page.objects.filter(pk__in=[row.page_id for row in rows if row.page_id])
    pages = {page.pk: page for page in pages.select_for_update().order_by("pk")}
    since = touches(record, rows, pages)
    created = []
    for row in rows:
        page = pages.get(row.page_id)
        if page is None:
            row.fate, row.left_because = Fate.UNDONE, _("Somebody had deleted it already.")
        elif row.page_id in since:
            row.fate, row.left_because = Fate.LEFT, _why(since[row.page_id])
        else:
            row.fate = Fate.UNDONE
            if row.verdict == Verdict.CREATE:
                created.append(page)
            else:
                page_restore(page.specific, row.before, hand)
                row.page_id = None
    pages_delete(created, hand)
    for row in rows:
        if row.fate == Fate.UNDONE:
            row.page_id = None
    ImportedRow.objects.bulk_update(rows, ["fate", "left_because", "page"])


def _why(touch: Touch) -> str:
    if not touch.at:
        return touch.what
    told = {
        "what": touch.what,
        "who": touch.who or _("somebody"),
        "when": formats.date_format(timezone.localtime(touch.at), "SHORT_DATETIME_FORMAT"),
    }
    return (_("%(what)s (%(who)s, %(when)s)") % told)[:255]
