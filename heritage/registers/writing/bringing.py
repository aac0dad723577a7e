"""A plan into the tree, batch by batch.

Each batch is one transaction that holds pages and the rows of the import that speak of them. A
process that is killed leaves whole batches; `import_write` goes on where they end, and
`import_undo` takes them back (docs/decisions/0016).
"""

from collections import Counter
from collections.abc import Callable, Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from heritage.editorial.readiness.keeping import (
    readiness_forget,
    readiness_keep,
    readiness_postponed,
)

from ..models import ImportedRow, RegisterImport
from ..planning.kinds import NEIGHBOURHOOD
from ..planning.newcomers import is_newcomer
from ..planning.plan import Plan, PlannedRow, Verdict
from .adding import Hand, pages_add
from .building import page_of
from .changing import page_change
from .door import State, work_on
from .inserting import rows_insert, statistics_renew
from .keeping import file_keep, kept_row
from .places import Siblings
from .undoing import take_back

BATCH = 100
GROWN = 4  # times as many rows as when the database last counted its tables
Tell = Callable[[int, int], None]


class NothingWrittenError(Exception):
    """All or nothing was asked for, and it is nothing; the message says why."""


def import_write(
    *,
    record: RegisterImport,
    plan: Plan,
    tell: Tell = lambda done, total: None,
    tell_checked: Tell = lambda done, total: None,
) -> Counter:
    """Write what a plan says; return how many rows had which verdict.

    What the drafts still lack is asked once all are written.

    Goes on where an earlier try of the same record was cut short. `tell(done, total)` hears of
    every batch, `tell_checked` of those whose checks were asked. Raises BusyError while another
    import is written, NothingWrittenError where all or nothing was asked and not all can be.
    """
    with work_on(record, State.WRITING):
        plan_write(record, plan, tell)
    ask_what_they_lack(record, tell_checked)
    return Counter(record.counts)


def plan_write(record: RegisterImport, plan: Plan, tell: Tell) -> None:
    """The work of `import_write`, for who holds the tree already."""
    if record.is_all_or_nothing and plan.refused:
        record.state = State.PLANNED
        raise NothingWrittenError(
            _("%(refused)s rows are refused, so none is written.") % {"refused": len(plan.refused)}
        )
    with readiness_postponed() as changed:
        try:
            _write(record, plan, tell)
        except Exception as error:
            record.trouble = str(error) or type(error).__name__
            if record.is_all_or_nothing:
                take_back(record, by=record.by)
            raise
        finally:
            changed.clear()
    record.state, record.finished_at = State.DONE, timezone.now()


def ask_what_they_lack(record: RegisterImport, tell: Tell = lambda done, total: None) -> None:
    """Let the checks of readiness look at every draft that an import wrote.

    The pages are whole without: where this is cut short, the rest is asked when a list shows it,
    or by the command `check_readiness`.
    """
    pages = _written(record).exclude(verdict=Verdict.SAME).exclude(page=None)
    keys = list(pages.order_by("page_id").values_list("page_id", flat=True))
    if not keys:
        return
    with work_on(record, State.ASKING):
        # What was kept of changed pages holds no longer, whether or not this comes to its end.
        for some in _in_batches(keys):
            readiness_forget(pages=some)
        record.done, record.total = 0, len(keys)
        for some in _in_batches(keys):
            readiness_keep(pages=some)
            record.done += len(some)
            RegisterImport.objects.filter(pk=record.pk).update(
                done=record.done, total=record.total, heard_at=timezone.now()
            )
            tell(record.done, record.total)


def _write(record: RegisterImport, plan: Plan, tell: Tell) -> None:
    written = set(_written(record).values_list("number", flat=True))
    rows = [row for row in plan.rows if row.entry.number not in written]
    first = [row for row in rows if row.entry.kind == NEIGHBOURHOOD]
    rest = [row for row in rows if row.entry.kind != NEIGHBOURHOOD]
    record.total, record.done = len(plan.rows), len(written)
    file_keep(record, plan)
    batches, counted = _Batches(record), 0
    for some in _in_order(record, first, rest):
        batches.write(some)
        record.done += len(some)
        RegisterImport.objects.filter(pk=record.pk).update(
            done=record.done, total=record.total, heard_at=timezone.now()
        )
        tell(record.done, record.total)
        if record.done > counted * GROWN:
            statistics_renew([Page, Revision])
            counted = record.done
    record.rows.filter(fate=ImportedRow.Fate.WAITING).exclude(verdict=Verdict.REFUSE).delete()
    record.counts = dict(Counter(record.rows.values_list("verdict", flat=True)))
    log(record, "registers.bring_in", user=record.by, data=record.counts)


