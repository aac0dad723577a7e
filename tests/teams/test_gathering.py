"""What a team brings with it into its collection: what its pages alone use."""

import pytest
from django.urls import reverse
from wagtail.models import Collection, Locale

from heritage.editorial.teams.asking import team_of
from heritage.editorial.teams.gathering import items_gather
from heritage.editorial.teams.services import team_found
from heritage.storytelling.models import StoryRecording

from ..factories import (
    LandmarkPageFactory,
    NeighbourhoodPageFactory,
    PictureFactory,
    RecordingFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def demo_pictures():
    """A collection that belongs to no team, as the demo's own is."""
    return Collection.get_first_root_node().add_child(name="示范城市")


def collection_of(item):
    return type(item).objects.get(pk=item.pk).collection


def test_pictures_that_only_its_pages_use_come_along_in_every_language(city, team):
    english = Locale.objects.get(language_code="en")
    city.neighbourhood.copy_for_translation(english, copy_parents=True).save()
    city.landmark.copy_for_translation(english).save()

    assert items_gather(page=city.neighbourhood, collection=team.collection) == 1
    assert collection_of(city.landmark.picture) == team.collection
    assert items_gather(page=city.neighbourhood, collection=team.collection) == 0


def test_what_stands_elsewhere_too_or_nowhere_is_left_to_all(city, team):
    other = NeighbourhoodPageFactory(parent=city.home, slug="datang", title="大塘")
    LandmarkPageFactory(parent=other, slug="there", picture=city.landmark.picture)
    unused = PictureFactory(title="没用过")

    assert items_gather(page=city.neighbourhood, collection=team.collection) == 0
    assert team.collection not in {collection_of(city.landmark.picture), collection_of(unused)}


def test_recordings_come_along_from_any_collection_that_is_no_teams(city, team, demo_pictures):
    recording = RecordingFactory(collection=demo_pictures)
    city.landmark.recordings = [StoryRecording(recording=recording)]
    city.landmark.save()

    items_gather(page=city.neighbourhood, collection=team.collection)

    assert collection_of(recording) == team.collection


def test_another_teams_pictures_stay_where_they_are(city, team):
    other = NeighbourhoodPageFactory(parent=city.home, slug="datang", title="大塘")
    theirs = team_found(page=other, by=None).collection
    picture = PictureFactory(collection=theirs)
    city.landmark.picture = picture
    city.landmark.save()

    items_gather(page=city.neighbourhood, collection=team.collection)

    assert collection_of(picture) == theirs


@pytest.mark.parametrize("is_ticked", [True, False])
def test_the_set_up_screen_says_how_many_and_asks(city, operator, is_ticked):
    url = reverse("people:found", args=[city.neighbourhood.pk])
    assert "pictures 1" in operator.get(url).content.decode()
    sent = {"people-TOTAL_FORMS": 0, "people-INITIAL_FORMS": 0}

    operator.post(url, sent | ({"gather": "on"} if is_ticked else {}))

    team = team_of(city.landmark)
    assert (collection_of(city.landmark.picture) == team.collection) is is_ticked
