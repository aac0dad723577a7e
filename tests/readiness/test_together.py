"""Many pages are asked as one would be, in as many queries as few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heritage.editorial.readiness.judging import draft_readiness, readiness_of
from heritage.editorial.readiness.keeping import readiness_keep
from heritage.editorial.readiness.together import asked_together, drafts_of, together
from heritage.plaques.models import Plaque
from heritage.storytelling.models import Source
from tests.factories import LandmarkPageFactory, PictureFactory, PlaqueFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases, pytest.mark.wagtail8]


@pytest.fixture
def pages(city):
    """Pages that differ in all that checks ask the database for."""
    place = city.landmark.get_parent().specific
    made = [LandmarkPageFactory(parent=place, slug=f"page-{number}") for number in range(4)]
    drafted = made[0]
    drafted.title, drafted.lede, drafted.picture = "改过的名", "只在草稿里。", PictureFactory()
    drafted.sources = [Source(citation="《番禺县志》")]
    drafted.save_revision()
    PlaqueFactory(page=made[1], status=Plaque.Status.FIXED)
    made[2].point_entered = "22.5, 114.1"
    made[2].save_revision()
    return [city.landmark, city.corridor, place, *made]


def told(readiness):
    return [(item.code, item.is_done, item.why, item.url) for item in readiness.items]


def test_each_lacks_what_it_lacks_when_asked_alone(pages):
    drafts = drafts_of([page.pk for page in pages])

    with together(drafts):
        at_once = {draft.pk: told(readiness_of(draft)) for draft in drafts}

    assert at_once == {page.pk: told(draft_readiness(page)) for page in pages}
    assert len({str(one) for one in at_once.values()}) > 3


def test_a_draft_is_the_page_that_wagtail_makes_of_it(pages):
    for draft in drafts_of([page.pk for page in pages]):
        theirs = type(draft).objects.get(pk=draft.pk).get_latest_revision_as_object()
        assert draft.serializable_data() == theirs.serializable_data()
        assert (draft.url_path, draft.locale) == (theirs.url_path, theirs.locale)


def test_a_picture_that_was_deleted_since_is_missing(pages):
    pages[3].get_latest_revision_as_object().picture.delete()

    draft = next(one for one in drafts_of([pages[3].pk]))

    assert draft.picture_id is None


def test_twice_as_many_take_no_more_queries(city):
    place = city.landmark.get_parent().specific
    made = [LandmarkPageFactory(parent=place, slug=f"page-{number}") for number in range(12)]
    for page in made:
        page.sources = [Source(citation="《番禺县志》")]
        page.save_revision()
    readiness_keep(pages=made)

    def asked(some) -> int:
        with CaptureQueriesContext(connection) as queries:
            readiness_keep(pages=some)
        return len(queries)

    assert asked(made) == asked(made[:6])


def test_a_question_is_put_once_and_only_for_those_judged_together(city):
    put = []

    @asked_together
    def name_of(pages):
        put.append(len(pages))
        return {page.pk: page.title for page in pages}

    some = [city.landmark, city.corridor]
    with together(some):
        assert [name_of(page) for page in some] == [page.title for page in some]
        changed = type(city.landmark)(pk=city.landmark.pk, title="另一个")
        assert name_of(changed) == "另一个"
    assert put == [2, 1]
