"""One import at a time; what a dead process leaves; half of “all or nothing” is nothing."""

import pytest

from heritage.places.models import LandmarkPage
from heritage.registers.models import RegisterImport
from heritage.registers.writing import door
from heritage.registers.writing.beginning import import_begin
from heritage.registers.writing.bringing import import_write

from ..factories import UserFactory
from . import write_plans as make

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
State = RegisterImport.State


@pytest.fixture
def user(db):
    return UserFactory()


def test_only_one_import_writes_at_a_time(place, user):
    first, second = make.record(user), make.record(user)

    with door.work_on(first, State.WRITING), pytest.raises(door.BusyError, match="名录"):
        import_write(record=second, plan=make.plan(make.create(2, place)))

    import_write(record=second, plan=make.plan(make.create(2, place)))


def test_the_same_import_is_not_written_twice_at_once(place, user):
    record = make.record(user)

    with door.work_on(record, State.WRITING), pytest.raises(door.BusyError):
        import_write(record=RegisterImport.objects.get(), plan=make.plan())


def test_who_died_holds_nothing(user):
    dead = make.record(user, state=State.WRITING, holds_tree=True)
    path = door._path(dead)
    path.parent.mkdir(exist_ok=True)
    path.touch()

    assert door.settle() == [dead]

    dead.refresh_from_db()
    assert (dead.state, dead.holds_tree) == (State.INTERRUPTED, None)


def test_half_of_all_or_nothing_is_taken_back_before_another_file_comes(place, user):
    import_write(record=make.record(user, scope="all"), plan=make.plan(make.create(2, place)))
    RegisterImport.objects.update(state=State.INTERRUPTED)

    record = import_begin(name="b.csv", file_hash="2" * 64, options={}, scope="good", by=user)

    assert not LandmarkPage.objects.exists()
    assert RegisterImport.objects.exclude(pk=record.pk).get().state == State.UNDONE


def test_good_rows_that_were_cut_short_wait_for_their_own_file(place, user):
    first = import_begin(name="a.csv", file_hash="1" * 64, options={}, scope="good", by=user)
    import_write(record=first, plan=make.plan(make.create(2, place)))
    RegisterImport.objects.update(state=State.INTERRUPTED)

    other = import_begin(name="b.csv", file_hash="2" * 64, options={}, scope="good", by=user)
    again = import_begin(name="a.csv", file_hash="1" * 64, options={}, scope="good", by=user)

    assert LandmarkPage.objects.count() == 1
    assert other != first and again == first
