"""A register goes to another installation with its codes, and only ever adds."""

import json
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from heritage.plaques.caring import plaque_fix, plaque_inspect
from heritage.plaques.models import Inspection, Plaque, PlaqueEvent, StatutoryMarker
from heritage.plaques.registries import parts_of
from heritage.plaques.services import plaque_for, plaque_retarget, plaque_retire

from ..factories import UserFactory
from .scanning import scan

pytestmark = pytest.mark.django_db

MODELS = (Inspection, StatutoryMarker, PlaqueEvent, Plaque)


@pytest.fixture
def register(city) -> list[Plaque]:
    """One plaque of each fate."""
    anna = UserFactory(username="anna")
    [unbound, panel] = Plaque.objects.mint(2, neighbourhood_key=city.neighbourhood.translation_key)
    plaque_retarget(plaque=panel, page=city.corridor, part=parts_of(city.corridor)[0], by=anna)
    fixed = plaque_for(page=city.mural, by=anna, note="opening day")
    plaque_fix(plaque=fixed, lat=23.1172, lng=113.2355, accuracy_m=5, mount="wall", by=anna)
    plaque_inspect(plaque=fixed, state="damaged", note="scratched", by=anna)
    StatutoryMarker.objects.create(
        plaque=city.plaque,
        **dict.fromkeys(StatutoryMarker.STATEMENTS, "2002"),
    )
    retired = plaque_for(page=city.trail)
    plaque_retire(plaque=retired, note="trail closed")
    return [city.plaque, unbound, panel, fixed, retired]


@pytest.fixture
def carried(register, tmp_path):
    file = tmp_path / "register.json"
    call_command("export_plaques", file, stdout=StringIO())
    return file


def wipe() -> None:
    """Another installation: the same pages, an empty register."""
    for model in MODELS:
        model._base_manager.all()._raw_delete("default")


def bring(file, *options) -> str:
    out = StringIO()
    call_command("import_plaques", file, *options, stdout=out, stderr=out)
    return out.getvalue()


def everything() -> list:
    return [sorted(map(repr, model.objects.values_list())) for model in MODELS]


def again(file) -> dict:
    call_command("export_plaques", file, stdout=StringIO())
    return json.loads(file.read_text())


def test_every_code_opens_what_it_opened(register, carried):
    doors = {plaque.code: scan(plaque.code, "en").headers.get("Location") for plaque in register}
    wipe()

    said = bring(carried)

    assert "5 plaques brought in" in said
    assert doors == {code: scan(code, "en").headers.get("Location") for code in doors}


def test_nothing_is_lost_on_the_way(carried):
    before = json.loads(carried.read_text())
    wipe()
    bring(carried)

    assert again(carried) == before
    assert Plaque.objects.get(mount="wall").position == (23.1172, 113.2355)
    assert Inspection.objects.get().by.username == "anna"


def test_a_second_run_changes_nothing(carried):
    wipe()
    bring(carried)
    before = everything()

    said = bring(carried)

    assert "0 plaques brought in, 5 were here already" in said
    assert everything() == before


def test_a_dry_run_keeps_nothing(carried):
    wipe()

    assert "5 plaques brought in" in bring(carried, "--dry-run")
    assert not Plaque.objects.exists()


def test_pages_made_anew_are_found_by_their_address(city, register, carried):
    wipe()
    Page.objects.filter(pk=city.mural.pk).update(translation_key=uuid4())

    bring(carried)

    assert "/opera-wall/" in scan(register[3].code)["Location"]


def test_a_page_that_is_not_here_is_named_and_may_still_come(city, register, carried):
    wipe()
    Page.objects.get(pk=city.mural.pk).delete()

    assert register[3].code in bring(carried)
    assert scan(register[3].code).status_code == 200


def test_codes_that_point_elsewhere_are_refused_all_together(city, register, carried):
    wipe()
    bring(carried)
    for plaque in (register[3], register[1]):
        plaque_retarget(plaque=Plaque.objects.get(code=plaque.code), page=city.history)
    Plaque.objects.mint(1)
    before = everything()

    with pytest.raises(CommandError) as error:
        bring(carried)

    assert register[3].code in str(error.value)
    assert register[1].code in str(error.value)
    assert everything() == before


def test_who_has_no_account_here_stays_named(carried):
    wipe()
    from django.contrib.auth import get_user_model

    get_user_model().objects.filter(username="anna").delete()

    bring(carried)

    assert Inspection.objects.get().note == "scratched — anna"
    before = everything()
    bring(carried)
    assert everything() == before


def spoilt(carried, change) -> None:
    data = json.loads(carried.read_text())
    change(data)
    carried.write_text(json.dumps(data))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(format="other"),
        lambda data: data.update(version=2),
        lambda data: data.update(plaques={}),
        lambda data: data["plaques"].append(data["plaques"][0]),
        lambda data: data["plaques"].append(5),
        lambda data: data["plaques"][0].update(code="7K3M9Y"),
        lambda data: data["plaques"][0].update(code=None),
        lambda data: data["plaques"][0].update(status="lost"),
        lambda data: data["plaques"][0].update(label=None),
        lambda data: data["plaques"][0].update(label="x" * 161),
        lambda data: data["plaques"][0].update(lat="95"),
        lambda data: data["plaques"][0].update(created_at="yesterday"),
        lambda data: data["plaques"][0].update(target={"key": "x", "path": ""}),
        lambda data: data["plaques"][0]["events"].append({}),
        lambda data: data["plaques"][0].pop("events"),
    ],
)
def test_a_spoilt_file_is_refused_in_words_and_nothing_is_kept(carried, change):
    spoilt(carried, change)
    wipe()

    with pytest.raises(CommandError):
        bring(carried)

    assert not Plaque.objects.exists()


def test_a_file_that_is_none_is_refused_in_words(tmp_path):
    (tmp_path / "a.json").write_text("{")
    for name in ("a.json", "b.json", "."):
        with pytest.raises(CommandError):
            bring(tmp_path / name)
    with pytest.raises(CommandError):
        call_command("export_plaques", tmp_path / "no" / "where.json")
