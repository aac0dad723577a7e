"""What the drafts of an import lack is asked of all of them, after they are written."""

import pytest
from django.utils import timezone

from heritage.editorial.readiness.keeping import readiness_keep
from heritage.editorial.readiness.models import PageReadiness
from heritage.places.models import LandmarkPage
from heritage.registers.models import RegisterImport
from heritage.registers.writing import bringing
from heritage.registers.writing.bringing import import_write
from heritage.registers.writing.door import SILENT_FOR, settle
from home.models import HomePage

from ..factories import LandmarkPageFactory, NeighbourhoodPageFactory, UserFactory
from . import write_plans as make

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
State = RegisterImport.State


@pytest.fixture
def place(db):
    home = HomePage.objects.get(locale__language_code="zh-hans")
    return NeighbourhoodPageFactory(parent=home, slug="enning")


def test_every_draft_of_an_import_is_asked_what_it_lacks(place, monkeypatch):
    monkeypatch.setattr(bringing, "BATCH", 2)
    rows = [make.create(number, place, f"泮塘{number}约") for number in range(2, 7)]

    import_write(record=make.record(UserFactory()), plan=make.plan(*rows))

    pages = LandmarkPage.objects.filter(path__startswith=place.path)
    asked = PageReadiness.objects.filter(page__in=pages, lacking__gt=0)
    assert asked.count() == pages.count() == 5


def test_an_import_cut_short_while_it_asks_is_through_and_keeps_nothing_stale(place, monkeypatch):
    monkeypatch.setattr(bringing, "BATCH", 1)
    pages = [LandmarkPageFactory(parent=place, slug=f"page-{number}") for number in range(3)]
    readiness_keep(pages=pages)

    def stop(done, total):
        assert RegisterImport.objects.get().state == State.ASKING
        raise KeyboardInterrupt

    record = make.record(UserFactory())
    rows = [make.change(number, page, address="新址") for number, page in enumerate(pages, 2)]
    with pytest.raises(KeyboardInterrupt):
        import_write(record=record, plan=make.plan(*rows), tell_checked=stop)

    kept = PageReadiness.objects.filter(page__in=pages).values_list("page_id", flat=True)
    assert list(kept) == [pages[0].pk]
    assert RegisterImport.objects.get().state == State.DONE


def test_a_server_killed_while_it_asks_leaves_an_import_that_is_through(place):
    record = make.record(UserFactory())
    import_write(record=record, plan=make.plan(make.create(2, place)))
    RegisterImport.objects.update(state=State.ASKING)

    settle()

    record.refresh_from_db()
    assert record.state == State.ASKING  # another server may be at it: it was heard of just now
    RegisterImport.objects.update(heard_at=timezone.now() - 2 * SILENT_FOR)
    settle()
    record.refresh_from_db()
    assert record.state == State.DONE and record.finished_at