def _in_order(
    record: RegisterImport, first: list[PlannedRow], rest: list[PlannedRow]
) -> Iterator[list[PlannedRow]]:
    """Batches; when the neighbourhoods are written, rows that belong to them learn their pages."""
    yield from _in_batches(first)
    waiting = [row for row in rest if is_newcomer(row.entry.parent_id)]
    numbers = {-row.entry.parent_id for row in waiting}
    made = dict(_written(record).filter(number__in=numbers).values_list("number", "page_id"))
    for row in waiting:
        number = row.entry.parent_id
        if page_id := made.get(-number):
            row.entry.parent_id = page_id
            # As a later run will know it, when the neighbourhood has a page.
            row.entry.identity = row.entry.identity.replace(f":{number}:", f":{page_id}:", 1)
    yield from _in_batches(rest)


def _written(record: RegisterImport):
    return record.rows.filter(fate=ImportedRow.Fate.WRITTEN)


def _in_batches(rows: list) -> Iterator[list]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


def hand_of(record: RegisterImport, by=None) -> Hand:
    """How the log knows what an import wrote."""
    data = {"register_import": record.pk, "file": record.file_name}
    return Hand(user=by or record.by, data=data, uuid=record.log_key)


class _Batches:
    """Writes batches of one import; remembers parents and addresses from one to the next."""

    def __init__(self, record: RegisterImport) -> None:
        self.record = record
        self.hand = hand_of(record)
        self.siblings = Siblings()
        self.parents: dict[int, Page] = {}

    def write(self, rows: list[PlannedRow]) -> None:
        self._meet_parents({row.entry.parent_id for row in rows} - {None})
        new = [row for row in rows if row.verdict == Verdict.CREATE]
        pages = [page_of(row.entry) for row in new]
        for page in pages:
            _check(page)
        kept = {row.entry.number: self._kept(row) for row in rows}
        with transaction.atomic():
            if new:
                parents = [self._parent_of(row) for row in new]
                pages_add(pages=pages, parents=parents, siblings=self.siblings, hand=self.hand)
            for row, page in zip(new, pages, strict=True):
                kept[row.entry.number].page_id = page.pk
                kept[row.entry.number].revision_id = page.latest_revision_id
            self._change([row for row in rows if row.verdict == Verdict.CHANGE], kept)
            self.record.rows.filter(number__in=kept).delete()
            rows_insert(list(kept.values()))

    def _meet_parents(self, keys: set[int]) -> None:
        self.parents |= Page.objects.in_bulk(keys - self.parents.keys())

    def _parent_of(self, row: PlannedRow) -> Page:
        try:
            return self.parents[row.entry.parent_id]
        except KeyError as error:
            raise LookupError(
                _("Row %(number)s: its neighbourhood is no longer there.")
                % {"number": row.entry.number}
            ) from error

    def _change(self, rows: list[PlannedRow], kept: dict[int, ImportedRow]) -> None:
        keys = [row.page_id for row in rows]
        pages = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
        for row in rows:
            changed = page_change(pages[row.page_id], row, self.hand)
            kept[row.entry.number].revision_id = changed.revision.pk
            kept[row.entry.number].before = changed.before

    def _kept(self, row: PlannedRow) -> ImportedRow:
        place = self.parents.get(row.entry.parent_id)
        kept = kept_row(self.record, row, place.title if place else "")
        if row.verdict != Verdict.REFUSE:
            kept.page_id, kept.fate = row.page_id, ImportedRow.Fate.WRITTEN
        return kept


def _check(page: Page) -> None:
    """What a database may not take is an error here, with the field's name, on both databases."""
    links = [field.name for field in page._meta.concrete_fields if field.is_relation]
    page.clean_fields(exclude=[*links, "path", "depth", "slug", "url_path", "draft_title"])
