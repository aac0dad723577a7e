"""The admin's own search, its page explorer and its choosers find Chinese, through the client."""

import pytest
from django.urls import reverse

from heritage.archive.models import Picture
from tests.factories import PictureFactory

pytestmark = [pytest.mark.databases, pytest.mark.wagtail8]


@pytest.mark.parametrize("question", ["骑楼街", "騎樓", "宁街"])
def test_the_admin_search_finds_words_of_a_body(library, admin, question):
    answer = admin.get(reverse("wagtailadmin_pages:search"), {"q": question})
    assert "恩宁路街区" in answer.content.decode()
    assert "陈家祠" not in answer.content.decode()


@pytest.mark.parametrize("question", ["陈氏书院", "書院", "chenjia"])
def test_the_explorer_finds_other_names_and_spellings(library, admin, question):
    folder = library["chen"].get_parent()
    answer = admin.get(reverse("wagtailadmin_explore", args=[folder.pk]), {"q": question})
    assert "陈家祠" in answer.content.decode()
    assert "沙面建筑群" not in answer.content.decode()


@pytest.mark.parametrize("question", ["家祠", "陳家", "cjc"])
def test_the_page_chooser_finds_part_of_a_name(library, admin, question):
    answer = admin.get(
        reverse("wagtailadmin_choose_page_search"),
        {"q": question, "page_type": "places.LandmarkPage"},
    )
    assert "陈家祠" in answer.content.decode()
    assert "沙面建筑群" not in answer.content.decode()


def test_pictures_are_found_by_what_they_show(library):
    wanted = PictureFactory(title="荔枝湾涌", alt_zh="两岸的榕树")
    for question in ("枝湾", "榕樹", "lizhiwan"):
        assert list(Picture.objects.autocomplete(question)) == [wanted]


@pytest.mark.parametrize("question", ['"', "\x00", "骑* OR NOT (", "😀", "骑楼" * 3_000])
def test_no_question_breaks_the_admin(library, admin, question):
    for name in ("wagtailadmin_pages:search", "wagtailadmin_choose_page_search"):
        assert admin.get(reverse(name), {"q": question}).status_code == 200
