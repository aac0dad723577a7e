"""The register: minted without collisions, re-targeted with a history, never deleted."""

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError
from wagtail.models import Locale, Page

from heritage.plaques import codes
from heritage.plaques.models import Plaque, PlaqueEvent
from heritage.plaques.services import (
    plaque_for,
    plaque_retarget,
    plaque_retire,
)

from ..factories import LandmarkPageFactory, NeighbourhoodPageFactory, PlaqueFactory, UserFactory

pytestmark = pytest.mark.django_db


def kinds(plaque) -> list[str]:
    return [event.kind for event in reversed(plaque.events.all())]


@pytest.mark.databases
def test_a_batch_is_minted_in_few_queries_and_all_codes_differ(django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        plaques = Plaque.objects.mint(1000)
    assert len({plaque.code for plaque in plaques}) == 1000
    assert all(codes.is_valid(plaque.code) for plaque in plaques)
    assert PlaqueEvent.objects.filter(kind="minted").count() == 1000


def test_a_code_that_is_taken_is_not_minted_again(monkeypatch):
    taken = PlaqueFactory()
    drawn = iter([taken.code, taken.code, codes.mint()])
    monkeypatch.setattr("heritage.plaques.models.plaque.mint", lambda: next(drawn))

    [plaque] = Plaque.objects.mint(1)

    assert plaque.code != taken.code


def test_codes_minted_elsewhere_at_the_same_moment_are_drawn_again(monkeypatch):
    taken = PlaqueFactory()
    drawn = iter([{taken.code}, {codes.mint()}])
    monkeypatch.setattr(
        "heritage.plaques.models.plaque.PlaqueQuerySet._unused_codes", lambda self, n: next(drawn)
    )

    [plaque] = Plaque.objects.mint(1)

    assert plaque.code != taken.code


def test_a_batch_is_minted_whole_or_not_at_all(monkeypatch):
    taken = PlaqueFactory()
    monkeypatch.setattr(
        "heritage.plaques.models.plaque.PlaqueQuerySet._unused_codes",
        lambda self, n: {taken.code, codes.mint()},
    )

    with pytest.raises(IntegrityError):
        Plaque.objects.mint(2)

    assert Plaque.objects.count() == 1


def test_retargeting_remembers_who_pointed_it_where_and_why(city):
    user = UserFactory()
    [plaque] = Plaque.objects.mint(1)

    plaque_retarget(plaque=plaque, page=city.landmark, by=user)
    plaque_retarget(plaque=plaque, page=city.mural, by=user, note="wall repainted")
    plaque_retarget(plaque=plaque, page=city.mural, by=user)
    plaque_retarget(plaque=plaque, page=None)

    assert kinds(plaque) == ["minted", "bound", "retargeted", "unbound"]
    event = plaque.events.get(kind="retargeted")
    assert (event.from_key, event.to_key) == (
        city.landmark.translation_key,
        city.mural.translation_key,
    )
    assert (event.title, event.by, event.note) == (city.mural.title, user, "wall repainted")


def test_a_bound_plaque_knows_its_name_and_neighbourhood(city):
    [plaque] = Plaque.objects.mint(1)

    plaque_retarget(plaque=plaque, page=Page.objects.get(pk=city.landmark.pk))

    plaque.refresh_from_db()
    assert plaque.label == city.landmark.title
    assert plaque.neighbourhood_key == city.neighbourhood.translation_key


def test_a_page_directly_under_home_is_its_own_neighbourhood(city):
    plaque = plaque_for(page=city.neighbourhood)

    assert plaque.neighbourhood_key == city.neighbourhood.translation_key


def test_a_translation_binds_like_its_source(city):
    english = Locale.objects.get(language_code="en")
    city.neighbourhood.copy_for_translation(english)
    copy = city.landmark.copy_for_translation(english)
    copy.title = "House"
    copy.save()

    plaque = plaque_for(page=copy)

    assert plaque.label == city.landmark.title
    assert plaque.neighbourhood_key == city.neighbourhood.translation_key


def test_a_page_gets_one_plaque_however_often_it_is_asked_for(city):
    first = plaque_for(page=city.mural)

    assert plaque_for(page=city.mural) == first
    assert Plaque.objects.of_page(city.mural).count() == 1


def test_a_page_whose_plaque_is_retired_gets_another(city):
    retired = plaque_retire(plaque=plaque_for(page=city.mural), note="torn off")

    assert plaque_for(page=city.mural) != retired


def test_a_moved_page_takes_its_plaques_to_the_new_neighbourhood(city):
    other = NeighbourhoodPageFactory(parent=city.home, slug="pantang", title="泮塘")
    plaque = plaque_for(page=city.landmark)
    stays = plaque_for(page=city.mural)

    Page.objects.get(pk=city.landmark.pk).move(Page.objects.get(pk=other.pk), pos="last-child")

    plaque.refresh_from_db()
    stays.refresh_from_db()
    assert plaque.neighbourhood_key == other.translation_key
    assert stays.neighbourhood_key == city.neighbourhood.translation_key


def test_no_plaque_and_no_history_is_ever_deleted(city):
    plaque = plaque_for(page=LandmarkPageFactory(parent=city.neighbourhood, slug="gone"))
    for delete in (
        plaque.delete,
        Plaque.objects.all().delete,
        Plaque.objects.bound().delete,
        plaque.events.all().delete,
        plaque.events.first().delete,
    ):
        with pytest.raises(ProtectedError):
            delete()
    Page.objects.get(slug="gone").delete()
    plaque.refresh_from_db()
    assert plaque.is_bound


def test_history_outlives_the_person_who_made_it(city):
    user = UserFactory()
    plaque = plaque_for(page=city.mural, by=user)

    user.delete()

    assert kinds(plaque) == ["minted", "bound"]
