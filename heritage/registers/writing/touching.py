"""Whether somebody has worked on a page since an import wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from heritage.plaques.models import Plaque

from ..models import ImportedRow, RegisterImport
from ..planning.plan import Verdict
from .references import page_type


@dataclass(frozen=True)
class Touch:
    """What was done, by whom and when; `at` is None for what has no moment."""

    what: str
    who: str = ""
    at: datetime | None = None


def touches(
    record: RegisterImport, rows: Iterable[ImportedRow], pages: dict[int, Page]
) -> dict[int, Touch]:
    """By page id: the last thing that anybody else has done with a page since it was written."""
    rows = [row for row in rows if row.page_id in pages]
    found = _logged(record, rows)
    created = [pages[row.page_id] for row in rows if row.verdict == Verdict.CREATE]
    found |= {key: touch for key, touch in _used(created).items() if key not in found}
    for row in rows:
        page = pages[row.page_id]
        if row.page_id in found:
            continue
        if page.latest_revision_id != row.revision_id:
            found[row.page_id] = Touch(_("Edited since"))
        elif row.verdict == Verdict.CREATE and page.live:
            found[row.page_id] = Touch(_("Published since"))
        elif row.verdict == Verdict.CREATE and page.numchild:
            found[row.page_id] = Touch(_("Pages stand below it"))
    return found


def _logged(record: RegisterImport, rows: list[ImportedRow]) -> dict[int, Touch]:
    """By Wagtail's own log, which holds whatever is done to a page in the admin."""
    entries = (
        PageLogEntry.objects.filter(
            page_id__in=[row.page_id for row in rows], timestamp__gte=record.created_at
        )
        .exclude(uuid=record.log_key)
        .select_related("user")
        .order_by("timestamp", "pk")
    )
    ours = dict(
        PageLogEntry.objects.filter(page_id__in=[row.page_id for row in rows], uuid=record.log_key)
        .order_by("pk")
        .values_list("page_id", "pk")
    )
    return {
        entry.page_id: Touch(str(entry.message), str(entry.user or ""), entry.timestamp)
        for entry in entries
        if entry.pk > ours.get(entry.page_id, 0)
    }


def _used(pages: list[Page]) -> dict[int, Touch]:
    """New pages that a plaque or another page points at by now."""
    keys = {page.translation_key: page.pk for page in pages}
    bound = Plaque.objects.filter(target_key__in=keys).values_list("target_key", flat=True)
    found = {keys[key]: Touch(_("A plaque points at it")) for key in bound}
    texts = [str(page.pk) for page in pages]
    linked = (
        ReferenceIndex.objects.filter(to_content_type=page_type(), to_object_id__in=texts)
        .values_list("to_object_id", flat=True)
        .distinct()
    )
    return {int(key): Touch(_("Another page refers to it")) for key in linked} | found
