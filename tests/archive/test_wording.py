"""The archive's words on the pages of each language: the reader's half, in the reader's script."""

import pytest
from django.utils.translation import override

from heritage.storytelling.models import NameForm
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_what_a_picture_shows_is_said_in_the_readers_script():
    picture = make.PictureFactory(alt_zh="巷里的一面墙", alt_en="A lane wall")
    with override("zh-hant"):
        assert picture.default_alt_text == "巷裡的一面牆"
    with override("zh-hans"):
        assert picture.default_alt_text == "巷里的一面墙"
    with override("en"):
        assert picture.default_alt_text == "A lane wall"


def test_a_credit_in_two_languages_shows_the_readers_own():
    picture = make.PictureFactory(credit="骑楼项目绘制 | drawn for Qilou", date_text="约1930年代")
    with override("en"):
        assert picture.credit_shown == "drawn for Qilou"
    with override("zh-hans"):
        assert picture.credit_shown == "骑楼项目绘制"
    with override("zh-hant"):
        assert picture.credit_shown == "騎樓項目繪製"
        assert picture.date_shown == "約1930年代"


@pytest.mark.parametrize("credit", ["广州市档案馆 | ", "广州市档案馆"])
def test_a_credit_in_one_language_is_shown_to_all(credit):
    with override("en"):
        assert make.PictureFactory(credit=credit).credit_shown == "广州市档案馆"


def test_a_name_is_written_as_its_owners_write_it_once_they_have_said_so():
    picture = make.PictureFactory(alt_zh="里仁里的门楼")
    with override("zh-hant"):
        before = picture.default_alt_text
        NameForm.objects.create(simplified="里仁里", traditional="里仁里")
        assert picture.default_alt_text == "里仁里的門樓"
    assert before.endswith("的門樓")
