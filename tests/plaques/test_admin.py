"""The register in the admin: for those who may, without a way to delete, in words that help."""

import io
from urllib.parse import unquote

import pytest
import zxingcpp
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Page

from heritage.plaques.models import Plaque
from heritage.plaques.services import plaque_for

from ..factories import PlaqueFactory
from .people import editor_of

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

INDEX = "plaques:index"


def form(**said) -> dict:
    return {"page": "", "label": "", "kind": "story", "why": "", "note": "", **said}


def test_a_new_plaque_is_minted_and_bound(city, admin):
    answer = admin.post(reverse("plaques:add"), form(page=city.mural.pk, why="new wall"))

    assert answer.status_code == 302
    plaque = Plaque.objects.of_page(city.mural).get()
    assert plaque.label == city.mural.title
    assert plaque.neighbourhood_key == city.neighbourhood.translation_key
    assert [event.kind for event in plaque.events.all()] == ["bound", "minted"]
    assert {event.note for event in plaque.events.all()} == {"new wall"}
    assert all(event.by for event in plaque.events.all())


def test_a_plaque_may_be_minted_before_its_story_is_known(admin):
    admin.post(reverse("plaques:add"), form(label="Lane 5", note="by the well"))

    plaque = Plaque.objects.get()
    assert (plaque.is_bound, plaque.label, plaque.status) == (False, "Lane 5", "minted")
    assert plaque.note == "by the well"


def test_a_plaque_is_pointed_elsewhere_and_remembers(city, admin):
    plaque = plaque_for(page=city.landmark)
    url = reverse("plaques:edit", args=[plaque.pk])

    assert city.landmark.title in admin.get(url).content.decode()
    admin.post(url, form(page=city.trail.pk, label=plaque.label, why="moved"))

    plaque.refresh_from_db()
    assert plaque.target_key == city.trail.translation_key
    assert plaque.label == city.trail.title
    assert [event.kind for event in plaque.events.all()][:1] == ["retargeted"]


def test_words_chosen_for_the_plaque_are_kept(city, admin):
    plaque = plaque_for(page=city.landmark)

    admin.post(
        reverse("plaques:edit", args=[plaque.pk]), form(page=city.mural.pk, label="Opera wall")
    )

    plaque.refresh_from_db()
    assert plaque.label == "Opera wall"


def test_saving_a_plaque_whose_page_was_deleted_does_not_forget_the_page(city, admin):
    plaque = plaque_for(page=city.mural)
    Page.objects.get(pk=city.mural.pk).delete()

    answer = admin.post(reverse("plaques:edit", args=[plaque.pk]), form(note="ask the team"))

    assert answer.status_code == 302
    plaque.refresh_from_db()
    assert plaque.target_key == city.mural.translation_key


def test_the_list_finds_by_code_as_typed_by_name_and_by_note(city, admin):
    plaque = plaque_for(page=city.mural)
    Plaque.objects.filter(pk=plaque.pk).update(note="beside the pond")
    PlaqueFactory(label="elsewhere")

    for words in (f"{plaque.code[:3]}-{plaque.code[3:]}".lower(), city.mural.title, "pond"):
        answer = admin.get(reverse(INDEX), {"q": words})
        assert [row.code for row in answer.context["object_list"]] == [plaque.code]
        assert city.neighbourhood.title in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"page": "yes"}, {"bound"}),
        ({"page": "no"}, {"unbound", "fixed"}),
        ({"status": "fixed"}, {"fixed"}),
    ],
)
def test_the_list_is_narrowed_down(city, admin, query, found):
    Plaque.objects.update(label="bound")
    PlaqueFactory(label="unbound")
    PlaqueFactory(label="fixed", status="fixed")

    rows = admin.get(reverse(INDEX), query).context["object_list"]

    assert {row.label for row in rows} == found


def test_the_list_is_narrowed_down_to_a_neighbourhood(city, admin):
    PlaqueFactory()

    rows = admin.get(reverse(INDEX), {"neighbourhood": city.neighbourhood.pk}).context[
        "object_list"
    ]

    assert [row.code for row in rows] == [city.plaque.code]


