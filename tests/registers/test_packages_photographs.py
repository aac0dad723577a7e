"""Photographs of plaques on their walls go with the plaques, apart from what stories show."""

import hashlib

import pytest

from heritage.archive.models import Picture
from heritage.plaques.models import Inspection, Plaque
from heritage.plaques.wall.photos import COLLECTION

from ..archive.samples import photograph
from .packages_city import bring, changed, content, forget, names, refused, taken

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def of_plaques(package: bytes) -> dict[str, dict]:
    pictures = content(package, "archive.json")["pictures"]
    return {name: row for name, row in pictures.items() if row.get("of_plaques")}


def test_they_hang_at_the_same_plaques(package):
    bring(package)

    plaque, round_ = Plaque.objects.get(mount="wall"), Inspection.objects.get()
    assert round_.plaque == plaque
    for photo, format_ in ((plaque.photo, "JPEG"), (round_.photo, "WEBP")):
        assert (photo.title.split()[0], photo.collection.name) == (plaque.code, COLLECTION)
        with photo.get_willow_image() as image:
            assert image.format_name.upper() == format_


def test_only_they_lie_apart(package):
    bring(package)

    apart = Picture.objects.filter(collection__name=COLLECTION)
    assert (apart.count(), len(of_plaques(package))) == (2, 2)
    assert {picture.title.split()[0] for picture in apart} == {
        Plaque.objects.get(mount="wall").code
    }
    assert Picture.objects.filter(collection__name="恩宁路", title="旧照").count() == 2


def test_a_picture_of_a_story_too_stays_with_the_stories(full):
    picture = Picture.objects.get(alt_zh="旧街")
    Plaque.objects.filter(pk=full.plaque.pk).update(photo=picture)
    package = taken(full.neighbourhood)

    assert len(of_plaques(package)) == 1
    assert content(package, "archive.json")["pictures"]
    photos = [row["photo"] for row in content(package, "plaques.json")["plaques"]]
    assert [name for name in photos if name.removeprefix("picture:") in of_plaques(package)] == []
    assert any(photos)


def test_their_credit_names_a_colleague_and_stays_behind(package):
    assert {row["credit"] for row in of_plaques(package).values()} == {""}


def test_codes_that_stay_behind_keep_theirs(package):
    others = len(content(package, "archive.json")["pictures"]) - len(of_plaques(package))

    report = bring(package, has_plaques=False)

    assert not Picture.objects.filter(collection__name=COLLECTION).exists()
    assert report.counts["pictures"] == Picture.objects.count() == others


def test_they_are_not_what_visitors_see(full):
    package = taken(full.neighbourhood, is_published_only=True)

    assert of_plaques(package) == {}
    assert content(package, "plaques.json")["plaques"]


def test_what_one_says_about_its_place_is_taken_out_on_the_way_in(package):
    name, row = next(iter(of_plaques(package).items()))
    data = photograph("JPEG", size=(300, 200))
    assert b"SECRET" in data
    file = f"files/{hashlib.sha256(data).hexdigest()}.jpg"
    archive = content(package, "archive.json")
    archive["pictures"][name] = row | {"file": file}

    bring(changed(package, {"archive.json": archive, file: data, row["file"]: None}))

    photo = Picture.objects.get(collection__name=COLLECTION, width=300)
    with photo.file.open() as kept:
        assert b"SECRET" not in kept.read()


def test_one_that_is_no_picture_is_refused(package):
    row = next(iter(of_plaques(package).values()))

    assert row["title"] in refused(changed(package, {row["file"]: b"<svg onload=alert(1)>"}))


@pytest.mark.parametrize("photo", [5, None, ["x"], "picture:gone", "paper:x", "1"])
@pytest.mark.parametrize("where", ["plaque", "inspection"])
def test_one_that_did_not_come_along_is_refused(package, photo, where):
    plaques = content(package, "plaques.json")
    plaque = next(row for row in plaques["plaques"] if row["inspections"])
    row = plaque if where == "plaque" else plaque["inspections"][0]
    row["photo"] = photo

    refused(changed(package, {"plaques.json": plaques}))


def test_a_package_made_before_photographs_travelled_is_read(package):
    plaques, archive = content(package, "plaques.json"), content(package, "archive.json")
    for row in plaques["plaques"]:
        for one in (row, *row["inspections"]):
            del one["photo"]
    gone = {}
    for name, row in of_plaques(package).items():
        gone[row["file"]] = archive["pictures"].pop(name) and None

    bring(changed(package, {"plaques.json": plaques, "archive.json": archive, **gone}))

    assert Plaque.objects.filter(photo=None).count() == 3


def test_a_second_time_they_are_not_stored_twice(package):
    bring(package)
    before = Picture.objects.count()
    forget()

    bring(package)

    assert Picture.objects.count() == before
    assert names(package, ".webp")
