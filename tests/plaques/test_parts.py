"""A plaque may point at a part of a page: a panel, a stop, a spot; in every language."""

import pytest
from django.test import Client
from wagtail.models import Locale

from heritage.plaques.models import Plaque
from heritage.plaques.registries import parts_of
from heritage.plaques.services import plaque_for, plaque_retarget

from .scanning import TONGUES, scan

pytestmark = pytest.mark.django_db

KINDS = {"corridor": "panel", "mural": "spot", "trail": "stop"}


def plaque_at_part(page) -> Plaque:
    [plaque] = Plaque.objects.mint(1)
    return plaque_retarget(plaque=plaque, page=page, part=parts_of(page)[0])


@pytest.mark.parametrize(("which", "kind"), KINDS.items())
def test_a_scan_jumps_to_the_part_and_says_you_are_here_there(city, which, kind):
    plaque = plaque_at_part(getattr(city, which))

    for language in TONGUES:
        path, _, fragment = scan(plaque.code, language)["Location"].partition("#")
        assert fragment == f"{kind}-{plaque.part_key}"
        html = Client().get(path).content.decode()
        start = html.index(f'id="{fragment}"')
        assert plaque.code in html[start : start + 300]
        assert html.count(f'id="{fragment}"') == 1


def test_a_translation_has_its_parts_under_the_same_keys(city):
    english = Locale.objects.get(language_code="en")
    city.neighbourhood.copy_for_translation(english).save_revision().publish()
    for which in ("corridor", "mural"):
        page = getattr(city, which)
        copy = page.copy_for_translation(english)
        copy.save_revision().publish()
        plaque = plaque_at_part(page)

        path, _, fragment = scan(plaque.code, "en")["Location"].partition("#")

        assert path.startswith("/en/")
        assert f'id="{fragment}"' in Client().get(path).content.decode()
        assert [part.key for part in parts_of(copy)] == [part.key for part in parts_of(page)]


def test_a_page_without_parts_has_none(city):
    assert parts_of(city.landmark) == parts_of(None) == []


def test_moving_a_plaque_to_another_part_is_remembered(city):
    plaque = plaque_at_part(city.trail)
    first, second = parts_of(city.trail)[:2]

    plaque_retarget(plaque=plaque, page=city.trail, part=second, note="stop moved")

    event = plaque.events.first()
    assert (event.kind, event.from_part, event.to_part) == ("retargeted", first.key, second.key)
    assert event.title == f"{city.trail.title} · {second.label}"
    assert plaque.label == second.label


def test_the_door_to_a_part_takes_two_queries(city, django_assert_num_queries):
    plaque = plaque_at_part(city.corridor)
    scan("7K3")
    with django_assert_num_queries(2):
        scan(plaque.code)


def test_a_plaque_of_the_whole_page_keeps_its_line_at_the_top(city):
    plaque = plaque_for(page=city.corridor)

    path, _, fragment = scan(plaque.code)["Location"].partition("#")

    assert fragment == f"q-{plaque.code}"
    assert f'id="{fragment}"' in Client().get(path).content.decode()