def test_a_long_list_costs_no_more_queries(city, admin, django_assert_max_num_queries):
    admin.get(reverse(INDEX))
    with django_assert_max_num_queries(40) as few:
        admin.get(reverse(INDEX))
    for _ in range(20):
        PlaqueFactory(page=city.mural)
    with django_assert_max_num_queries(len(few)):
        admin.get(reverse(INDEX))


def test_everything_about_a_plaque_is_on_its_sheet(city, admin):
    plaque = plaque_for(page=city.mural, note="for the festival")

    sheet = admin.get(reverse("plaques:inspect", args=[plaque.pk])).content.decode()

    for words in ("<svg", plaque.code, city.mural.title, "for the festival", "100 mm"):
        assert words in sheet


def test_nobody_can_delete_a_plaque(city, admin):
    url = reverse("plaques:delete", args=[city.plaque.pk])

    admin.get(url)
    admin.post(url)

    assert Plaque.objects.filter(pk=city.plaque.pk).exists()
    assert (
        "/delete/" not in admin.get(reverse("plaques:edit", args=[city.plaque.pk])).content.decode()
    )
    assert not Permission.objects.filter(codename="delete_plaque").exists()


@pytest.mark.parametrize("mm", [25, 50, 200])
def test_a_file_for_print_is_read_back(city, admin, mm):
    answer = admin.get(reverse("plaques:qr_png", args=[city.plaque.code]), {"mm": mm})
    image = Image.open(io.BytesIO(answer.content)).convert("L")

    assert answer["Content-Type"] == "image/png"
    assert image.width >= mm / 25.4 * 300
    assert zxingcpp.read_barcodes(image)[0].text.endswith(f"/Q/{city.plaque.code}")


def test_a_file_for_print_has_a_name_that_says_what_it_is(city, admin):
    answer = admin.get(reverse("plaques:qr_svg", args=[city.plaque.code]))

    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")
    name = unquote(answer["Content-Disposition"])
    assert f"plaque-{city.plaque.code}-{city.landmark.title}.svg" in name


@pytest.mark.parametrize("mm", ["-1", "0", "999999999", "x", "٣"])
def test_an_odd_size_is_brought_within_bounds(city, admin, mm):
    answer = admin.get(reverse("plaques:qr_svg", args=[city.plaque.code]), {"mm": mm})

    assert answer.status_code == 200


def test_the_register_is_closed_to_who_may_not_see_it(city):
    stranger = editor_of(city.home)
    addresses = [
        reverse(INDEX),
        reverse("plaques:inspect", args=[city.plaque.pk]),
        reverse("plaques:qr_svg", args=[city.plaque.code]),
        reverse("plaques:qr_png", args=[city.plaque.code]),
        reverse("plaques:of_page", args=[city.mural.pk]),
    ]

    for address in addresses:
        assert stranger.get(address).status_code in {302, 403}
        assert Client().get(address)["Location"].startswith("/admin/login/")


def test_a_plaque_is_only_pointed_at_pages_one_may_edit(city):
    other = city.home.add_child(instance=Page(title="elsewhere", slug="elsewhere"))
    client = editor_of(city.neighbourhood, "add_plaque", "change_plaque")

    refused = client.post(reverse("plaques:add"), form(page=other.pk))
    assert refused.status_code == 200
    assert not Plaque.objects.of_page(other).exists()
    assert client.post(reverse("plaques:add"), form(page=city.mural.pk)).status_code == 302


def test_a_page_has_its_plaques_in_its_menu_and_makes_one_with_one_button(city, admin):
    url = reverse("plaques:of_page", args=[city.mural.pk])
    assert url in admin.get(reverse("wagtailadmin_explore", args=[city.mural.pk])).content.decode()
    assert "plaque-figure" not in admin.get(url).content.decode()

    admin.post(url)

    plaque = Plaque.objects.of_page(city.mural).get()
    assert plaque.code in admin.get(url).content.decode()
    assert plaque.label == city.mural.title


def test_who_may_only_look_makes_no_plaque(city):
    client = editor_of(city.neighbourhood, "view_plaque")
    url = reverse("plaques:of_page", args=[city.mural.pk])

    assert '<form method="post" class="plaque-section"' not in client.get(url).content.decode()
    assert client.post(url).status_code in {302, 403}
    assert not Plaque.objects.of_page(city.mural).exists()
