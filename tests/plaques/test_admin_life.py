"""A plaque's life in the admin: minted ahead, printed, fixed, in need, retired, restored."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from heritage.plaques.caring import plaque_inspect
from heritage.plaques.models import Plaque
from heritage.plaques.registries import parts_of
from heritage.plaques.services import plaque_for

from ..factories import DesignationFactory, LandmarkPageFactory, PlaqueFactory
from .people import editor_of
from .test_admin import form

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

NOWHERE = {"mount": "", "material": "", "in_care_of": "", "photo": "", "why": ""}


def step(plaque, name: str) -> str:
    return reverse("plaques:step", args=[plaque.pk, name])


def test_a_box_is_minted_ahead_for_a_neighbourhood(city, admin):
    answer = admin.post(
        reverse("plaques:mint"), {"count": 200, "neighbourhood": city.neighbourhood.pk}
    )

    codes = admin.get(answer["Location"]).context["codes"]
    assert len(codes) == len(set(codes)) == 200
    assert Plaque.objects.unbound().get(code=codes[7]).neighbourhood_key == (
        city.neighbourhood.translation_key
    )
    as_text = admin.get(answer["Location"] + "?txt").content.decode()
    assert as_text.splitlines() == codes


@pytest.mark.parametrize("count", ["0", "1001", "x", ""])
def test_too_many_or_none_are_not_minted(city, admin, count):
    assert admin.post(reverse("plaques:mint"), {"count": count}).status_code == 200
    assert Plaque.objects.unbound().count() == 0


def test_a_batch_is_marked_as_printed_by_its_codes(admin):
    box = Plaque.objects.mint(3)
    typed = "\n".join([box[0].code.lower(), f"{box[1].code[:3]}-{box[1].code[3:]}", ""])

    admin.post(reverse("plaques:printed"), {"codes": typed, "why": "Lane press"})

    statuses = [Plaque.objects.get(pk=plaque.pk).status for plaque in box]
    assert statuses == ["printed", "printed", "minted"]
    assert box[0].events.first().note == "Lane press"
    refused = admin.post(reverse("plaques:printed"), {"codes": "ZZZZZZ"})
    assert "ZZZZZZ" in refused.content.decode()


def test_each_step_is_taken_with_who_and_why(city, admin):
    plaque = plaque_for(page=city.mural)
    fixture = {
        **NOWHERE,
        "lat": "23.1172",
        "lng": "113.2355",
        "accuracy_m": "5",
        "mount": "post",
        "material": "enamel",
        "size_mm": "60",
        "reading_m": "0.5",
        "in_care_of": "恩宁路居委会",
    }
    for name, said in [
        ("printed", {"why": "Lane press"}),
        ("fixed", fixture),
        ("attention", {"why": "scratched"}),
        ("retired", {"why": "new wall"}),
        ("restored", {"why": ""}),
    ]:
        assert admin.get(step(plaque, name)).status_code == 200
        assert admin.post(step(plaque, name), said)["Location"].endswith(f"/{plaque.pk}/")

    kinds = [event.kind for event in plaque.events.all()]
    assert kinds == ["fixed", "retired", "attention", "fixed", "printed", "bound", "minted"]
    plaque.refresh_from_db()
    assert (plaque.mount, plaque.material, plaque.size_mm) == ("post", "enamel", 60)
    sheet = admin.get(reverse("plaques:inspect", args=[plaque.pk])).content.decode()
    for words in ("恩宁路居委会", "23.117200, 113.235500 ± 5 m", "scratched", "Lane press"):
        assert words in sheet


def test_a_plate_too_small_for_its_distance_is_refused(city, admin):
    plaque = plaque_for(page=city.mural)

    answer = admin.post(step(plaque, "fixed"), {**NOWHERE, "size_mm": "60", "reading_m": "2"})

    assert "200 " in answer.content.decode()
    assert admin.post(step(plaque, "fixed"), {**NOWHERE, "lat": "23"}).status_code == 200
    plaque.refresh_from_db()
    assert plaque.status == "minted"


def test_a_step_that_does_not_follow_is_not_there(city, admin):
    plaque = plaque_for(page=city.mural)

    for name in ("restored", "torn"):
        assert admin.get(step(plaque, name), follow=True).status_code == 404


def test_nobody_takes_a_step_for_another_neighbourhoods_plaque(city):
    plaque = plaque_for(page=city.mural)
    lane = city.home.add_child(instance=type(city.neighbourhood)(title="泮塘", slug="pantang"))
    stranger = editor_of(lane, "change_plaque")

    stranger.post(step(plaque, "retired"), {"why": ""})
    Client().post(step(plaque, "retired"), {"why": ""})
    stranger.post(reverse("plaques:edit", args=[plaque.pk]), form(page=lane.pk))

    plaque.refresh_from_db()
    assert (plaque.status, plaque.target_key) == ("minted", city.mural.translation_key)


def test_after_a_page_with_parts_is_chosen_the_form_asks_which(city, admin):
    answer = admin.post(reverse("plaques:add"), form(page=city.corridor.pk))
    plaque = Plaque.objects.of_page(city.corridor).get()
    assert answer["Location"] == reverse("plaques:edit", args=[plaque.pk])

    part = parts_of(city.corridor)[0]
    shown = admin.get(answer["Location"]).content.decode()
    assert part.label in shown
    admin.post(answer["Location"], form(page=city.corridor.pk, part=part.key, label=plaque.label))

    plaque.refresh_from_db()
    assert (plaque.part_key, plaque.label) == (part.key, part.label)
    assert part.label in admin.get(reverse("plaques:inspect", args=[plaque.pk])).content.decode()


def test_a_part_of_another_page_is_not_taken(city, admin):
    part = parts_of(city.corridor)[0]

    answer = admin.post(reverse("plaques:add"), form(page=city.mural.pk, part=str(part.key)))

    assert answer.status_code == 200
    assert not Plaque.objects.of_page(city.mural).exists()


def test_a_marker_is_filled_in_from_the_designation_and_kept(city, admin):
    said = form(
        page=city.landmark.pk,
        kind="statutory",
        marker_erected_by="广州市人民政府",
        marker_erected_on="2003-05",
    )

    assert admin.post(reverse("plaques:add"), said).status_code == 302

    plaque = Plaque.objects.get(kind="statutory")
    assert plaque.marker.grade == "广州市文物保护单位"
    assert plaque.marker.announced_on == "2002年"
    url = reverse("plaques:inspect", args=[plaque.pk])
    assert "广州市文物保护单位" in admin.get(url).content.decode()
    DesignationFactory(page=city.landmark.page_ptr, grade="provincial", announced_on="2019年")
    assert "广东省文物保护单位" in admin.get(url).content.decode()


def test_no_relic_marker_for_a_historic_building(city, admin):
    house = LandmarkPageFactory(parent=city.neighbourhood, slug="house", title="旧宅")
    DesignationFactory(page=house.page_ptr, track="historic", grade="historic-building")

    answer = admin.post(reverse("plaques:add"), form(page=house.pk, kind="statutory"))

    assert "历史建筑" in str(answer.context["form"].errors["kind"])
    assert not Plaque.objects.of_page(house).exists()


def test_the_register_is_narrowed_to_what_is_missing_and_to_a_kind(city, admin):
    gone = plaque_for(page=city.mural)
    plaque_inspect(plaque=gone, state="missing")
    PlaqueFactory(kind="statutory", label="marker")
    index = reverse("plaques:index")

    missing = admin.get(index, {"condition": "missing"}).context["object_list"]
    markers = admin.get(index, {"kind": "statutory"}).context["object_list"]

    assert [plaque.code for plaque in missing] == [gone.code]
    assert [plaque.label for plaque in markers] == ["marker"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_register_is_exported_and_no_cell_starts_a_formula(city, admin, kind):
    PlaqueFactory(label="=HYPERLINK(0)", note="@SUM(1)", lat="-23.1", lng="113.2")

    answer = admin.get(reverse("plaques:index"), {"export": kind})
    content = b"".join(answer.streaming_content)

    if kind == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        cells = [cell for row in rows for cell in row]
        assert "'=HYPERLINK(0)" in cells
        assert not [cell for cell in cells if cell[:1] in "=+@" and cell]
        assert city.landmark.title in cells
    else:
        assert content[:2] == b"PK"


def test_the_register_has_a_map_of_what_hangs(city, admin):
    assert 'class="sk"' not in admin.get(reverse("plaques:index")).content.decode()
    plaque = PlaqueFactory(page=city.mural, lat="23.1172", lng="113.2355", status="attention")

    html = admin.get(reverse("plaques:index")).content.decode()

    assert 'class="sk"' in html
    assert reverse("plaques:inspect", args=[plaque.pk]) in html
