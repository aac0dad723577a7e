"""The explorer's column and the report, from the stored rows."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heritage.editorial.readiness.keeping import readiness_keep
from heritage.editorial.readiness.models import PageReadiness
from heritage.editorial.teams.founding import EDITORS
from heritage.plaques.caring import plaque_fix
from tests.factories import LandmarkPageFactory, RecordingFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
READINESS = 'FROM "readiness_pagereadiness"'


@pytest.fixture
def unready(city):
    """The landmark without its lede, and every row kept."""
    city.landmark.lede = ""
    city.landmark.save_revision()
    readiness_keep(pages=city.pages.values())
    return city.landmark


def explore(client, page):
    return client.get(reverse("wagtailadmin_explore", args=[page.pk]))


def test_the_explorer_shows_a_meter_for_one_query(admin, city, unready):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        html = explore(admin, city.neighbourhood).content.decode()
    asked = [one for one in queries if READINESS in one["sql"]]
    assert html.count("<meter") == 6
    assert len(asked) == 1


def test_a_page_that_nobody_asked_yet_is_asked_when_a_list_shows_it(admin, city, unready):
    PageReadiness.objects.filter(page=unready.pk).delete()

    explore(admin, city.neighbourhood)

    assert PageReadiness.objects.get(page=unready.pk).lacking


def report(client, **asked):
    return client.get(reverse("readiness:report"), asked)


def titles(answer) -> list[str]:
    return [page.title for page in answer.context["object_list"]]


def test_the_report_begins_with_the_least_ready(admin, city, unready):
    answer = report(admin)
    assert titles(answer)[0] == unready.title
    assert len(titles(answer)) == len(city.pages) - 1


def test_the_report_filters_by_what_is_missing_and_where(admin, city, unready):
    assert titles(report(admin, missing="lede")) == [unready.title]
    assert unready.title in titles(report(admin, neighbourhood=city.neighbourhood.pk))
    kind = unready.content_type_id
    assert titles(report(admin, content_type=kind)) == [unready.title]


def test_the_report_is_exported_without_formulas(admin, city, unready):
    unready.title = "=1+1"
    unready.save()
    text = b"".join(report(admin, export="csv").streaming_content).decode()
    assert "'=1+1" in text
    assert report(admin, export="xlsx").status_code == 200


def test_an_editor_sees_the_pages_that_are_theirs_alone(client, city, unready):
    stranger = UserFactory()
    client.force_login(stranger)
    assert report(client).status_code == 302
    stranger.groups.add(Group.objects.get(name=EDITORS))
    assert unready.title in titles(report(client))


def test_a_plaque_that_is_fixed_counts_for_its_page(city, django_capture_on_commit_callbacks):
    readiness_keep(pages=[city.landmark])
    assert "plaque" in PageReadiness.objects.get().wished_codes
    with django_capture_on_commit_callbacks(execute=True):
        plaque_fix(plaque=city.plaque)
    row = PageReadiness.objects.get(page=city.landmark.pk)
    assert "plaque" not in row.wished_codes


def test_words_given_to_a_picture_count_for_its_pages(city, django_capture_on_commit_callbacks):
    picture = city.landmark.picture
    type(picture).objects.update(alt_zh="")
    readiness_keep(pages=[city.landmark])
    assert PageReadiness.objects.lacking("picture-words").exists()
    picture.alt_zh = "一座青砖房"
    with django_capture_on_commit_callbacks(execute=True):
        picture.save()
    assert not PageReadiness.objects.lacking("picture-words").exists()


def test_a_transcript_counts_for_its_pages(city, django_capture_on_commit_callbacks):
    recording = RecordingFactory(transcript="")
    city.landmark.recordings.create(recording=recording)
    city.landmark.save_revision().publish()
    readiness_keep(pages=[city.landmark])
    assert PageReadiness.objects.lacking("transcript").exists()
    recording.transcript = "下雨天走骑楼底。"
    with django_capture_on_commit_callbacks(execute=True):
        recording.save()
    assert not PageReadiness.objects.lacking("transcript").exists()


def test_the_report_asks_no_more_for_more_pages(admin, city, unready):
    def count():
        with CaptureQueriesContext(connection) as queries:
            report(admin)
        return len(queries)

    count()
    before = count()
    more = [LandmarkPageFactory(parent=city.neighbourhood) for _ in range(5)]
    readiness_keep(pages=more)
    assert count() == before
