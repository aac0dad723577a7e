"""Traditional Chinese pages follow the Simplified ones, and an editor's own words stay."""

import pytest
from wagtail.models import Locale

from heritage.places.models import LandmarkPage, NeighbourhoodPage
from heritage.storytelling.models import NameForm, Source
from heritage.storytelling.traditional import to_traditional

from .pages import publish, traditional

pytestmark = pytest.mark.django_db


def test_publishing_makes_a_traditional_page_at_the_same_slug(landmark):
    copy = traditional(landmark)
    assert copy.live and copy.slug == "luanyu"
    assert copy.url_path == "/zh-hant/yongqing/luanyu/"
    assert (copy.title, copy.lede) == ("鑾輿堂", "粵劇武行的會館")
    assert next(str(block.value) for block in copy.body) == "頭髮與發展"
    assert copy.body[1].value["cites"] == "1"
    assert [source.kind for source in copy.sources.all()] == ["gazetteer"]


def test_words_written_by_hand_survive_the_next_publication(landmark):
    copy = traditional(landmark)
    copy.lede = "粵劇打武行的館"
    publish(copy)
    landmark.lede = "粤剧武行的老会馆"
    landmark.former_use = "会馆"
    publish(landmark)
    copy = traditional(landmark)
    assert copy.lede == "粵劇打武行的館"
    assert copy.former_use == "會館"


def test_one_block_changed_by_hand_stays_while_the_others_follow(landmark):
    copy = traditional(landmark)
    copy.body[0].value = "自己寫的題"
    publish(copy)
    landmark.body[1].value["text"].source = "<p>后台与乐队</p>"
    publish(landmark)
    blocks = traditional(landmark).body
    assert blocks[0].value == "自己寫的題"
    assert "後台與樂隊" in blocks[1].value["text"].source


def test_a_draft_above_the_published_page_is_not_lost(landmark):
    copy = traditional(landmark)
    copy.lede = "未完的稿"
    copy.save_revision()
    landmark.former_use = "会馆"
    publish(landmark)
    copy = traditional(landmark)
    draft = copy.get_latest_revision_as_object()
    assert copy.lede == "粵劇武行的會館" and copy.has_unpublished_changes
    assert draft.lede == "未完的稿" and draft.former_use == "會館"


def test_a_page_of_which_nobody_wrote_more_has_no_draft_above_it(landmark):
    assert not traditional(landmark).has_unpublished_changes
    landmark.unpublish()
    publish(landmark)
    copy = traditional(landmark)
    assert copy.live and not copy.has_unpublished_changes
    assert copy.latest_revision_id == copy.live_revision_id


def test_rows_are_written_over_and_not_made_anew(landmark):
    before = [row.pk for row in traditional(landmark).sources.all()]
    landmark.sources.first().citation = "《荔湾区志》"
    landmark.sources.add(Source(citation="《广州市志》续", kind="gazetteer"))
    publish(landmark)
    rows = traditional(landmark).sources.order_by("pk")
    assert [row.pk for row in rows][:1] == before
    [_first, second] = [row.pk for row in rows]
    landmark.sources.remove(landmark.sources.first())
    publish(landmark)
    left = traditional(landmark).sources.all()
    assert [(row.pk, row.citation) for row in left] == [(second, "《廣州市志》續")]


def test_publishing_twice_changes_nothing(landmark):
    before = traditional(landmark).serializable_data()
    publish(landmark)
    after = traditional(landmark).serializable_data()
    moved = {"latest_revision", "live_revision", "last_published_at", "latest_revision_created_at"}
    assert {k for k in after if before[k] != after[k]} <= moved


def test_withdrawing_deleting_and_renaming_follow(landmark):
    landmark.slug = "luanyu-tang"
    publish(landmark)
    assert traditional(landmark).url_path == "/zh-hant/yongqing/luanyu-tang/"
    landmark.unpublish()
    assert not traditional(landmark).live
    landmark.delete()
    assert not LandmarkPage.objects.exists()


def test_names_are_written_as_their_owners_write_them():
    assert to_traditional("三元里的河涌") == "三元里的河涌"
    assert to_traditional("群众") == "群眾"
    assert to_traditional("未引用单一出处，多半只是") == "未引用單一出處，多半只是"
    assert to_traditional("长兴里3号，在庙里") == "長興里3號，在廟裡"
    assert to_traditional("台静农", {"台静农": "臺靜農"}) == "臺靜農"


def test_the_address_of_a_link_is_left_as_it_is():
    link = '<a href="https://zh.example.org/wiki/永庆坊">永庆坊</a>'
    assert to_traditional(link) == '<a href="https://zh.example.org/wiki/永庆坊">永慶坊</a>'


def test_a_name_form_of_the_site_is_used(landmark):
    NameForm.objects.create(simplified="武行", traditional="武行班")
    publish(landmark)
    assert traditional(landmark).lede == "粵劇武行班的會館"


def test_a_rename_reaches_every_language_and_no_translation_drifts(
    landmark, neighbourhood, django_capture_on_commit_callbacks
):
    english = Locale.objects.get(language_code="en")
    neighbourhood.copy_for_translation(english)
    copy = landmark.copy_for_translation(english)
    publish(copy)
    landmark.slug = "luanyu-tang"
    with django_capture_on_commit_callbacks(execute=True):
        publish(landmark)
    copy.refresh_from_db()
    assert copy.url_path == "/en/yongqing/luanyu-tang/"
    copy.slug = "a-slug-of-its-own"
    publish(copy)
    assert copy.slug == "luanyu-tang"


def test_a_move_reaches_every_language(landmark, neighbourhood):
    english = Locale.objects.get(language_code="en")
    other = NeighbourhoodPage(title="沙面", slug="shamian")
    neighbourhood.get_parent().add_child(instance=other)
    publish(other)
    for page in (neighbourhood, other):
        page.copy_for_translation(english)
    copy = landmark.copy_for_translation(english)
    publish(copy)

    landmark.move(other, pos="last-child")

    copy.refresh_from_db()
    assert copy.url_path == "/en/shamian/luanyu/"
    assert traditional(landmark).url_path == "/zh-hant/shamian/luanyu/"
