"""Adding to the counts: one statement for each table, which SQLite and PostgreSQL share."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db import connection, models, transaction

from heritage.plaques import codes
from heritage.plaques.models import Plaque

from .journal import Scan
from .models import OTHERS, Client, ScanCount, UnknownScan

# A stranger who tries codes at random fills no disk: beyond these, a day's others are one row.
MOST_UNKNOWN_A_DAY = 300


@transaction.atomic
def tally_add(scans: Iterable[Scan]) -> None:
    """Add scans to the counts; those of codes that no plaque has, to the unknown ones."""
    scans = Counter(scans)
    known = _plaques({scan.code for scan in scans})
    counts: Counter = Counter()
    unknown: Counter = Counter()
    for scan, times in scans.items():
        if scan.code in known:
            plaque = known[scan.code]
            counts[plaque, scan.day, scan.hour, scan.language, scan.client.value] += times
        elif scan.client != Client.BOT:
            unknown[scan.code, scan.day] += times
    _add(ScanCount, ("plaque_id", "day", "hour", "language", "client"), counts)
    _add(UnknownScan, ("code", "day"), _bounded(unknown))


def _plaques(found: set[str]) -> dict[str, int]:
    asked = [code for code in found if codes.is_well_formed(code)]
    return dict(Plaque.objects.filter(code__in=asked).order_by().values_list("code", "pk"))


def _bounded(unknown: Counter) -> Counter:
    """The same counts, those of codes beyond the day's bound joined under OTHERS."""
    listed = {day: _listed(day) for day in {day for _code, day in unknown}}
    bounded: Counter = Counter()
    for (code, day), times in unknown.items():
        if code not in listed[day] and len(listed[day]) >= MOST_UNKNOWN_A_DAY:
            code = OTHERS
        else:
            listed[day].add(code)
        bounded[code, day] += times
    return bounded


def _listed(day: date) -> set[str]:
    rows = UnknownScan.objects.filter(day=day).exclude(code=OTHERS)
    return set(rows.values_list("code", flat=True))


def _add(model: type[models.Model], key: tuple[str, ...], counts: Counter) -> None:
    """Insert the counts, or add them to those that stand there.

    Django's own upsert can only overwrite. Rows go in order, so that two servers that add to the
    same ones wait for each other instead of blocking each other.
    """
    if not counts:
        return
    table, columns = model._meta.db_table, ", ".join(key)
    holes = ", ".join(["%s"] * (len(key) + 1))
    statement = (
        f"INSERT INTO {table} (count, {columns}) VALUES ({holes}) "  # noqa: S608 - own names only
        f"ON CONFLICT ({columns}) DO UPDATE SET count = {table}.count + excluded.count"
    )
    adapt = connection.ops.adapt_datefield_value
    rows = [
        [times, *(adapt(part) if isinstance(part, date) else part for part in parts)]
        for parts, times in sorted(counts.items())
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)
