"""Somebody with a phone in front of an unbound plaque: two taps, a photograph, done."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Page

from heritage.archive.models import Picture
from heritage.plaques.models import Plaque
from heritage.plaques.registries import parts_of
from heritage.plaques.services import plaque_for

from ..factories import LandmarkPageFactory, NeighbourhoodPageFactory, picture_bytes
from .people import editor_of
from .scanning import scan

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

AT_THE_MURAL = {"lat": "23.117210", "lng": "113.235510", "accuracy": "7"}


@pytest.fixture
def plaque(city) -> Plaque:
    [plaque] = Plaque.objects.mint(1, neighbourhood_key=city.neighbourhood.translation_key)
    return plaque


@pytest.fixture
def operator(city) -> Client:
    return editor_of(city.neighbourhood, "change_plaque")


@pytest.fixture
def elsewhere(city) -> Page:
    """A page of another neighbourhood, standing right beside the mural."""
    other = NeighbourhoodPageFactory(parent=city.home, slug="pantang", title="泮塘")
    return LandmarkPageFactory(
        parent=other, slug="beside", title="隔壁", point_entered="23.1172, 113.2355"
    )


def url(plaque) -> str:
    return f"/q/{plaque.code}/fix/"


def offered(answer) -> list[str]:
    return [offer.page.title for offer in answer.context["offers"]]


def test_the_nearest_comes_first_and_two_taps_fix_the_plaque(city, plaque, operator):
    near = operator.get(url(plaque), AT_THE_MURAL)
    assert offered(near)[0] == city.mural.title
    assert near.context["offers"][0].metres < 10

    chosen = operator.get(url(plaque), {"page": city.mural.pk, **AT_THE_MURAL})
    assert city.mural.title in chosen.content.decode()
    photo = SimpleUploadedFile("IMG_1.jpg", picture_bytes((640, 480)), "image/jpeg")
    done = operator.post(
        url(plaque),
        {
            "page": city.mural.pk,
            "photo": photo,
            "keep_position": "on",
            "mount": "wall",
            **AT_THE_MURAL,
        },
    )

    assert done["Location"] == f"/q/{plaque.code}/fix/?done=1"
    assert "/enning/opera-wall/" in scan(plaque.code)["Location"]
    plaque.refresh_from_db()
    assert (plaque.status, plaque.mount, plaque.accuracy_m) == ("fixed", "wall", 7)
    assert plaque.position == (23.11721, 113.23551)
    assert plaque.photo.credit
    assert [event.kind for event in plaque.events.all()] == ["fixed", "bound", "minted"]
    assert all(event.by for event in plaque.events.filter(kind__in=["fixed", "bound"]))


def test_what_a_phone_does_not_send_is_not_needed(city, plaque, operator):
    operator.post(url(plaque), {"page": city.mural.pk})

    plaque.refresh_from_db()
    assert (plaque.status, plaque.position, plaque.photo) == ("fixed", None, None)


def test_a_position_that_is_not_accepted_is_not_kept(city, plaque, operator):
    operator.post(url(plaque), {"page": city.mural.pk, **AT_THE_MURAL})

    plaque.refresh_from_db()
    assert plaque.position is None


@pytest.mark.parametrize("lat", ["nan", "91", "x", "1e400", "-inf"])
def test_a_position_off_the_globe_is_refused_in_peace(city, plaque, operator, lat):
    said = {"lat": lat, "lng": "113.2", "keep_position": "on"}
    page = {"page": city.mural.pk}
    assert operator.get(url(plaque), said).status_code == 200
    assert operator.get(url(plaque), {**page, **said}).status_code == 200
    assert operator.post(url(plaque), {**page, **said}).status_code == 200

    plaque.refresh_from_db()
    assert not plaque.is_bound


def test_a_page_is_found_by_its_name_in_any_language(city, plaque, operator):
    answer = operator.get(url(plaque), {"find": "粤剧"})

    assert offered(answer) == [city.mural.title]
    assert offered(operator.get(url(plaque), {"find": "%_"})) == []


def test_without_a_position_the_lane_it_was_minted_for_is_offered(city, plaque, operator):
    assert set(offered(operator.get(url(plaque)))) >= {city.mural.title, city.corridor.title}


def test_a_part_of_the_page_is_chosen_on_the_spot(city, plaque, operator):
    part = parts_of(city.corridor)[0]
    shown = operator.get(url(plaque), {"page": city.corridor.pk})
    assert part.label in shown.content.decode()

    operator.post(url(plaque), {"page": city.corridor.pk, "part": part.key})

    assert scan(plaque.code)["Location"].endswith(f"#panel-{part.key}")


def test_a_photograph_that_is_none_is_refused_and_nothing_is_kept(city, plaque, operator):
    answer = operator.post(
        url(plaque),
        {
            "page": city.mural.pk,
            "photo": SimpleUploadedFile("a.jpg", b"<svg onload=alert(1)>", "image/jpeg"),
        },
    )

    assert answer.status_code == 200
    assert answer.context["form"].errors["photo"]
    plaque.refresh_from_db()
    assert not plaque.is_bound
    assert not Picture.objects.filter(title__startswith=plaque.code).exists()


def test_pages_of_another_neighbourhood_are_neither_offered_nor_taken(plaque, operator, elsewhere):
    near = operator.get(url(plaque), AT_THE_MURAL)
    assert elsewhere.title not in offered(near)
    assert offered(operator.get(url(plaque), {"find": elsewhere.title})) == []

    for number in (elsewhere.pk, elsewhere.get_parent().pk):
        for answer in (
            operator.get(url(plaque), {"page": number}),
            operator.post(url(plaque), {"page": number}),
        ):
            assert answer.status_code in {302, 403}
    for nonsense in ("0", "-1", "x", "", "9" * 30, "٣"):
        answer = operator.post(url(plaque), {"page": nonsense})
        assert answer.status_code in {302, 403, 404}
    plaque.refresh_from_db()
    assert not plaque.is_bound


def test_a_plaque_of_another_neighbourhood_is_not_taken_from_its_page(city, operator, elsewhere):
    theirs = plaque_for(page=elsewhere)

    assert operator.get(url(theirs))["Location"] == f"/q/{theirs.code}"
    answer = operator.post(url(theirs), {"page": city.mural.pk})

    assert answer.status_code == 403
    theirs.refresh_from_db()
    assert theirs.target_key == elsewhere.translation_key


def test_who_may_not_change_plaques_is_sent_the_visitors_way(city, plaque):
    looker = editor_of(city.neighbourhood, "view_plaque")

    assert looker.get(url(plaque))["Location"] == f"/q/{plaque.code}"
    assert looker.post(url(plaque), {"page": city.mural.pk}).status_code == 403
    assert Client().get(url(plaque))["Location"].startswith("/admin/login/")
    posted = Client().post(url(plaque), {"page": city.mural.pk})
    assert posted["Location"].startswith("/admin/login/")
    plaque.refresh_from_db()
    assert not plaque.is_bound


def test_a_form_from_elsewhere_is_refused(city, plaque):
    client = editor_of(city.neighbourhood, "change_plaque", client=Client(enforce_csrf_checks=True))

    assert client.post(url(plaque), {"page": city.mural.pk}).status_code == 403


def test_the_page_at_the_wall_runs_nothing_inline(city, plaque, operator):
    for answer in (
        operator.get(url(plaque)),
        operator.get(url(plaque), {"page": city.corridor.pk}),
    ):
        html = answer.content.decode()
        assert "unsafe-inline" not in answer["Content-Security-Policy"]
        assert " style=" not in html
        assert " onclick=" not in html
        assert "no-store" in answer["Cache-Control"]


def test_a_plaque_that_has_its_page_already_is_only_fixed(city, operator):
    bound = plaque_for(page=city.mural)

    shown = operator.get(url(bound))
    assert city.mural.title in shown.content.decode()
    operator.post(url(bound), {"page": city.mural.pk})

    bound.refresh_from_db()
    assert bound.status == "fixed"
    assert [event.kind for event in bound.events.all()] == ["fixed", "bound", "minted"]
