"""Each line of a journal is counted exactly once, whatever is killed when."""

import os
from datetime import date

import pytest
from django.core.management import call_command
from django.db.models import Sum

from heritage.plaques.scans import folding, tally
from heritage.plaques.scans.journal import Journal, Scan
from heritage.plaques.scans.models import Client, JournalMark, ScanCount, UnknownScan

from ...factories import PlaqueFactory

DAY = date(2026, 3, 1)


class KilledError(BaseException):
    """What a power cut would be to the code that runs at that moment."""


def scan_of(code: str, **changed) -> Scan:
    whole = {"day": DAY, "hour": 9, "language": "en", "client": Client.PHONE} | changed
    return Scan(code, **whole)


def total() -> int:
    return ScanCount.objects.aggregate(total=Sum("count"))["total"] or 0


@pytest.fixture
def plaque(db):
    return PlaqueFactory(page=None)


@pytest.fixture
def journal(journals):
    """A journal of its own, as another process would have."""
    own = Journal()
    yield own
    own.close()


@pytest.mark.databases
def test_counts_add_up_over_foldings(plaque, journal):
    for _ in range(3):
        for _ in range(5):
            journal.append(scan_of(plaque.code))
        assert folding.fold() == 5
    assert folding.fold() == 0

    assert ScanCount.objects.get().count == 15


@pytest.mark.django_db
def test_a_journal_goes_when_its_writer_has_let_go(plaque, journal, journals):
    journal.append(scan_of(plaque.code))
    folding.fold()
    assert len(list(journals.glob("*.journal"))) == 1

    journal.append(scan_of(plaque.code))
    journal.close()
    folding.fold()

    assert not list(journals.glob("*.journal"))
    assert (total(), JournalMark.objects.count()) == (2, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("when", ["before the removal", "after the removal"])
def test_killed_between_counting_and_clearing_counts_nothing_twice(
    plaque, journal, journals, monkeypatch, when
):
    def die(*args, **kwargs):
        raise KilledError

    journal.append(scan_of(plaque.code))
    journal.close()
    place = folding.Path if when == "before the removal" else JournalMark.objects
    name = "unlink" if when == "before the removal" else "filter"
    original = getattr(place, name)
    seen = []

    def once(*args, **kwargs):
        seen.append(1)
        # `filter` is also how the mark is read: the last call is the one that clears it.
        return die() if name == "unlink" or len(seen) == 3 else original(*args, **kwargs)

    monkeypatch.setattr(place, name, once)
    with pytest.raises(KilledError):
        folding.fold()
    monkeypatch.undo()
    journal.append(scan_of(plaque.code))
    folding.fold()
    folding.fold()

    assert total() == 2


@pytest.mark.django_db
def test_killed_in_the_middle_of_counting_counts_nothing_yet(plaque, journal, monkeypatch):
    def die(*args, **kwargs):
        raise KilledError

    journal.append(scan_of(plaque.code))
    monkeypatch.setattr(JournalMark, "save", die)
    with pytest.raises(KilledError):
        folding.fold()
    monkeypatch.undo()
    assert total() == 0

    folding.fold()

    assert total() == 1


@pytest.mark.django_db
def test_a_half_line_waits_for_its_other_half(plaque, journal, journals):
    journal.append(scan_of(plaque.code))
    [path] = journals.glob("*.journal")
    line = scan_of(plaque.code).line()
    with path.open("ab") as file:
        file.write(line[:10])
    assert folding.fold() == 1
    with path.open("ab") as file:
        file.write(line[10:])

    assert folding.fold() == 1


@pytest.mark.django_db
def test_a_torn_or_foreign_line_is_passed_over(plaque, journal, journals, caplog):
    good = scan_of(plaque.code).line()
    foreign = [
        b"7K3M9X\t2026-0",
        b"7K3M9X\t2026-03-01\t9\ten\tspaceship",
        b"7K3M9X\t2026-03-01\t99\ten\tphone",
        b"7K3M9X\t2026-03-01\t9\txx\tphone",
        b"\xff\xfe",
        b"",
    ]
    journals.mkdir()
    (journals / "a.journal").write_bytes(b"\n".join([*foreign, good, good[:9]]))

    assert folding.fold() == 1
    assert total() == 1
    assert not list(journals.glob("*.journal"))


@pytest.mark.django_db
def test_a_line_cut_off_by_a_full_disk_does_not_spoil_the_next(plaque, journal, monkeypatch):
    write = os.write
    with monkeypatch.context() as patched:
        patched.setattr("os.write", lambda file, line: write(file, line[:7]))
        with pytest.raises(OSError, match="part"):
            journal.append(scan_of(plaque.code))
    journal.append(scan_of(plaque.code))
    folding.fold()

    assert total() == 1


@pytest.mark.django_db
def test_a_removed_folder_and_a_full_journal_lead_to_a_new_one(
    plaque, journal, journals, monkeypatch
):
    journal.append(scan_of(plaque.code))
    for path in journals.glob("*.journal"):
        path.unlink()
    journal.append(scan_of(plaque.code))
    monkeypatch.setattr("heritage.plaques.scans.journal.LARGEST", 1)
    journal.append(scan_of(plaque.code))

    assert len(list(journals.glob("*.journal"))) == 2
    folding.fold()
    assert total() == 2


@pytest.mark.django_db
def test_a_long_journal_is_folded_in_pieces(plaque, journal, monkeypatch):
    monkeypatch.setattr(folding, "PIECE", 100)
    for _ in range(40):
        journal.append(scan_of(plaque.code))

    assert folding.fold() == 40
    assert total() == 40


@pytest.mark.django_db
def test_only_one_process_folds_a_folder(plaque, journal, journals):
    journal.append(scan_of(plaque.code))
    with folding._alone(journals) as alone:
        assert alone
        assert folding.fold() is None
    assert folding.fold() == 1


@pytest.mark.databases
def test_a_stranger_who_tries_codes_fills_no_table(db, monkeypatch):
    monkeypatch.setattr(tally, "MOST_UNKNOWN_A_DAY", 20)
    for start in (0, 30):
        tally.tally_add([scan_of(f"CODE{number}") for number in range(start, start + 30)])
    tally.tally_add([scan_of("CODE0"), scan_of("CODE0", day=date(2026, 3, 2))])

    assert UnknownScan.objects.filter(day=DAY).count() == 21
    assert UnknownScan.objects.get(day=DAY, code="").count == 40
    assert UnknownScan.objects.get(day=DAY, code="CODE0").count == 2
    assert UnknownScan.objects.get(day=date(2026, 3, 2)).code == "CODE0"


@pytest.mark.django_db
def test_the_command_says_what_it_did(plaque, journal, journals, capsys):
    journal.append(scan_of(plaque.code))
    call_command("fold_scans")
    with folding._alone(journals):
        call_command("fold_scans")

    assert capsys.readouterr().out.splitlines() == [
        "1 scans counted.",
        "Somebody else is folding at this moment; nothing to do.",
    ]
