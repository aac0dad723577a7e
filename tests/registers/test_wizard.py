"""An operator brings a register in through the admin: file, columns, check, drafts, and back."""

import csv
import io

import pytest
from django.urls import reverse
from wagtail.models import Page

from heritage.places.models import LandmarkPage
from heritage.registers.admin import uploads
from heritage.registers.models import RegisterImport, SavedMapping

from .wizard_steps import BAD, at, checked, columns, record, upload

pytestmark = pytest.mark.django_db
State = RegisterImport.State


def test_from_a_file_to_drafts(operator):
    answer = upload(operator)
    assert answer.url == at("columns")
    answer = operator.get(answer.url)
    assert "恩龙里34号" in answer.text and "UTF-8" in answer.text

    answer = columns(operator)
    assert answer.url == at("checked")
    answer = operator.get(answer.url)
    assert not LandmarkPage.objects.exists()
    assert "陈家祠" in answer.text and record().counts == {"create": 2}

    answer = operator.post(at("checked"), {"scope": "all"})
    assert answer.url == at("result")
    page = LandmarkPage.objects.get(title="陈家祠")
    assert not page.live and page.owner.username == "operator"
    answer = operator.get(answer.url)
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in answer.text
    assert operator.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    assert not uploads.is_kept(record())


def test_a_column_is_corrected_before_the_check(operator):
    upload(operator, "牌子,在哪\n陈家祠,恩龙里34号\n")
    place = Page.objects.get(slug="enning")

    columns(operator, column_0="title", column_1="address", into_id=place.pk)
    operator.post(at("checked"), {"scope": "all"})

    assert LandmarkPage.objects.get().address == "恩龙里34号"


def test_columns_are_kept_under_a_name_for_the_next_list(operator):
    upload(operator, "牌子,所在社区\n陈家祠,恩宁路\n")
    columns(operator, column_0="title", save_as="荔湾区台账")
    assert SavedMapping.objects.get().words["牌子"] == "title"

    upload(operator, "牌子,所在社区\n仁威庙,恩宁路\n")
    form = operator.get(at("columns"), {"saved": "荔湾区台账"}).context["form"]

    assert form["column_0"].value() == "title"


def test_a_file_without_a_name_column_says_which_is_missing(operator):
    upload(operator, "牌子,所在社区\n陈家祠,恩宁路\n")

    answer = operator.get(columns(operator).url)

    assert record().state == State.UPLOADED
    assert record().trouble in answer.text and record().trouble


def test_refused_rows_are_shown_with_reasons_and_downloaded(operator):
    checked(operator, BAD)

    answer = operator.get(at("checked"), {"show": "refuse"})
    assert "锦纶会馆" in answer.text and "陈家祠" not in answer.text
    assert "register-refused" in answer.text
    file = operator.get(at("refused"))
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert len(rows) == 2 and rows[1][0] == "锦纶会馆"

    operator.post(at("checked"), {"scope": "good"})
    assert LandmarkPage.objects.count() == 2


def test_all_or_nothing_is_refused_where_a_row_is(operator):
    checked(operator, BAD)

    answer = operator.post(at("checked"), {"scope": "all"}, follow=True)

    assert not LandmarkPage.objects.exists()
    assert record().state == State.PLANNED and record().trouble in answer.text


def test_brought_in_twice_nothing_changes(operator):
    for _time in range(2):
        checked(operator)
        operator.post(at("checked"), {"scope": "all"})

    assert LandmarkPage.objects.count() == 2
    assert record().counts == {"same": 2}
    assert record().state == State.PLANNED or record().state == State.DONE


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"", "empty"), (b"%PDF-1.7 ...", "PDF"), (b"\x00" * 4000, ""), ("名称\n".encode(), "")],
)
def test_what_is_no_register_is_refused_in_words(operator, content, word, settings):
    settings.LANGUAGE_CODE = "en"
    answer = upload(operator, content)

    assert answer.status_code == 200 and answer.context["form"].errors["file"]
    assert not RegisterImport.objects.exists()


def test_not_this_file_after_all(operator):
    checked(operator)
    path = uploads.path_of(record())
    assert path.exists() and not str(path).startswith(str(operator.get))

    operator.post(at("discard"))

    assert not path.exists() and not RegisterImport.objects.exists()


def test_taken_back_from_the_page(operator):
    checked(operator)
    operator.post(at("checked"), {"scope": "all"})
    LandmarkPage.objects.get(title="陈家祠").save_revision(log_action=True)
    assert operator.get(at("undo")).context["made"] == 2

    answer = operator.post(at("undo"), follow=True)

    assert record().state == State.UNDONE
    assert LandmarkPage.objects.get().title == "陈家祠"
    assert "陈家祠" in operator.get(at("result"), {"show": "left"}).text
    assert answer.status_code == 200 and operator.post(at("undo")).url == at("result")
