"""What somebody wrote in a Traditional page stays with the part it was written for."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from heritage.editorial.timetable.due import run_due
from heritage.storytelling.models import Source
from heritage.storytelling.traditional.sync import sync_page
from tests.editorial.forms import filled_in

from .pages import publish, traditional

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def heading(name, words):
    return {"type": "heading", "id": name * 8, "value": words}


def told(page, *blocks):
    """The source again, with this story."""
    page.body = json.dumps(blocks)
    return publish(page)


def headings(page):
    return [str(block.value) for block in traditional(page).body]


def with_sources(page, *words):
    rows = enumerate(words)
    page.sources = [Source(citation=w, kind="gazetteer", sort_order=n) for n, w in rows]
    publish(page)
    return type(page).objects.get(pk=page.pk)


def citations(page):
    return [row.citation for row in traditional(page).sources.all()]


def cite(page, old, new):
    """Write a source over, as the form does: the row keeps its key."""
    rows = list(page.sources.all())
    for row in rows:
        row.citation = new if row.citation == old else row.citation
    page.sources = rows
    publish(page)


def leave_out(page, words):
    page = type(page).objects.get(pk=page.pk)
    page.sources = [row for row in page.sources.all() if row.citation != words]
    publish(page)


def test_blocks_changed_around_one_that_was_written_by_hand(landmark):
    told(landmark, heading("a", "头"), heading("b", "发"), heading("c", "楼"))
    copy = traditional(landmark)
    copy.body[1].value = "自己的題"
    publish(copy)
    told(landmark, heading("c", "楼"), heading("d", "会"), heading("b", "发"), heading("e", "馆"))
    assert headings(landmark) == ["樓", "會", "自己的題", "館"]


def test_blocks_added_and_put_elsewhere_by_hand_stay_there(landmark):
    told(landmark, heading("a", "头"), heading("b", "发"))
    copy = traditional(landmark)
    copy.body = json.dumps([heading("x", "先"), heading("b", "發"), heading("a", "頭")])
    publish(copy)
    told(landmark, heading("a", "头"), heading("b", "发展"), heading("c", "会"))
    assert headings(landmark) == ["先", "發展", "頭", "會"]
    publish(landmark)
    assert headings(landmark) == ["先", "發展", "頭", "會"]


def test_a_row_written_by_hand_follows_its_own_row_of_the_source(landmark):
    page = with_sources(landmark, "《广州市志》", "《荔湾区志》", "《越秀区志》")
    cite(traditional(page), "《荔灣區志》", "《荔灣志》，香港版")
    first, second, third = page.sources.all()
    first.sort_order, second.sort_order, third.sort_order = 3, 2, 0
    added = Source(citation="新发", kind="gazetteer", sort_order=1)
    page.sources = [third, added, second, first]
    publish(page)
    assert citations(page) == ["《越秀區志》", "新發", "《荔灣志》，香港版", "《廣州市志》"]
    leave_out(page, "《越秀区志》")
    assert citations(page) == ["新發", "《荔灣志》，香港版", "《廣州市志》"]
    leave_out(page, "《荔湾区志》")
    assert citations(page) == ["新發", "《廣州市志》"]


def test_a_row_that_replaces_one_written_by_hand_has_words_of_its_own(landmark):
    page = with_sources(landmark, "《广州市志》")
    cite(traditional(page), "《廣州市志》", "《廣州志》，香港版")
    with_sources(page, "《荔湾区志》")
    assert citations(page) == ["《荔灣區志》"]


def test_a_row_added_by_hand_stays_and_the_others_follow(landmark):
    page = with_sources(landmark, "《广州市志》")
    copy = traditional(page)
    copy.sources.add(Source(citation="《香港古蹟》", kind="book", sort_order=1))
    publish(copy)
    cite(page, "《广州市志》", "《广州市志》卷三")
    assert citations(page) == ["《廣州市志》卷三", "《香港古蹟》"]


def test_a_row_taken_out_by_hand_stays_out(landmark):
    page = with_sources(landmark, "《广州市志》", "《荔湾区志》")
    leave_out(traditional(page), "《廣州市志》")
    cite(page, "《荔湾区志》", "《荔湾区志》卷二")
    assert citations(page) == ["《荔灣區志》卷二"]


def test_what_is_put_back_as_generated_follows_again(landmark):
    copy = traditional(landmark)
    for words in ("自己的話", "粵劇武行的會館"):
        copy.lede = words
        publish(copy)
    landmark.lede = "粤剧武行的老会馆"
    publish(landmark)
    assert traditional(landmark).lede == "粵劇武行的老會館"


def test_every_line_of_words_can_be_written_by_hand(landmark):
    by_hand = {
        "title": "鑾輿堂舊址",
        "seo_title": "香港讀者的題",
        "search_description": "給搜尋的話",
        "alt_names": "八和舊址",
        "lede": "自己的話",
    }
    copy = traditional(landmark)
    for name, words in by_hand.items():
        setattr(copy, name, words)
    publish(copy)
    landmark.title, landmark.alt_names, landmark.seo_title = "銮舆会馆", "别名", "标题"
    publish(landmark)
    copy = traditional(landmark)
    assert {name: getattr(copy, name) for name in by_hand} == by_hand


def test_a_form_that_is_saved_unchanged_freezes_nothing(landmark, admin):
    landmark.alt_names = "会馆\n武馆"
    landmark.body = json.dumps([])
    publish(landmark)
    copy = traditional(landmark)
    url = reverse("wagtailadmin_pages:edit", args=[copy.pk])
    data = filled_in(admin.get(url).context["form"])
    data["alt_names"] = data["alt_names"].replace("\n", "\r\n")
    admin.post(url, data | {"action-publish": "1"})
    landmark.alt_names, landmark.former_use = "老会馆\n武馆", "会馆"
    publish(landmark)
    copy = traditional(landmark)
    assert copy.other_names == ["老會館", "武館"] and copy.former_use == "會館"


def test_paragraphs_that_an_editor_only_opened_and_saved_follow(landmark):
    copy = traditional(landmark)
    raw = [dict(block) for block in copy.body.raw_data]
    raw[1]["value"]["text"] = raw[1]["value"]["text"].replace("<p>", '<p data-block-key="x1y2z">')
    copy.body = json.dumps(raw)
    publish(copy)
    landmark.body[1].value["text"].source = "<p>后台与乐队</p>"
    publish(landmark)
    assert "後台與樂隊" in traditional(landmark).body[1].value["text"].source


def test_a_draft_that_waits_for_its_day_keeps_it_and_the_new_words(landmark):
    when = timezone.now() + timedelta(days=1)
    copy = traditional(landmark)
    copy.lede, copy.go_live_at = "明天的話", when
    copy.save_revision().publish()
    landmark.former_use = "会馆"
    publish(landmark)
    copy = traditional(landmark)
    assert copy.live and copy.lede == "粵劇武行的會館" and copy.former_use == "會館"
    assert copy.scheduled_revision.approved_go_live_at == when
    copy.revisions.filter(approved_go_live_at=when).update(approved_go_live_at=timezone.now())
    revision = copy.latest_revision
    revision.content["go_live_at"] = timezone.now().isoformat()
    revision.save()
    run_due()
    copy = traditional(landmark)
    assert (copy.lede, copy.former_use) == ("明天的話", "會館")
    assert not copy.has_unpublished_changes
    landmark.former_use = "武馆"
    publish(landmark)
    assert traditional(landmark).former_use == "武館"


def test_a_page_that_expired_comes_back_with_its_source(landmark):
    landmark.expire_at = timezone.now() - timedelta(hours=1)
    type(landmark).objects.filter(pk=landmark.pk).update(expire_at=landmark.expire_at)
    copy = traditional(landmark)
    type(copy).objects.filter(pk=copy.pk).update(expire_at=landmark.expire_at)
    run_due()
    assert not traditional(landmark).live
    landmark.refresh_from_db()
    landmark.expire_at = None
    publish(landmark)
    run_due()
    assert traditional(landmark).live


def test_what_was_begun_by_hand_before_the_source_was_published_is_kept(neighbourhood):
    page = type(neighbourhood)(title="旧街", slug="jiujie", lede="发展", live=False)
    neighbourhood.get_parent().add_child(instance=page)
    page.save_revision()
    copy = page.copy_for_translation(Locale.objects.get(language_code="zh-hant"))
    copy.title = "老街"
    copy.save_revision()
    copy.save()
    publish(page)
    copy = traditional(page)
    assert (copy.title, copy.lede, copy.live) == ("老街", "發展", True)


def test_an_alias_that_came_with_a_child_becomes_the_generated_page(neighbourhood):
    home = neighbourhood.get_parent()
    page = type(neighbourhood)(title="旧街", slug="jiujie", live=False)
    home.add_child(instance=page)
    page.create_alias(
        parent=home.get_translation(Locale.objects.get(language_code="zh-hant")),
        update_locale=Locale.objects.get(language_code="zh-hant"),
        reset_translation_key=False,
    )
    publish(page)
    copy = traditional(page)
    assert copy.alias_of_id is None and copy.title == "舊街" and copy.live
    sync_page(page)
