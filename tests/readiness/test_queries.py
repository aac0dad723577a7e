"""Asking takes a number of queries that does not grow with the page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heritage.editorial.readiness.judging import readiness_of
from heritage.editorial.readiness.models import WatchedWord
from heritage.places.models import CorridorPanel
from heritage.storytelling.models import Source, StoryRecording
from tests.factories import PictureFactory, RecordingFactory

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]
MOST = 40


def queries_of(page) -> int:
    # Wagtail itself asks for every row when it reads a revision; that is not the checks' doing.
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    with CaptureQueriesContext(connection) as queries:
        readiness_of(draft)
    return len(queries)


def blocks(count: int) -> list:
    return [
        block
        for number in range(count)
        for block in (
            ("text", {"text": f"<p>第{number}段。</p>", "cites": "1"}),
            ("picture", {"picture": PictureFactory(), "caption": "", "cites": ""}),
            ("audio", {"recording": RecordingFactory(), "caption": ""}),
            (
                "gallery",
                {
                    "title": "",
                    "pictures": [
                        {"picture": PictureFactory(), "caption": "", "cites": ""}
                        for _twice in range(2)
                    ],
                },
            ),
        )
    ]


def test_a_long_page_is_asked_as_cheaply_as_a_short_one(city):
    WatchedWord.objects.create(word="敏感词")
    page = city.corridor

    def with_rows(count: int) -> int:
        page.body = blocks(count)
        page.sources = [Source(citation=f"《书{number}》") for number in range(count)]
        page.recordings = [StoryRecording(recording=RecordingFactory()) for _ in range(count)]
        page.panels_in_order = [
            CorridorPanel(title=f"{number}", picture=PictureFactory()) for number in range(count)
        ]
        page.save_revision()
        return queries_of(page)

    with_rows(1)
    few = with_rows(1)
    assert with_rows(6) == few <= MOST


@pytest.mark.parametrize("kind", ["neighbourhood", "landmark", "history", "person", "trail"])
def test_each_kind_of_page_is_asked_within_bounds(city, kind):
    assert queries_of(getattr(city, kind)) <= MOST
