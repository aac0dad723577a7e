"""Where, when and with what a picture was taken stays with whoever took it."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import ExifTags, Image

from heritage.archive.intake import picture_admit
from heritage.archive.intake.words import tells_more
from heritage.archive.models import Picture
from heritage.archive.sizes import ALL_SPECS

from . import samples
from .entrances import ENTRANCES, add_page

SECRETS = (b"SECRET-PLACE", b"SERIAL-4711", b"GPSLatitude", b"Lingnan", b"xmpmeta")
EVERY_SPEC = (*ALL_SPECS, "width-100", "original", "max-165x165", "width-100|format-png")


def secrets_in(data: bytes) -> list[bytes]:
    return [secret for secret in SECRETS if secret in data]


@pytest.mark.parametrize("form", samples.FORMS)
def test_the_sample_tells_what_the_archive_must_not(form):
    assert secrets_in(samples.photograph(form))


@pytest.mark.django_db
@pytest.mark.parametrize("entrance", ENTRANCES)
@pytest.mark.parametrize("form", samples.FORMS)
def test_neither_the_original_nor_a_rendition_tells_where_it_was_taken(
    admin, media, entrance, form, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert entrance(admin, f"IMG_1.{samples.ending(form)}", samples.photograph(form)).taken

    picture = Picture.objects.get()
    picture.get_renditions(*EVERY_SPEC)
    stored = [path for path in media.rglob("*") if path.is_file()]
    assert len(stored) > len(EVERY_SPEC)
    for path in stored:
        assert not secrets_in(path.read_bytes()), path.name
        with Image.open(path) as opened:
            opened.load()
            assert not tells_more(opened), path.name
            assert not opened.getexif().get_ifd(ExifTags.IFD.GPSInfo), path.name


@pytest.mark.django_db
@pytest.mark.parametrize("form", samples.FORMS)
def test_a_command_or_an_import_passes_the_same_door(media, form):
    data = samples.photograph(form)

    picture = Picture(title="x", file=ContentFile(data, name=f"a.{samples.ending(form)}"))
    picture.save()

    assert not secrets_in((media / picture.file.name).read_bytes())


@pytest.mark.parametrize("form", samples.FORMS)
def test_no_pixel_is_changed(form):
    data = samples.photograph(form)

    admitted = picture_admit(ContentFile(data, name="a.jpg"))

    before, after = (Image.open(io.BytesIO(one)).convert("RGB") for one in (data, admitted.read()))
    assert before.tobytes() == after.tobytes()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF"])
def test_the_colour_profile_stays(form):
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    buffer = io.BytesIO()
    samples.drawing().save(buffer, form, icc_profile=profile, exif=samples.telling_exif())

    admitted = picture_admit(ContentFile(buffer.getvalue(), name="a"))

    assert Image.open(io.BytesIO(admitted.read())).info["icc_profile"] == profile


@pytest.mark.parametrize("form", samples.FORMS)
def test_what_was_cleaned_once_is_left_as_it_is(form):
    once = picture_admit(ContentFile(samples.photograph(form, turn=6), name="a")).read()

    assert picture_admit(ContentFile(once, name="a")).read() == once


@pytest.mark.parametrize("turn", [3, 6, 8])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF"])
@pytest.mark.django_db
def test_a_picture_taken_sideways_stands_upright(media, form, turn):
    data = samples.photograph(form, turn=turn)

    picture = Picture(title="x", file=ContentFile(data, name="a"))
    picture.save()
    rendition = picture.get_rendition("width-120|format-png")
    shown = Image.open(io.BytesIO((media / rendition.file.name).read_bytes()))

    upright = (160, 240) if turn in (6, 8) else (240, 160)
    assert (picture.width, picture.height) == upright
    assert shown.width / shown.height == pytest.approx(upright[0] / upright[1], abs=0.02)
    red_first = shown.convert("RGB").getpixel((3, 3))[0] > 100
    assert red_first == (turn == 6)


def test_what_follows_the_end_of_a_jpeg_goes(media):
    data = samples.photograph("JPEG") + samples.photograph("JPEG")

    kept = picture_admit(ContentFile(data, name="a.jpg")).read()

    assert kept.count(b"\xff\xd9") == 1


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["PNG", "GIF", "WEBP"])
def test_an_animated_picture_is_taken_in_and_has_its_sizes(media, form):
    picture = Picture(title="x", file=ContentFile(samples.animated(form), name="a"))
    picture.save()

    rendition = picture.get_rendition("width-120|format-png")

    shown = Image.open(io.BytesIO((media / rendition.file.name).read_bytes())).convert("RGB")
    assert shown.getpixel((3, 3))[0] > 100


@pytest.mark.django_db
def test_the_day_a_photograph_was_taken_is_offered_as_its_date(admin, media):
    add_page(admin, "IMG_1.jpg", samples.photograph("JPEG"))

    assert Picture.objects.get().date_text == "2024-05-03"


@pytest.mark.django_db
def test_a_picture_that_waits_for_its_title_is_cleaned_too(admin, media):
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = SimpleUploadedFile("IMG_1.jpg", samples.photograph("JPEG"))
    admin.post("/admin/images/multiple/add/", {"title": "x" * 300, "files[]": sent})

    (waiting,) = [path for path in media.rglob("*") if path.is_file()]
    assert not secrets_in(waiting.read_bytes())
