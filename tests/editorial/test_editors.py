"""What an editor may do, and what not, through the admin's own views."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from heritage.archive.models import Paper, Picture, Recording
from heritage.storytelling.models import NameForm

from ..archive.sounds import wav
from ..city import KINDS
from ..factories import picture_bytes
from .forms import filled_in

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

STORIES = KINDS[1:]
CLOSED = (
    "wagtailusers_users:index",
    "wagtailusers_groups:index",
    "wagtailsites:index",
    "wagtaillocales:index",
    "wagtailadmin_collections:index",
    "wagtailadmin_workflows:index",
    "wagtailadmin_workflows:task_index",
    "wagtailredirects:index",
)


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize("kind", STORIES)
def test_an_editor_writes_and_publishes_a_page_of_each_type(city, editor, kind):
    like = city.pages[kind]
    model = (like._meta.app_label, like._meta.model_name)
    url = reverse("wagtailadmin_pages:add", args=[*model, like.get_parent().pk])
    form = editor.get(url).context["form"]

    editor.post(url, filled_in(form, title="一条新街", **{"action-publish": "1"}))

    page = Page.objects.get(title="一条新街", locale__language_code="zh-hans")
    assert page.live
    assert page.slug == "yitiao-xinjie"


@pytest.mark.parametrize("kind", STORIES)
def test_an_editor_withdraws_a_page_of_each_type(city, editor, kind):
    page = city.pages[kind]

    editor.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    page.refresh_from_db()
    assert not page.live


def test_an_editor_sets_a_day_for_publishing(city, editor):
    page = city.history
    page.unpublish()
    tomorrow = timezone.localtime() + timedelta(days=1)
    form = editor.get(edit_url(page)).context["form"]

    words = filled_in(form, go_live_at=f"{tomorrow:%Y-%m-%d %H:%M}")
    editor.post(edit_url(page), words | {"action-publish": "1"})

    page.refresh_from_db()
    assert not page.live
    assert page.scheduled_revision is not None


def test_two_stories_of_one_name_get_addresses_of_their_own(city, editor):
    url = reverse("wagtailadmin_pages:add", args=["places", "landmarkpage", city.neighbourhood.pk])
    for _time in range(2):
        editor.post(url, filled_in(editor.get(url).context["form"], title="一口井"))

    slugs = Page.objects.filter(title="一口井").values_list("slug", flat=True)
    assert set(slugs) == {"yikou-jing", "yikou-jing-2"}


def test_an_editor_uploads_a_picture(editor):
    file = SimpleUploadedFile("wall.jpg", picture_bytes(), "image/jpeg")

    answer = editor.post(reverse("wagtailimages:add_multiple"), {"files[]": file, "title": "墙"})

    assert answer.json()["success"], answer.content.decode()
    assert Picture.objects.filter(title="墙").exists()


def test_an_editor_uploads_a_document(editor):
    file = SimpleUploadedFile("notice.pdf", b"%PDF-1.4\n%%EOF\n", "application/pdf")

    editor.post(reverse("wagtaildocs:add"), {"title": "告示", "file": file})

    assert Paper.objects.filter(title="告示").exists()


def test_an_editor_uploads_a_recording(editor):
    url = reverse("wagtailsnippets_archive_recording:add")
    words = {"title": "街坊口述", "speech": "yue", "file": SimpleUploadedFile("a.wav", wav(1))}

    editor.post(url, filled_in(editor.get(url).context["form"], **words))

    assert Recording.objects.get().title == "街坊口述"


def test_an_editor_keeps_the_list_of_traditional_names(editor):
    url = reverse("wagtailsnippets_storytelling_nameform:add")

    editor.post(url, {"simplified": "乐善好施", "traditional": "樂善好施"})

    assert NameForm.objects.get().traditional == "樂善好施"


@pytest.mark.parametrize("name", CLOSED)
def test_what_is_the_operators_is_closed_to_an_editor(editor, name):
    answer = editor.get(reverse(name))

    assert answer.status_code == 302
    assert answer.url == reverse("wagtailadmin_home")


def test_site_settings_are_closed_to_an_editor(editor):
    answer = editor.get(reverse("wagtailsettings:edit", args=["home", "sitesettings"]))

    assert answer.status_code == 302


@pytest.mark.parametrize("name", ["wagtailadmin_home", "story_date", "place_point", "begin_story"])
def test_a_stranger_is_asked_to_sign_in(db, client, name):
    answer = client.get(reverse(name))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("wagtailadmin_login"))


def test_the_menu_holds_what_an_editor_needs(editor):
    page = editor.get(reverse("wagtailadmin_home")).content.decode()

    assert reverse("wagtailimages:index") in page
    assert reverse("wagtailadmin_reports:site_history") not in page
