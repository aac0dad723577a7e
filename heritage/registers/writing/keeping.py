"""What is kept of a planned row, before and after it is written."""

from django.db import transaction

from ..models import ImportedRow, RegisterImport
from ..planning.kinds import NEIGHBOURHOOD
from ..planning.plan import Plan, PlannedRow, Verdict
from ..planning.reasons import Reason

LONGEST = 255
CHUNK = 1_000


def kept_row(record: RegisterImport, row: PlannedRow, place: str) -> ImportedRow:
    """A row of the import's own table; of a refused one also its cells, to be corrected."""
    entry = row.entry
    is_refused = row.verdict == Verdict.REFUSE
    return ImportedRow(
        register_import=record,
        number=entry.number,
        name=str(entry.values.get("title") or "")[:LONGEST],
        place=place[:LONGEST],
        identity=entry.identity,
        verdict=row.verdict,
        aims_at_id=row.page_id,
        values=entry.given,
        changes={name: list(pair) for name, pair in row.changes.items()},
        reasons=[_told(reason) for reason in row.reasons],
        raw=list(entry.raw) if is_refused else [],
    )


def reasons_of(row: ImportedRow) -> list[Reason]:
    return [Reason(**told) for told in row.reasons]


def plan_keep(record: RegisterImport, plan: Plan, places: dict[int, str]) -> None:
    """Keep what a check found, in place of what an earlier one did. Nothing of it is written yet.

    `places`: page id of a neighbourhood → its name.
    """
    places = places | {
        -row.entry.number: row.entry.values["title"]
        for row in plan.rows
        if row.entry.kind == NEIGHBOURHOOD
    }
    rows = [kept_row(record, row, places.get(row.entry.parent_id, "")) for row in plan.rows]
    with transaction.atomic():
        record.rows.filter(fate=ImportedRow.Fate.WAITING).delete()
        written = set(record.rows.values_list("number", flat=True))
        ImportedRow.objects.bulk_create(
            (row for row in rows if row.number not in written), batch_size=CHUNK
        )
    record.counts = {verdict.value: number for verdict, number in plan.counts.items()}
    record.total = len(plan.rows)
    file_keep(record, plan)


def file_keep(record: RegisterImport, plan: Plan) -> None:
    """What is said of the file as a whole; its headers, for the file of refused rows."""
    record.headers, record.notes = plan.headers, [str(note) for note in plan.notes]


def differing(record: RegisterImport, plan: Plan) -> list[int]:
    """Numbers of the rows for which a plan says otherwise than the check that was kept."""
    kept = {
        number: (verdict, page)
        for number, verdict, page in record.rows.filter(fate=ImportedRow.Fate.WAITING).values_list(
            "number", "verdict", "aims_at_id"
        )
    }
    written = set(
        record.rows.exclude(fate=ImportedRow.Fate.WAITING).values_list("number", flat=True)
    )
    now = {
        row.entry.number: (row.verdict.value, row.page_id)
        for row in plan.rows
        if row.entry.number not in written
    }
    return sorted(
        number for number in kept.keys() | now.keys() if kept.get(number) != now.get(number)
    )


def _told(reason: Reason) -> dict:
    names = ("code", "column", "header", "value", "params")
    return {name: getattr(reason, name) for name in names if getattr(reason, name)}
