"""The sizes that pages ask for are there before the first visitor, and go with their picture."""

import pytest
from django.core.management import call_command

from heritage.archive.models import Picture, PictureRendition
from heritage.archive.preparing import picture_prepare
from heritage.archive.sizes import ALL_SPECS
from tests.factories import PictureFactory

from . import samples
from .conftest import files_in
from .entrances import ENTRANCES, add_page

pytestmark = pytest.mark.django_db


def specs_of(picture) -> set[str]:
    return set(picture.renditions.values_list("filter_spec", flat=True))


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_an_upload_has_its_sizes_made(admin, media, entrance, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert entrance(admin, "西关大屋.heic", samples.photograph("HEIF")).taken

    picture = Picture.objects.get()
    assert set(ALL_SPECS) <= specs_of(picture)
    assert all(map(str.isascii, files_in(media)))


def test_the_command_makes_what_is_missing_and_nothing_twice(media, capsys):
    pictures = PictureFactory.create_batch(3)
    picture_prepare(picture=pictures[0])

    call_command("prepare_pictures")
    first = capsys.readouterr().out
    call_command("prepare_pictures")
    second = capsys.readouterr().out

    assert first == f"{2 * len(ALL_SPECS)} sizes made; 3 pictures are ready.\n"
    assert second == "0 sizes made; 3 pictures are ready.\n"
    assert PictureRendition.objects.count() == 3 * len(ALL_SPECS)


def test_a_picture_whose_file_is_lost_does_not_stop_the_others(media):
    lost, kept = PictureFactory.create_batch(2)
    (media / lost.file.name).unlink()

    call_command("prepare_pictures")

    assert specs_of(lost) == set()
    assert specs_of(kept) == set(ALL_SPECS)


def test_a_prepared_size_is_the_one_a_page_would_make(media):
    picture = PictureFactory(focal_point_x=900, focal_point_y=100, focal_point_width=60)
    asked = {spec: picture.get_rendition(spec) for spec in ALL_SPECS}
    made = {spec: (one.width, one.height, one.focal_point_key) for spec, one in asked.items()}
    PictureRendition.objects.all().delete()

    picture_prepare(picture=picture)

    for one in picture.renditions.all():
        assert (one.width, one.height, one.focal_point_key) == made[one.filter_spec]


def test_a_moved_focal_point_has_its_sizes_made(admin, media, django_capture_on_commit_callbacks):
    picture = PictureFactory()
    picture_prepare(picture=picture)
    form = {"title": "x", "origin": "drawn", "collection": picture.collection_id}
    focus = {f"focal_point_{name}": 100 for name in ("x", "y", "width", "height")}

    with django_capture_on_commit_callbacks(execute=True):
        admin.post(f"/admin/images/{picture.pk}/", {**form, **focus})

    picture.refresh_from_db()
    assert picture_prepare(picture=picture) == 0
    assert picture.renditions.exclude(focal_point_key="").exists()


def test_a_replaced_file_has_new_sizes_and_leaves_none_of_the_old(
    admin, media, django_capture_on_commit_callbacks
):
    from django.core.files.uploadedfile import SimpleUploadedFile

    with django_capture_on_commit_callbacks(execute=True):
        add_page(admin, "old.jpg", samples.photograph("JPEG"))
    picture = Picture.objects.get()
    form = {"title": "x", "origin": "drawn", "collection": picture.collection_id}
    new = SimpleUploadedFile("new.png", samples.photograph("PNG"))

    with django_capture_on_commit_callbacks(execute=True):
        admin.post(f"/admin/images/{picture.pk}/", {**form, "file": new})

    assert set(ALL_SPECS) <= specs_of(picture)
    assert not [name for name in files_in(media) if "old" in name]


def test_a_deleted_picture_leaves_no_file(admin, media, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        add_page(admin, "photo.jpg", samples.photograph("JPEG"))
        picture = Picture.objects.get()
    assert files_in(media)

    with django_capture_on_commit_callbacks(execute=True):
        admin.post(f"/admin/images/{picture.pk}/delete/")

    assert files_in(media) == []
    assert not PictureRendition.objects.exists()


def test_deleting_a_picture_in_use_says_where_it_is_used(admin, city):
    picture = city.landmark.picture

    page = admin.get(f"/admin/images/{picture.pk}/delete/").content.decode()

    assert f"/admin/images/usage/{picture.pk}/" in page


def test_an_illustration_of_800_pixels_is_light(media):
    from pathlib import Path

    from django.core.files.base import ContentFile

    drawing = sorted(Path("home/demo/pictures").glob("*.webp"))[0]
    picture = Picture(title="x", file=ContentFile(drawing.read_bytes(), name="a.webp"))
    picture.save()

    for form in ("avif", "webp", "jpeg"):
        rendition = picture.get_rendition(f"width-800|format-{form}")
        assert (media / rendition.file.name).stat().st_size <= 82_000, form
