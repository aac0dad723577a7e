"""The three long works of the wizard, each by a thread of the server, so that a page can say how
far it is and a closed tab or a lost connection harms nothing. A thread dies with its server: the
record is then found “stopped half-way”, and the work is gone on with from the page.
"""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from functools import partial

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connections
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ..columns import MappingError
from ..mapped import register_map
from ..models import RegisterImport
from ..planning import Plan, PlanOptions, plan_make
from ..planning.neighbourhoods import Neighbourhoods
from ..reading import ReadError, Register, register_open
from ..writing.beginning import halves_take_back
from ..writing.bringing import NothingWrittenError, ask_what_they_lack, plan_write
from ..writing.door import BusyError, State, work_on
from ..writing.keeping import differing, plan_keep
from ..writing.undoing import take_back
from .permissions import adds_below
from .uploads import is_kept, path_of, upload_forget

logger = logging.getLogger(__name__)
PATIENCE = 15  # seconds for a thread to say that it has begun
SAID_EVERY = 250  # rows
# What an operator can mend; the words are for the page.
MENDABLE = (ReadError, MappingError, NothingWrittenError, LookupError)
PLAN_OPTIONS = ("into_id", "anywhere", "datum", "kind", "allow_similar", "file_wins")


def begin(work: Callable, record: RegisterImport, user) -> None:
    """Have `check`, `write` or `undo` done; BusyError where it cannot begin now."""
    job = _Job(work, record.pk, user.pk, translation.get_language())
    if settings.REGISTERS_IN_BACKGROUND:
        threading.Thread(
            target=job.run_in_thread, name=f"register-{record.pk}", daemon=True
        ).start()
        job.has_begun.wait(PATIENCE)
    else:
        job.run()
    if job.refusal:
        raise job.refusal


class _Job:
    def __init__(self, work: Callable, record_id: int, user_id: int, language: str) -> None:
        self.work, self.record_id, self.user_id, self.language = work, record_id, user_id, language
        self.has_begun = threading.Event()
        self.refusal: BusyError | None = None

    def run_in_thread(self) -> None:
        try:
            self.run()
        finally:
            self.has_begun.set()
            connections.close_all()

    def run(self) -> None:
        record = RegisterImport.objects.get(pk=self.record_id)
        user = get_user_model().objects.get(pk=self.user_id)
        with translation.override(self.language):
            try:
                self.work(record, user, self.has_begun.set)
            except BusyError as error:
                self.refusal = error
            except Exception as error:
                if not isinstance(error, MENDABLE):
                    logger.exception("The import of %s stopped.", record)
                said = str(error) if isinstance(error, MENDABLE) else _went_wrong(error)
                RegisterImport.objects.filter(pk=record.pk).update(trouble=said)


def _went_wrong(error: Exception) -> str:
    return _("Something went wrong (%(error)s). The server's log says more.") % {
        "error": f"{type(error).__name__}: {error}"[:200]
    }


def check(record: RegisterImport, user, has_begun: Callable) -> None:
    """Plan a file and keep what was found, for the page to show."""
    halves_take_back(but=record, by=user)
    with work_on(record, State.CHECKING):
        has_begun()
        plan = _plan(record, user)
        plan_keep(record, plan, _places())
        record.state = State.PLANNED


def write(record: RegisterImport, user, has_begun: Callable) -> None:
    """Write what was checked, if it still holds; else show what has become of it."""
    halves_take_back(but=record, by=user)
    stopped = record.state == State.INTERRUPTED
    with work_on(record, State.WRITING):
        has_begun()
        plan = _plan(record, user)
        changed = differing(record, plan)
        if changed and not stopped:
            plan_keep(record, plan, _places())
            record.state = State.PLANNED
            record.trouble = _changed_words(changed)
            return
        plan_write(record, plan, partial(_say, record))
    upload_forget(record)
    ask_what_they_lack(record)


def undo(record: RegisterImport, user, has_begun: Callable) -> None:
    """Take back what an import wrote and nobody has touched since."""
    with work_on(record, State.UNDOING):
        has_begun()
        take_back(record, by=user)
    upload_forget(record)


@contextlib.contextmanager
def opened(record: RegisterImport) -> Iterator[Register]:
    """The file of a record; says in words why it cannot be read, or that it is no longer kept."""
    options = record.options
    if not is_kept(record):
        raise LookupError(_("The file is no longer kept here. Upload it again."))
    with path_of(record).open("rb") as file:
        yield register_open(
            file,
            name=record.file_name,
            encoding=options.get("encoding", ""),
            sheet=options.get("sheet", ""),
        )


def _plan(record: RegisterImport, user) -> Plan:
    options = PlanOptions(
        **{name: record.options[name] for name in PLAN_OPTIONS if name in record.options},
        may_add=adds_below(user),
    )
    with opened(record) as register:
        return plan_make(
            rows=register.rows(),
            mapping=register_map(register, wishes=record.mapping),
            options=options,
            progress=lambda count: count % SAID_EVERY or _say(record, count, 0),
        )


def _say(record: RegisterImport, done: int, total: int) -> None:
    RegisterImport.objects.filter(pk=record.pk).update(
        done=done, total=total, heard_at=timezone.now()
    )


def _places() -> dict[int, str]:
    return {key: place.title for key, place in Neighbourhoods().by_id.items()}


def _changed_words(numbers: list[int]) -> str:
    some = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    return _(
        "Since the check, pages have changed: what becomes of rows %(rows)s is now another. "
        "Nothing was written. Look at them, then bring the file in."
    ) % {"rows": some}
