"""Pages written at once are those that Wagtail would have saved one by one."""

import re

import pytest
from django.db import connection
from django.forms.models import model_to_dict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.models import IndexEntry

from heritage.places.models import Designation, LandmarkPage
from heritage.storytelling.models import Source
from home.models import HomePage

from ..factories import NeighbourhoodPageFactory, UserFactory
from .write_pages import landmarks, neighbourhood, save_at_once, save_one_by_one

pytestmark = [pytest.mark.django_db, pytest.mark.databases, pytest.mark.wagtail8]
# What differs between any two pages, however they were saved.
OWN = {
    "path",
    "title_norm",
    "translation_key",
    "timestamp",
    "uuid",
    "content_path",
    "content_path_hash",
}
TIMES = re.compile(r"_at$|^timestamp$")


@pytest.fixture
def parents(db):
    home = HomePage.objects.get(locale__language_code="zh-hans")
    return [NeighbourhoodPageFactory(parent=home, slug=f"place-{number}") for number in range(2)]


@pytest.fixture
def user(db):
    return UserFactory()


def row(obj) -> dict:
    """A row without what is its own; keys of other rows only as whether there is one."""
    told = {}
    for field in obj._meta.concrete_fields:
        value = getattr(obj, field.attname)
        if field.name in OWN or field.primary_key:
            continue
        if TIMES.search(field.name) or field.name in {"latest_revision", "revision", "page"}:
            value = value is not None
        told[field.name] = value
    return told


def content(revision) -> dict:
    """A revision's content, likewise."""

    def strip(value):
        if isinstance(value, dict):
            return {
                key: strip(each)
                for key, each in value.items()
                if key not in {*OWN, "pk", "page", "id"}
            }
        return [strip(each) for each in value] if isinstance(value, list) else value

    found = strip(revision.content)
    found["url_path"] = found["url_path"].split("/")[-2]
    return found


def where(entry) -> dict:
    """What an entry says of the place, without its key."""
    assert entry.data["neighbourhood"].pop("key")
    return entry.data


def everything_about(parent) -> list[list]:
    """All that is stored of the pages below a parent, table by table."""
    pages = list(LandmarkPage.objects.child_of(parent).order_by("path"))
    keys = [page.pk for page in pages]
    texts = [str(key) for key in keys]
    revisions = sorted(Revision.objects.filter(object_id__in=texts), key=lambda r: int(r.object_id))
    references = ReferenceIndex.objects.filter(object_id__in=texts)
    logged = PageLogEntry.objects.filter(page__in=keys).order_by("pk")
    entries = IndexEntry.objects.filter(object_id__in=texts)
    return [
        [row(page) | {"url_path": page.url_path.split("/")[-2]} for page in pages],
        [row(one) for one in Designation.objects.filter(page__in=keys).order_by("pk")],
        [row(one) for one in Source.objects.filter(page__in=keys).order_by("pk")],
        [content(revision) for revision in revisions],
        [row(one) | {"object_id": 0, "content": 0} for one in revisions],
        [row(one) | {"data": where(one)} for one in logged],
        sorted(str(row(one) | {"object_id": texts.index(one.object_id)}) for one in references),
        sorted(str(row(one) | {"object_id": texts.index(one.object_id)}) for one in entries),
    ]


def test_every_table_holds_the_same_as_after_saving_one_by_one(parents, user):
    one_by_one, at_once = parents

    save_one_by_one(landmarks(), one_by_one, user)
    save_at_once(landmarks(), at_once, user)

    for ours, theirs in zip(everything_about(at_once), everything_about(one_by_one), strict=True):
        assert ours == theirs
    assert not any(Page.find_problems())


def test_a_first_revision_is_the_page(parents, user):
    save_at_once(landmarks(), parents[0], user)

    for page in LandmarkPage.objects.child_of(parents[0]):
        draft = page.latest_revision.as_object()
        fields = [field.name for field in page._meta.concrete_fields]
        assert model_to_dict(draft, fields) == model_to_dict(page, fields)
        assert (
            draft.serializable_data()["designations"] == (page.serializable_data()["designations"])
        )


def test_addresses_are_told_apart_also_from_those_already_there(parents, user):
    save_one_by_one(landmarks()[:1], parents[0], user)
    save_at_once(landmarks(), parents[0], user)

    slugs = list(parents[0].get_children().order_by("path").values_list("slug", flat=True))

    assert slugs == [
        "zhantianyou-guju",
        "zhantianyou-guju-2",
        "chenjiaci",
        "zhantianyou-guju-3",
        "liwan-hu-park",
        "story",
    ]
    parents[0].refresh_from_db()
    assert parents[0].numchild == 6
    assert not any(Page.find_problems())


def test_the_number_of_queries_does_not_grow_with_the_pages(
    parents, user, django_assert_max_num_queries
):
    save_at_once(landmarks(), parents[0], user)

    with django_assert_max_num_queries(60):
        save_at_once([page for _n in range(20) for page in landmarks()], parents[1], user)


def test_each_row_is_written_once(parents, user):
    with CaptureQueriesContext(connection) as asked:
        save_at_once(landmarks(), parents[0], user)

    again = {sql for query in asked if (sql := query["sql"]).lstrip().startswith("UPDATE")}
    assert all("numchild" in sql for sql in again)
    assert len(again) == 1


def test_keys_go_on_after_those_taken_and_after_those_deleted(parents, user):
    save_at_once(landmarks(), parents[0], user)
    first = list(LandmarkPage.objects.order_by("pk").values_list("pk", flat=True))
    for page in LandmarkPage.objects.all():
        page.delete()
    save_one_by_one(landmarks(), parents[1], user)
    save_at_once(landmarks(), parents[1], user)

    keys = list(LandmarkPage.objects.order_by("path").values_list("pk", flat=True))
    assert len(set(keys)) == 2 * len(first) and min(keys) > max(first)
    assert keys == sorted(keys)


def test_a_page_written_at_once_is_previewed_edited_and_published(parents, admin, client, user):
    save_at_once(landmarks(), parents[0], user)
    page = LandmarkPage.objects.child_of(parents[0]).first()

    listing = admin.get(reverse("wagtailadmin_explore", args=[parents[0].pk]))
    history = admin.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    draft = admin.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    form = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert all(answer.status_code == 200 for answer in (listing, history, draft, form))
    assert page.title in listing.text
    page.latest_revision.publish(user=user, skip_permission_checks=True)
    assert client.get(page.refresh_from_db() or page.url).status_code == 200


def test_a_neighbourhood_and_what_stands_in_it(user):
    home = HomePage.objects.get(locale__language_code="zh-hans")
    place = neighbourhood()

    save_at_once([place], home, user)
    save_at_once(landmarks(), place, user)

    stored = Page.objects.get(pk=place.pk)
    assert stored.numchild == 5
    assert not any(Page.find_problems())
