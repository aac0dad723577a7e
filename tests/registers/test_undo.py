"""An import is taken back: what nobody has touched goes, the rest stays and is named."""

import pytest
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.models import IndexEntry

from heritage.places.models import LandmarkPage, NeighbourhoodPage
from heritage.registers.models import ImportedRow, RegisterImport
from heritage.registers.writing.bringing import import_write
from heritage.registers.writing.undoing import UndoneError, import_undo

from ..factories import (
    LandmarkPageFactory,
    NeighbourhoodPageFactory,
    PlaqueFactory,
    TrailPageFactory,
    UserFactory,
)
from . import write_plans as make

pytestmark = [pytest.mark.django_db, pytest.mark.databases, pytest.mark.wagtail8]


@pytest.fixture
def user(db):
    return UserFactory(is_superuser=True)


@pytest.fixture
def brought(place, user) -> RegisterImport:
    """Three drafts brought in: 第2号, 第3号, 第4号."""
    record = make.record(user)
    rows = [
        make.create(
            number,
            place,
            f"第{number}号",
            designations=[{"track": "relic", "grade": "municipal"}],
        )
        for number in (2, 3, 4)
    ]
    import_write(record=record, plan=make.plan(*rows))
    return record


def page(number) -> LandmarkPage:
    return LandmarkPage.objects.get(title=f"第{number}号")


def left(record) -> dict[int, str]:
    return dict(record.rows.filter(fate="left").values_list("number", "left_because"))


def test_untouched_drafts_go_without_a_trace_but_in_the_log(brought, place, user):
    keys = [str(page(number).pk) for number in (2, 3, 4)]

    counts = import_undo(record=brought, by=user)

    assert counts == {"undone": 3}
    assert not LandmarkPage.objects.exists()
    place.refresh_from_db()
    assert place.numchild == 0 and not any(Page.find_problems())
    for model in (Revision, ReferenceIndex, IndexEntry):
        assert not model.objects.filter(object_id__in=keys).exists()
    assert PageLogEntry.objects.filter(action="wagtail.delete", user=user).count() == 3
    assert not ImportedRow.objects.filter(page__isnull=False).exists()


def test_a_changed_page_says_again_what_it_said(place, user):
    one = LandmarkPageFactory(parent=place, slug="zhan", address="旧址")
    record = make.record(user)
    said = [{"track": "relic", "grade": "municipal"}]
    import_write(
        record=record,
        plan=make.plan(make.change(2, one, address="新址", designations=said)),
    )

    import_undo(record=record, by=user)

    draft = LandmarkPage.objects.get(pk=one.pk).get_latest_revision_as_object()
    assert draft.address == "旧址" and not draft.designations.exists()
    assert one.revisions.count() == 2


def test_what_was_edited_since_stays_and_says_by_whom(brought, user):
    editor = UserFactory(username="chen")
    edited = page(3)
    edited.save_revision(user=editor, log_action=True)

    counts = import_undo(record=brought, by=user)

    assert counts == {"undone": 2, "left": 1}
    assert LandmarkPage.objects.get() == edited
    assert "chen" in left(brought)[3]


def test_what_was_published_since_stays(brought, user):
    page(2).latest_revision.publish(user=user, skip_permission_checks=True)

    import_undo(record=brought, by=user)

    assert list(left(brought)) == [2]
    assert page(2).live


@pytest.mark.parametrize("how", ["plaque", "trail"])
def test_what_is_pointed_at_stays(brought, place, user, how):
    if how == "plaque":
        PlaqueFactory(page=page(4))
    else:
        TrailPageFactory(parent=place, stops_at=[page(4)])

    import_undo(record=brought, by=user)

    assert list(left(brought)) == [4]


def test_what_a_later_import_has_changed_stays(brought, user):
    later = make.record(user)
    import_write(record=later, plan=make.plan(make.change(2, page(2), address="新址")))

    import_undo(record=brought, by=user)
    assert list(left(brought)) == [2]

    import_undo(record=later, by=user)
    assert page(2).address == ""


def test_what_somebody_deleted_or_moved_already_is_no_trouble(brought, place, user):
    page(2).delete(user=user)
    other = NeighbourhoodPageFactory(parent=place.get_parent(), slug="pantang")
    page(3).move(other, pos="last-child", user=user)

    import_undo(record=brought, by=user)

    assert list(left(brought)) == [3]
    assert not any(Page.find_problems())


def test_a_neighbourhood_stays_where_somebody_has_put_a_page_into_it(place, user):
    record = make.record(user)
    rows = [
        make.create(number, place.get_parent(), f"社区{number}", kind="neighbourhood")
        for number in (2, 3)
    ]
    import_write(record=record, plan=make.plan(*rows))
    LandmarkPageFactory(parent=NeighbourhoodPage.objects.get(title="社区2"), slug="x")

    import_undo(record=record, by=user)

    assert list(left(record)) == [2]
    assert not NeighbourhoodPage.objects.filter(title="社区3").exists()


def test_undoing_twice_says_so(brought, user):
    import_undo(record=brought, by=user)

    with pytest.raises(UndoneError):
        import_undo(record=brought, by=user)


def test_what_was_never_written_cannot_be_taken_back(user):
    with pytest.raises(UndoneError):
        import_undo(record=make.record(user), by=user)
