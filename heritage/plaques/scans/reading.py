"""What the register shows of the counts: few queries, however many plaques."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Max, Sum
from django.utils import timezone
from wagtail.models import Page

from heritage.plaques import codes
from heritage.plaques.models import Plaque

from .models import OTHERS, VISITORS, ScanCount, UnknownScan

USUAL_DAYS = 28
MOST_PLACES, MOST_UNKNOWN = 30, 30


@dataclass
class Summary:
    """Scans of one plaque or of many over some days; `total` and `days` are visitors' alone."""

    days: dict[date, int]
    by_client: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    by_language: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def total(self) -> int:
        return sum(self.days.values())

    def add(self, day: date, client: str, language: str, count: int) -> None:
        self.by_client[client] += count
        if client in VISITORS:
            self.by_language[language] += count
            self.days[day] += count


def days_until(today: date, number: int) -> list[date]:
    """The last `number` days, today included, oldest first."""
    return [today - timedelta(number - 1 - n) for n in range(number)]


def today() -> date:
    return timezone.localdate()


def summaries(plaques: Iterable[int], days: list[date]) -> dict[int, Summary]:
    """A summary for each of these plaques' keys. One query."""
    found = {plaque: Summary(dict.fromkeys(days, 0)) for plaque in plaques}
    rows = _rows(ScanCount.objects.filter(plaque__in=list(found)), days, "plaque")
    for plaque, day, client, language, count in rows:
        found[plaque].add(day, client, language, count)
    return found


def summary(scans, days: list[date]) -> Summary:
    """One summary of all these scans. One query."""
    whole = Summary(dict.fromkeys(days, 0))
    for day, client, language, count in _rows(scans, days):
        whole.add(day, client, language, count)
    return whole


def _rows(scans, days: list[date], *keys: str):
    return (
        scans.between(days[0], days[-1])
        .order_by()
        .values_list(*keys, "day", "client", "language")
        .annotate(total=Sum("count"))
    )


@dataclass(frozen=True)
class PlaceCount:
    """Visitors' scans of all plaques of one page or one neighbourhood; page None: deleted."""

    page: Page | None
    count: int


def most_scanned(scans, days: list[date], key: str) -> list[PlaceCount]:
    """The pages (`target_key`) or neighbourhoods (`neighbourhood_key`) scanned most."""
    column = f"plaque__{key}"
    rows = (
        scans.by_visitors()
        .between(days[0], days[-1])
        .filter(**{f"{column}__isnull": False})
        .order_by()
        .values_list(column)
        .annotate(total=Sum("count"))
        .order_by("-total")[:MOST_PLACES]
    )
    counts = dict(rows)
    pages = Page.objects.filter(
        translation_key__in=list(counts), locale__language_code=settings.LANGUAGE_CODE
    )
    by_key = {page.translation_key: page for page in pages}
    return [PlaceCount(by_key.get(place), count) for place, count in counts.items()]


@dataclass(frozen=True)
class Unknown:
    """A code that was scanned and that no plaque has, and the plaques that may have been meant."""

    code: str
    count: int
    last: date
    meant: list[Plaque]


def unknown_codes(days: list[date]) -> list[Unknown]:
    """What was scanned most of what no plaque has; the day's others, joined, with an empty code."""
    rows = list(
        UnknownScan.objects.filter(day__range=(days[0], days[-1]))
        .order_by()
        .values_list("code")
        .annotate(total=Sum("count"), last=Max("day"))
        .order_by("-total", "code")[:MOST_UNKNOWN]
    )
    near = {code: codes.suggestions(code) for code, _total, _last in rows if code != OTHERS}
    wanted = {code for meant in near.values() for code in meant}
    plaques = {plaque.code: plaque for plaque in Plaque.objects.filter(code__in=wanted)}
    return [
        Unknown(code, total, last, [plaques[c] for c in near.get(code, []) if c in plaques])
        for code, total, last in rows
    ]
