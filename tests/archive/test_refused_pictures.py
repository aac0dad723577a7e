"""What is no picture, is broken or too large is refused in plain words, without a trace."""

import html
import subprocess
import sys

import pytest
from wagtail.models import UploadedFile

from heritage.archive.models import Picture, PictureRendition

from . import samples
from .conftest import files_in
from .entrances import ENTRANCES, add_page

pytestmark = pytest.mark.django_db

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
WHOLE = {form: samples.photograph(form) for form in samples.FORMS}
NOT_A_PICTURE = "This is not a picture that can be kept"
BROKEN = "This file is broken or was cut short"
TOO_MANY = "at most 60 million pixels, for example 8900 × 6600"
REFUSED = {
    "a wall of 200 megapixels": ("wall.png", samples.png_of_size(20000, 10000), TOO_MANY),
    "a wall of 70 megapixels": ("wall.png", samples.png_of_size(10000, 7000), TOO_MANY),
    "a WebP of 40 megapixels": (
        "wall.webp",
        samples.webp_of_size(8000, 5000),
        "at most 30 million pixels, for example 6300 × 4700",
    ),
    "an SVG": ("drawing.svg", SVG, NOT_A_PICTURE),
    "an SVG named jpg": ("drawing.jpg", SVG, NOT_A_PICTURE),
    "HTML named jpg": ("page.jpg", b"<html><script>alert(1)</script></html>", NOT_A_PICTURE),
    "a PDF named jpg": ("paper.jpg", b"%PDF-1.7\n1 0 obj\n", NOT_A_PICTURE),
    "a program named png": ("tool.png", b"MZ\x90\0" + bytes(400), NOT_A_PICTURE),
    "a head without a body": ("photo.jpg", b"\xff\xd8\xff\xe0" + b"x" * 64, BROKEN),
    **{
        f"a {form} cut short": (
            f"photo.{samples.ending(form)}",
            data[: len(data) * 2 // 3],
            BROKEN,
        )
        for form, data in WHOLE.items()
    },
}


@pytest.fixture(autouse=True)
def _english(settings):
    settings.LANGUAGE_CODE = "en"


@pytest.mark.parametrize("entrance", ENTRANCES)
@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_in_plain_words_and_leaves_nothing(admin, media, temporary, entrance, case):
    name, data, sentence = REFUSED[case]

    answer = entrance(admin, name, data)

    assert not answer.taken
    assert sentence in html.unescape(answer.text)
    assert files_in(media) == files_in(temporary) == []
    assert not Picture.objects.exists()
    assert not PictureRendition.objects.exists()
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_a_file_too_heavy_is_refused_before_it_is_looked_at(
    admin, media, temporary, settings, entrance
):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 3 * 1024 * 1024

    answer = entrance(admin, "photo.jpg", WHOLE["JPEG"] + bytes(4 * 1024 * 1024))

    assert not answer.taken
    assert "Send one of at most 3.0" in html.unescape(answer.text)
    assert files_in(media) == files_in(temporary) == []


def test_a_replacement_that_is_refused_leaves_the_old_picture(admin, media):
    assert add_page(admin, "photo.jpg", WHOLE["JPEG"]).taken
    picture, originals = Picture.objects.get(), media / "original_images"
    before = files_in(originals)

    response = admin.post(
        f"/admin/images/{picture.pk}/",
        {"title": "x", "origin": "scan", "collection": picture.collection_id, "file": _broken()},
    )

    assert BROKEN in response.content.decode()
    assert files_in(originals) == before == ["photo.jpg"]


def _broken():
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("photo.jpg", WHOLE["JPEG"][:400])


@pytest.mark.parametrize("pixels", [(20000, 10000), (60000, 60000)])
def test_a_picture_too_large_is_refused_without_being_decoded(tmp_path, pixels):
    path = tmp_path / "wall.png"
    path.write_bytes(samples.png_of_size(*pixels))
    program = f"""
import django; django.setup()
from django.core.exceptions import ValidationError
from django.core.files.base import File
from heritage.archive.intake import picture_admit
from tests.memory import peak_kb
before = peak_kb()
try:
    picture_admit(File(open({str(path)!r}, "rb"), "wall.png"))
except ValidationError as error:
    print(error.code, peak_kb() - before)
"""
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )

    code, kilobytes = ended.stdout.split()
    assert code == "too_many_pixels"
    assert int(kilobytes) < 20_000


def test_somebody_without_permission_is_refused(client, media):
    from tests.factories import UserFactory

    client.force_login(UserFactory())

    assert client.post("/admin/images/multiple/add/").status_code == 302
    assert files_in(media) == []
