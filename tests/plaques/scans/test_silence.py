"""A plaque is silent by its own history: its rhythm, its luck, its earlier gaps."""

from datetime import date, timedelta
from random import Random

import pytest

from heritage.plaques.models import Plaque
from heritage.plaques.scans.models import Client, ScanCount
from heritage.plaques.scans.silence import silence_of, silent_plaques

from ...factories import PlaqueFactory

LAST = date(2026, 5, 31)  # a Sunday
MONDAY = date(2026, 6, 1)


def history(per_day, days: int = 56, last: date = LAST) -> dict[date, int]:
    """Scans for each day up to the last; `per_day` is a number or a function of the day."""
    dates = [last - timedelta(back) for back in reversed(range(days))]
    return {day: per_day(day) if callable(per_day) else per_day for day in dates}


def first_day_flagged(counts: dict[date, int], within: int = 120) -> int | None:
    """After how many whole days without a scan it is called silent."""
    last = max(day for day, count in counts.items() if count)
    for days in range(within):
        if silence_of(counts, last + timedelta(days + 1)):
            return days
    return None


def poisson(random: Random, mean: float) -> int:
    count, gap = 0, random.expovariate(mean)
    while gap < 1:
        count, gap = count + 1, gap + random.expovariate(mean)
    return count


def test_a_busy_plaque_is_missed_at_once():
    found = silence_of(history(6), LAST + timedelta(10))

    assert (found.last, found.days, found.per_day) == (LAST, 9, 6)
    assert first_day_flagged(history(6)) == 1


def test_a_day_that_is_not_over_is_no_silent_day():
    assert silence_of(history(50), LAST) is None
    assert silence_of(history(50), LAST + timedelta(1)) is None
    assert silence_of(history(50), LAST + timedelta(2))


def test_a_rarely_scanned_plaque_is_given_time():
    every_fourth = history(lambda day: int(day.toordinal() % 4 == 0))

    assert 14 <= first_day_flagged(every_fourth) <= 28


def test_one_that_was_scanned_a_few_times_only_is_not_judged():
    weekly = history(lambda day: int(day.weekday() == 6))

    assert first_day_flagged(weekly) is None


def test_a_new_plaque_is_not_judged():
    assert first_day_flagged(history(20, days=10)) is None
    assert first_day_flagged(history(20, days=14)) == 1


def test_one_that_sleeps_from_monday_to_friday_is_missed_on_the_weekend():
    weekend = history(lambda day: 10 if day.weekday() >= 5 else 0)

    assert silence_of(weekend, MONDAY + timedelta(5)) is None, "Saturday morning"
    assert silence_of(weekend, MONDAY + timedelta(7)), "the Monday after"


def test_one_scanned_on_working_days_is_not_missed_on_a_weekend():
    friday = LAST - timedelta(2)
    school = history(lambda day: 8 if day.weekday() < 5 else 0, last=friday)

    assert silence_of(school, MONDAY) is None
    assert silence_of(school, MONDAY + timedelta(1)), "a Monday without a scan"


def test_one_festival_does_not_make_a_plaque_busy():
    festival = LAST - timedelta(20)
    quiet = history(lambda day: 400 if day == festival else int(day.toordinal() % 2 == 0))

    assert first_day_flagged(quiet) >= 7


def test_the_crowd_of_an_opening_does_not_either():
    opening = LAST - timedelta(49)
    after = history(lambda day: 100 if day < opening else int(day.toordinal() % 2 == 0))

    assert first_day_flagged(after) >= 6


def test_scans_that_come_in_groups_are_given_longer():
    even = history(2)
    groups = history(lambda day: 14 if day.toordinal() % 7 == 3 else 0)
    irregular = Random(7)
    groups = {day: 14 if irregular.random() < 1 / 7 else 0 for day in groups} | {LAST: 14}

    assert first_day_flagged(even) < first_day_flagged(groups)


def test_a_silence_no_longer_than_an_earlier_one_is_nothing_new():
    closed = {LAST - timedelta(20 + n) for n in range(12)}
    counts = history(lambda day: 0 if day in closed else 5)

    assert first_day_flagged(counts) == 13


def test_steady_plaques_are_seldom_called_silent_by_chance():
    random, alarms, looks = Random(20260301), 0, 0
    for _ in range(40):
        mean = random.choice([0.4, 1, 3])
        counts = history(lambda day, mean=mean: poisson(random, mean), days=140)
        for back in range(60):
            today = LAST - timedelta(back)
            looks += 1
            alarms += silence_of({d: n for d, n in counts.items() if d < today}, today) is not None

    assert alarms / looks < 0.01


def store(plaque: Plaque, counts: dict[date, int], client=Client.WECHAT) -> None:
    ScanCount.objects.bulk_create(
        ScanCount(plaque=plaque, day=day, hour=9, language="en", client=client, count=count)
        for day, count in counts.items()
        if count
    )


@pytest.mark.databases
def test_the_register_lists_them_least_likely_first(db, django_assert_num_queries):
    lively, torn_off, slower, retired, hollow = PlaqueFactory.create_batch(5)
    today = LAST + timedelta(10)
    store(lively, history(6, last=today))
    store(torn_off, history(6))
    store(slower, history(1))
    store(retired, history(6))
    store(hollow, history(6), Client.BOT)
    Plaque.objects.filter(pk=retired.pk).update(status=Plaque.Status.RETIRED)
    # What machines and our own people do wakes no plaque.
    store(torn_off, history(6, days=5, last=today), Client.CHECK)

    with django_assert_num_queries(3):
        found = silent_plaques(today)

    assert [plaque for plaque, _silence in found] == [torn_off, slower]
    assert found[0][1].days == 9
