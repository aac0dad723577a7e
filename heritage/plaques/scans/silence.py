"""Plaques that used to be scanned and no longer are: each judged by its own history.

The rule. Take the last eight weeks up to the day of the last scan. Cap each day at three times
what is usual for its day of the week, and three, so that one festival does not make a plaque busy.
The mean of each day of the week, drawn a little towards the mean of all, is what one expects of
such a day; how much the days scatter about it says how bunched the scans come. From both follows
how likely it is that as many days as have passed since, those very days of the week, see no scan at
all (a Poisson distribution, widened to a negative binomial one where scans come in bunches). The
plaque is silent when that is less likely than one in a hundred, and the silence is longer than any
it came back from in those weeks. A plaque with under two weeks of history, or fewer than ten
scans in it, is not judged: nobody could tell.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean, median

from django.db.models import Max, Sum

from heritage.plaques.models import Plaque

from .models import ScanCount

HISTORY_DAYS, FEWEST_DAYS, FEWEST_SCANS = 56, 14, 10
LEAST_LIKELY = 0.01
CAP_TIMES, CAP_MORE = 3, 3
DRAWN = 2  # how many days of the overall mean are mixed into the mean of a day of the week
WEEK = 7


@dataclass(frozen=True)
class Silence:
    """Since when a plaque is silent, for how many whole days, and what it used to be scanned."""

    last: date
    days: int
    per_day: float
    likelihood: float

    @property
    def per_week(self) -> float:
        return self.per_day * WEEK


def silence_of(counts: Mapping[date, int], today: date) -> Silence | None:
    """Judge by visitors' scans of each day; None where it is not silent, or nobody can tell.

    Today is not over and does not count as a silent day.
    """
    scanned = [day for day, count in counts.items() if count and day <= today]
    if not scanned:
        return None
    last = max(scanned)
    silent = _days(last + timedelta(1), today - timedelta(1))
    history = _days(max(min(scanned), last - timedelta(HISTORY_DAYS - 1)), last)
    if not silent or len(history) < FEWEST_DAYS:
        return None
    usual = _capped({day: counts.get(day, 0) for day in history})
    if sum(usual.values()) < FEWEST_SCANS or len(silent) <= _longest_gap(usual):
        return None
    likelihood = _likelihood(usual, silent)
    if likelihood >= LEAST_LIKELY:
        return None
    return Silence(last, len(silent), mean(usual.values()), likelihood)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def _by_weekday(counts: Mapping[date, float]) -> dict[int, list[float]]:
    weekdays: dict[int, list[float]] = defaultdict(list)
    for day, count in counts.items():
        weekdays[day.weekday()].append(count)
    return weekdays


def _capped(counts: dict[date, int]) -> dict[date, float]:
    caps = {
        weekday: CAP_TIMES * median(values) + CAP_MORE
        for weekday, values in _by_weekday(counts).items()
    }
    return {day: min(count, caps[day.weekday()]) for day, count in counts.items()}


def _longest_gap(counts: dict[date, float]) -> int:
    longest = run = 0
    for count in counts.values():
        run = 0 if count else run + 1
        longest = max(longest, run)
    return longest


def _likelihood(usual: dict[date, float], silent: list[date]) -> float:
    """How likely it is that none of these days sees a scan."""
    overall = mean(usual.values())
    rates = {
        weekday: (sum(values) + DRAWN * overall) / (len(values) + DRAWN)
        for weekday, values in _by_weekday(usual).items()
    }
    scatter = sum((n - rates[d.weekday()]) ** 2 / rates[d.weekday()] for d, n in usual.items())
    bunched = scatter / (len(usual) - WEEK)
    expected = sum(rates[day.weekday()] for day in silent)
    # No scan of `expected`: e^-expected; of bunches the fewer, the larger they are.
    fewer = math.log(bunched) / (bunched - 1) if bunched > 1 else 1
    return math.exp(-expected * fewer)


def silent_plaques(today: date) -> list[tuple[Plaque, Silence]]:
    """The plaques in service that have fallen silent, the least likely silence first."""
    scans = ScanCount.objects.by_visitors().exclude(plaque__status=Plaque.Status.RETIRED)
    quiet = dict(
        scans.values("plaque")
        .annotate(last=Max("day"))
        .filter(last__lt=today - timedelta(1))
        .values_list("plaque", "last")
    )
    found = {
        plaque: silence
        for plaque, counts in _histories(scans, quiet).items()
        if (silence := silence_of(counts, today))
    }
    plaques = Plaque.objects.in_bulk(list(found))
    ordered = sorted(found.items(), key=lambda item: (item[1].likelihood, item[0]))
    return [(plaques[plaque], silence) for plaque, silence in ordered]


def _histories(scans, quiet: dict[int, date]) -> dict[int, dict[date, int]]:
    """What visitors scanned on each day, for plaques with the day of their last scan. One query."""
    if not quiet:
        return {}
    since = min(quiet.values()) - timedelta(HISTORY_DAYS)
    rows = (
        scans.filter(plaque__in=list(quiet), day__gte=since)
        .order_by()
        .values_list("plaque", "day")
        .annotate(scans=Sum("count"))
    )
    histories: dict[int, dict[date, int]] = defaultdict(dict)
    for plaque, day, count in rows:
        histories[plaque][day] = count
    return histories
