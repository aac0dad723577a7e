"""The lunar year against what is known of it."""

from collections import defaultdict

import pytest

from heritage.storytelling import dating
from heritage.storytelling.dating import lunar
from heritage.storytelling.dating.day import Day
from tests.dating.shared_data import rows

# Eras whose first and last days histories give differently; 景泰八年 overlaps its successor in the
# table itself.
PART_YEARS = [
    "景泰8",
    "弘光1",
    "隆武1",
    "隆武2",
    "紹武1",
    "永曆16",
    "天命11",
]


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1644, "1644-02-08"),
        (1888, "1888-02-12"),
        (1894, "1894-02-06"),
        (1895, "1895-01-26"),
        (1985, "1985-02-20"),
        (2024, "2024-02-10"),
    ],
)
def test_new_year_falls_on_its_day(year, day):
    assert lunar.new_year(year) == day


@pytest.mark.parametrize(
    ("year", "month"),
    [(1814, 2), (1870, 10), (1890, 2), (1895, 5), (1900, 8), (1906, 4), (2020, 4), (2023, 2)],
)
def test_leap_months_are_those_of_the_almanac(year, month):
    assert [m.number for m in lunar.months(year) if m.leap] == [month]


def _era_years():
    found = defaultdict(list)
    for row in rows("dates/dila_era_years_ming_qing_roc.csv"):
        if row["dynasty"] in ("明", "清", "後金"):
            days = (
                Day.from_julian_day(int(row["jdn_first"])),
                Day.from_julian_day(int(row["jdn_last"])),
            )
            assert (str(days[0]), str(days[1])) == (
                row["gregorian_first"],
                row["gregorian_last"],
            ), "the table is proleptic Gregorian"
            found[row["dynasty"], row["era"], row["era_year"]] += days
    return found


def test_every_reign_year_of_ming_and_qing_has_the_days_of_the_dila_table():
    for (dynasty, era, number), days in _era_years().items():
        reading = dating.read(f"{dynasty}{era}{number}年")
        assert reading.known, (dynasty, era, number)
        if f"{era}{number}" in PART_YEARS:
            assert reading.earliest.year - 1 <= min(days).year
            assert max(days) <= reading.latest
        else:
            assert (reading.earliest, reading.latest) == (min(days), max(days)), (
                dynasty,
                era,
                number,
            )
