"""What a reviewer sees: before and now, sentence by sentence, with pictures as pictures."""

import pytest
from django.test import RequestFactory

from heritage.editorial.reviews.changes import changes_of
from heritage.editorial.reviews.changes.text import Mark, side_by_side
from heritage.editorial.reviews.digest import digest_of

from ..factories import DesignationFactory, PictureFactory, SourceFactory, UserFactory
from .test_three_people import read

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def changes(page, before):
    request = RequestFactory().get("/")
    request.user = UserFactory(is_superuser=True)
    return {
        (section.heading, change.label, change.kind): change.rows
        for section in changes_of(page, before, request)
        for change in section.changes
    }


def words(side) -> str:
    return "".join(mark.text for mark in side.marks)


def test_one_changed_character_is_marked_alone():
    left, right = side_by_side("建于一八八八年。他在这里读书。", "建于一八九〇年。他在这里读书。")

    assert Mark("八八", True) in left
    assert Mark("九〇", True) in right
    assert "".join(mark.text for mark in right) == "建于一八九〇年。他在这里读书。"


def test_what_is_wholly_other_is_marked_whole():
    left, right = side_by_side("甲乙丙丁。", "子丑寅卯。")

    assert left == [Mark("甲乙丙丁。", True)]
    assert right == [Mark("子丑寅卯。", True)]


def test_long_texts_are_compared_in_reasonable_time():
    before = "".join(f"第{number}年他在这里读书，后来去了美国。" for number in range(800))
    after = before.replace("美国", "英国", 3)

    left, right = side_by_side(before, after)

    assert sum(mark.is_changed for mark in right) == 3
    assert "".join(mark.text for mark in left) == before


def test_only_what_changed_is_shown_under_its_tab(city):
    page = read(city.landmark)
    page.lede = "换了一句。"
    page.address = "芽菜巷42号之一"

    found = changes(page, read(city.landmark))

    assert set(found) == {("Story", "Lede", "changed"), ("Facts", "Address", "changed")}


def test_an_unchanged_page_shows_nothing(city):
    for page in city.pages.values():
        again = page.save_revision().as_object()
        assert changes(again, read(page)) == {}, page


def test_pictures_stand_side_by_side(city):
    page = read(city.landmark)
    page.picture = PictureFactory(title="新照片")

    [row] = changes(page, read(city.landmark))["Story", "Lead picture", "changed"]

    assert (row.before.picture, row.after.picture) == (city.landmark.picture, page.picture)


def test_a_block_is_new_changed_or_gone(city):
    page = read(city.landmark)
    picture = PictureFactory(title="门")
    page.body[0].value["cites"] = "1, 2"
    page.body.append(("picture", {"picture": picture, "caption": "趟栊门"}))

    found = changes(page, read(city.landmark))
    [new] = [rows for (_tab, _label, kind), rows in found.items() if kind == "added"]
    [changed] = [rows for (_tab, _label, kind), rows in found.items() if kind == "changed"]

    assert picture in [row.after.picture for row in new]
    assert words(changed[0].after) == "1, 2"
    back = changes(read(city.landmark), page)
    assert "removed" in {kind for _tab, _label, kind in back}


def test_rows_of_lists_are_compared_one_by_one(city):
    page = read(city.landmark)
    before = read(city.landmark)
    page.sources.add(SourceFactory.build(citation="街坊口述"))
    page.designations.add(DesignationFactory.build(grade="national"))

    found = changes(page, before)

    assert ("Sources", "Source", "added") in found
    assert ("Facts", "Designation", "added") in found


def test_of_a_new_page_everything_is_shown(city):
    page = read(city.landmark)
    page.live = False

    found = changes(page, None)

    labels = {label for _tab, label, _kind in found}
    assert {"Title", "Lede", "Address", "Source", "Designation"} <= labels


def test_the_digest_sees_words_and_nothing_else(city):
    page = read(city.landmark)
    said = digest_of(page.save_revision().content)
    page.locked = True
    assert digest_of(page.save_revision().content) == said

    page.body[0].value["cites"] = "2"
    assert digest_of(page.save_revision().content) != said


def test_the_digest_sees_which_pages_a_trail_stops_at(city):
    trail = read(city.trail)
    said = digest_of(trail.save_revision().content)
    stops = list(trail.stops.all())
    stops[0].page = city.person.page_ptr
    trail.stops = stops

    assert digest_of(trail.save_revision().content) != said


def test_the_screen_shows_it_all(people, story):
    page = people.curator.reads(story).content.decode()

    assert "<ins>" in page
    assert "<del>" in page
    assert "Before" in page
    preview = people.curator.client.get(f"/admin/reviews/{story.pk}/preview/")
    assert read(story).get_latest_revision_as_object().lede in preview.content.decode()
