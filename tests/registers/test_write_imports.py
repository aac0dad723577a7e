"""A plan becomes drafts, the import remembers each row, and only one import writes at a time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry

from heritage.places.models import Designation, LandmarkPage, NeighbourhoodPage
from heritage.registers.models import ImportedRow, RegisterImport
from heritage.registers.planning.memory import recall
from heritage.registers.writing import bringing
from heritage.registers.writing.bringing import NothingWrittenError, import_write

from ..factories import LandmarkPageFactory, UserFactory
from . import write_plans as make

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
State = RegisterImport.State


@pytest.fixture
def user(db):
    return UserFactory()


def test_rows_become_drafts_with_their_designations_and_sources(place, user):
    row = make.create(
        2,
        place,
        address="恩龙里34号",
        point_entered="23.1258, 113.2405",
        datum="gcj02",
        is_red=True,
        designations=[{"track": "relic", "grade": "national", "announced_on": "1988-01-13"}],
        sources=[{"citation": "国务院公布", "kind": "official-list", "accessed": "2020-05-01"}],
    )

    counts = import_write(record=make.record(user), plan=make.plan(row))

    page = LandmarkPage.objects.get(title="陈家祠")
    assert counts == {"create": 1}
    assert not page.live and page.has_unpublished_changes and page.owner == user
    assert page.lat is not None and float(page.lat) != 23.1258
    assert page.designations.get().announced_on_earliest == 19880113
    assert str(page.sources.get().accessed) == "2020-05-01"
    kept = ImportedRow.objects.get()
    assert (kept.page_id, kept.revision_id) == (page.pk, page.latest_revision_id)
    assert kept.values == row.entry.given
    assert recall(["row-2"]).by_identity["row-2"].page_id == page.pk


def test_an_import_says_when_it_was_through(place, user):
    record = make.record(user)

    import_write(record=record, plan=make.plan(make.create(2, place)))

    record.refresh_from_db()
    assert record.state == State.DONE and record.finished_at and record.percent == 100
    assert record.holds_tree is None
    entry = PageLogEntry.objects.filter(action="wagtail.create").latest("pk")
    assert entry.data["register_import"] == record.pk and entry.user == user


def test_an_import_says_how_far_it_is_also_with_the_checks(place, user):
    written, checked = [], []

    import_write(
        record=make.record(user),
        plan=make.plan(make.create(2, place)),
        tell=lambda *numbers: written.append(numbers),
        tell_checked=lambda *numbers: checked.append(numbers),
    )

    assert written == checked == [(1, 1)]


def test_neighbourhoods_come_before_what_stands_in_others(place, user):
    home = place.get_parent()
    rows = [make.create(2, place), make.create(3, home, "泮塘", kind="neighbourhood")]

    import_write(record=make.record(user), plan=make.plan(*rows))

    assert NeighbourhoodPage.objects.get(title="泮塘").slug == "pantang"
    assert not any(Page.find_problems())


def test_a_changed_row_is_a_new_draft_and_visitors_read_what_they_read(place, user, client):
    page = LandmarkPageFactory(parent=place, slug="zhan", address="旧址")

    import_write(record=make.record(user), plan=make.plan(make.change(2, page, address="新址")))

    page.refresh_from_db()
    assert page.address == "旧址" and page.has_unpublished_changes
    draft = page.get_latest_revision_as_object()
    assert draft.address == "新址" and draft.date == page.date
    assert ImportedRow.objects.get().before == {"address": "旧址"}


def test_a_change_keeps_what_an_editor_has_in_their_draft(place, user):
    page = LandmarkPageFactory(parent=place, slug="zhan", address="旧址")
    page.lede = "编辑刚写的一句。"
    page.save_revision()

    import_write(record=make.record(user), plan=make.plan(make.change(2, page, address="新址")))

    draft = LandmarkPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert (draft.lede, draft.address) == ("编辑刚写的一句。", "新址")


def test_changed_designations_keep_what_the_file_does_not_speak_of(place, user):
    page = LandmarkPageFactory(parent=place, slug="zhan")
    kept = Designation.objects.create(
        page=page, track="relic", grade="municipal", batch="1", note="牌在门左"
    )
    said = [
        {"track": "relic", "grade": "provincial", "batch": "7"},
        {"track": "relic", "grade": "municipal", "batch": "1"},
    ]

    import_write(record=make.record(user), plan=make.plan(make.change(2, page, designations=said)))

    page.refresh_from_db()
    page.get_latest_revision().publish(skip_permission_checks=True)
    first, second = LandmarkPage.objects.get(pk=page.pk).designations.all()
    assert (first.grade, second.grade) == ("provincial", "municipal")
    assert second.pk == kept.pk and second.note == "牌在门左"


def test_a_draft_that_was_never_published_changes_itself_too(place, user):
    import_write(record=make.record(user), plan=make.plan(make.create(2, place, address="旧址")))
    page = LandmarkPage.objects.get(title="陈家祠")

    import_write(
        record=make.record(user),
        plan=make.plan(make.change(2, page, address="新址", title="陈氏书院")),
    )

    page.refresh_from_db()
    assert (page.address, page.title, page.draft_title) == ("新址", "陈氏书院", "陈氏书院")


def test_refused_rows_stay_with_their_cells_and_the_good_ones_are_written(place, user):
    rows = [make.create(2, place), make.refuse(3, place)]

    counts = import_write(record=make.record(user), plan=make.plan(*rows))

    assert counts == {"create": 1, "refuse": 1}
    refused = ImportedRow.objects.get(verdict="refuse")
    assert refused.raw == [""] and refused.reasons[0]["code"] == "no_name"
    assert refused.page is None and refused.fate == "waiting"


def test_all_or_nothing_writes_nothing_where_one_row_is_refused(place, user):
    record = make.record(user, scope="all")
    rows = [make.create(2, place), make.refuse(3, place)]

    with pytest.raises(NothingWrittenError):
        import_write(record=record, plan=make.plan(*rows))

    assert not LandmarkPage.objects.exists()
    assert RegisterImport.objects.get().state == State.PLANNED


@pytest.mark.parametrize(("scope", "left"), [("all", 0), ("good", 1)])
def test_an_error_half_way_leaves_nothing_or_whole_batches(place, user, scope, left, monkeypatch):
    monkeypatch.setattr(bringing, "BATCH", 1)
    record = make.record(user, scope=scope)
    rows = [make.create(2, place), make.create(3, place, "超" * 300)]

    with pytest.raises(Exception):  # noqa: B017 - whatever the model says of 300 characters
        import_write(record=record, plan=make.plan(*rows))

    record.refresh_from_db()
    assert record.state == (State.UNDONE if scope == "all" else State.INTERRUPTED)
    assert record.trouble and record.holds_tree is None
    assert LandmarkPage.objects.count() == left
    assert not any(Page.find_problems())


def test_a_record_that_was_cut_short_goes_on_where_it_ended(place, user, monkeypatch):
    monkeypatch.setattr(bringing, "BATCH", 1)
    record = make.record(user)
    rows = [make.create(number, place, f"第{number}号") for number in range(2, 6)]

    def stop(done, total):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_write(record=record, plan=make.plan(*rows), tell=stop)
    assert RegisterImport.objects.get().state == State.INTERRUPTED
    written = list(LandmarkPage.objects.order_by("path"))
    again = [*(make.same(n, page) for n, page in enumerate(written, 2)), *rows[2:]]
    import_write(record=record, plan=make.plan(*again))

    assert LandmarkPage.objects.count() == 4
    assert set(record.rows.values_list("verdict", "fate")) == {("create", "written")}


def test_queries_grow_with_the_batches_not_with_the_rows(place, user):
    rows = [make.create(number, place, f"第{number}号") for number in range(2, 402)]

    with CaptureQueriesContext(connection) as asked:
        import_write(record=make.record(user), plan=make.plan(*rows))

    assert len(asked) < 400
