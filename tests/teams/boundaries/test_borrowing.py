"""What a page may name: its team's own and the shared, whatever numbers are sent."""

import pytest
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Collection, Page

from ...factories import (
    LandmarkPageFactory,
    MuralPageFactory,
    PictureFactory,
    RecordingFactory,
)
from .sending import block, draft_of, gallery, kept_in, linked, rows, save

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

ANOTHERS = "belongs to another neighbourhood&#x27;s collection"


def test_the_lead_picture_of_another_team_is_refused_with_a_reason(page, editor, other):
    picture = kept_in(other)

    answer = save(editor, page, title="写了很久", picture=picture.pk)

    assert ANOTHERS in answer.content.decode()
    assert "写了很久" in answer.content.decode(), "what was written stands in the form"
    assert draft_of(page).picture_id is None


WAYS = {
    "a picture's block": lambda item: block("picture", picture=item.pk, caption="", cites=""),
    "a gallery": lambda item: gallery(PictureFactory(), item),
    "before and after": lambda item: block(
        "before_after", before=item.pk, before_date="1", after=item.pk, after_date="2", caption=""
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_so_is_one_in_the_story(page, editor, other, way):
    answer = save(editor, page, **WAYS[way](kept_in(other)))

    assert ANOTHERS in answer.content.decode()
    assert not page.revisions.exists()


def test_so_are_recordings_in_a_block_and_in_the_list(page, editor, other):
    recording = kept_in(other, RecordingFactory)

    in_a_block = save(editor, page, **block("audio", recording=recording.pk, caption=""))
    in_the_list = save(editor, page, **rows("recordings", recording=recording.pk))

    assert ANOTHERS in in_a_block.content.decode()
    assert ANOTHERS in in_the_list.content.decode()
    assert not draft_of(page).recordings.exists()


def test_so_is_a_view_of_a_mural(city, editor, other):
    mural = MuralPageFactory(parent=city.neighbourhood, slug="wall", live=False)
    more = {
        f"{name}-{key}_FORMS": 0
        for name in ("hotspots", "conditions")
        for key in ("TOTAL", "INITIAL")
    }

    answer = save(editor, mural, **more, **rows("views", picture=kept_in(other).pk, date="1990"))

    assert ANOTHERS in answer.content.decode()


def test_a_link_to_what_is_not_published_elsewhere_is_refused(city, page, editor, other):
    street = Page.objects.get(translation_key=other.neighbourhood_key)
    withdrawn = LandmarkPageFactory(
        parent=street, slug="withdrawn", live=False, first_published_at=timezone.now()
    )
    shown = LandmarkPageFactory(parent=street, slug="shown")

    refused = save(editor, page, **linked(withdrawn)).content.decode()
    assert "is not published, or not here" in refused
    assert not page.revisions.exists()

    save(editor, page, **linked(shown))
    assert page.revisions.count() == 1


def test_what_was_never_published_elsewhere_is_not_even_named(city, page, editor, other):
    street = Page.objects.get(translation_key=other.neighbourhood_key)
    hidden = LandmarkPageFactory(
        parent=street, slug="hidden", title="密稿", live=False, first_published_at=None
    )

    answer = save(editor, page, **linked(hidden))

    assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/")
    assert not page.revisions.exists()


def test_ones_own_and_the_shared_are_taken(page, team, editor):
    assert save(editor, page, picture=kept_in(team).pk).status_code == 302
    root = Collection.get_first_root_node()
    assert save(editor, page, picture=PictureFactory(collection=root).pk).status_code == 302


def test_what_stood_on_the_page_before_may_stay(page, editor, other):
    page.picture = kept_in(other)
    page.save_revision()

    answer = save(editor, page, picture=page.picture.pk, lede="neu")

    assert answer.status_code == 302
    assert draft_of(page).lede == "neu"


def test_a_recordings_still_picture_is_ones_own(team, editor, other):
    recording = kept_in(team, RecordingFactory)
    address = f"/admin/snippets/archive/recording/edit/{recording.pk}/"
    words = {"title": "新名", "speech": "yue"}

    with override("en"):
        answer = editor.post(address, words | {"poster": kept_in(other).pk})

    assert ANOTHERS in answer.content.decode()
    recording.refresh_from_db()
    assert recording.poster is None


def test_what_a_team_adds_lies_in_its_own_collection_whatever_is_sent(team, editor, other):
    recording = kept_in(team, RecordingFactory)
    address = f"/admin/snippets/archive/recording/edit/{recording.pk}/"

    editor.post(address, {"title": "新名", "speech": "yue", "collection": other.collection.pk})

    recording.refresh_from_db()
    assert (recording.title, recording.collection) == ("新名", team.collection)
