"""Sound seeks, pictures stay cached, and a file never runs in a visitor's browser."""

import pytest
from django.utils.http import http_date

from heritage.delivery.ranges import UnsatisfiableRangeError, read_range

pytestmark = pytest.mark.django_db
BYTES = bytes(range(256)) * 1000  # longer than a chunk


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    for folder in ("recordings", "images", "original_images", "documents"):
        (settings.MEDIA_ROOT / folder).mkdir(parents=True)
    (settings.MEDIA_ROOT / "recordings" / "memory.m4a").write_bytes(BYTES)
    (tmp_path / "secret.txt").write_text("not for visitors")
    return settings.MEDIA_ROOT


@pytest.fixture
def ask(media, client):
    def asked(path="recordings/memory.m4a", method="get", **headers):
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        return getattr(client, method)(f"/media/{path}", headers=names)

    return asked


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_whole_file(ask):
    answer = ask()

    assert answer.status_code == 200
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Content-Type"] == "audio/mp4"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert int(answer["Content-Length"]) == len(BYTES)
    assert body(answer) == BYTES


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=1000-1999", 1000, 1999),
        ("bytes=70000-", 70000, 255_999),
        ("bytes=-500", 255_500, 255_999),
        ("bytes=255000-999999", 255_000, 255_999),
        ("bytes=-999999", 0, 255_999),
    ],
)
def test_a_part_of_a_file(ask, header, first, last):
    answer = ask(range=header)

    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {first}-{last}/{len(BYTES)}"
    assert int(answer["Content-Length"]) == last - first + 1
    assert body(answer) == BYTES[first : last + 1]


@pytest.mark.parametrize("header", ["bytes=256000-", "bytes=999999-1000000", "bytes=-0"])
def test_a_part_behind_the_end_is_refused_with_the_length(ask, header):
    answer = ask(range=header)

    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{len(BYTES)}"


@pytest.mark.parametrize(
    "header", ["bytes=0-9,20-29", "pages=1-2", "bytes=5-2", "bytes=-", "bytes=a-b", "nonsense"]
)
def test_what_is_no_single_range_is_answered_with_the_whole(ask, header):
    answer = ask(range=header)

    assert answer.status_code == 200
    assert body(answer) == BYTES


def test_a_range_of_an_empty_file_cannot_be():
    for header in ("bytes=0-", "bytes=-5"):
        with pytest.raises(UnsatisfiableRangeError):
            read_range(header, 0)


def test_the_rest_is_only_for_somebody_who_has_the_beginning(ask, media):
    first = ask()

    for known in (first["ETag"], first["Last-Modified"]):
        assert ask(range="bytes=10-19", if_range=known).status_code == 206
    for stale in ('"another"', http_date(1), "not a date", f"W/{first['ETag']}"):
        assert ask(range="bytes=10-19", if_range=stale).status_code == 200


def test_a_browser_that_has_the_file_is_told_so(ask):
    first = ask()

    assert ask(if_none_match=first["ETag"]).status_code == 304
    assert ask(if_modified_since=first["Last-Modified"]).status_code == 304
    assert ask(if_none_match='"another"').status_code == 200


def test_a_head_request_tells_the_length(ask):
    whole, part = ask(method="head"), ask(method="head", range="bytes=0-9")

    assert (whole.status_code, whole["Content-Length"], body(whole)) == (200, "256000", b"")
    assert part["Content-Length"] == "10"


def test_nothing_but_reading(ask):
    assert ask(method="post").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "recordings/../../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "..\\secret.txt",
        "//etc/passwd",
        "recordings/.hidden",
        "nothing.mp3",
        "nul%00l.mp3",
        "a" * 2000 + ".mp3",
    ],
)
def test_no_path_leads_out_of_the_folder(ask, media, path):
    (media / "recordings" / ".hidden").write_text("x")

    assert ask(path).status_code == 404


@pytest.mark.parametrize("path", ["recordings", "recordings/"])
def test_a_folder_is_not_listed(ask, path):
    assert ask(path).status_code != 200


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "feed.xml", "page.xhtml", "odd.qqq"])
def test_what_a_browser_might_run_is_handed_over_as_a_file(ask, media, name):
    (media / "recordings" / name).write_text("<script>alert(1)</script>")

    answer = ask(f"recordings/{name}")

    assert answer["Content-Disposition"] == "attachment"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.ogg", "audio/ogg"),
        ("a.mp3", "audio/mpeg"),
        ("a.webm", "video/webm"),
        ("a.mp4", "video/mp4"),
        ("a.AVIF", "image/avif"),
        ("a.webp", "image/webp"),
        ("a.vtt", "text/vtt; charset=utf-8"),
    ],
)
def test_files_say_what_they_are(ask, media, name, kind):
    (media / "recordings" / name).write_bytes(b"x")

    answer = ask(f"recordings/{name}")

    assert answer["Content-Type"] == kind
    assert "Content-Disposition" not in answer


def test_a_rendition_stays_with_the_browser(ask, media):
    (media / "images" / "a1b2c3d4.street.width-400.webp").write_bytes(b"x")

    assert "immutable" in ask("images/a1b2c3d4.street.width-400.webp")["Cache-Control"]
    assert ask()["Cache-Control"] == "public, max-age=86400"


@pytest.mark.parametrize("folder", ["original_images", "documents"])
def test_originals_and_documents_are_for_editors_only(
    ask, media, folder, client, django_user_model
):
    (media / folder / "street.jpg").write_bytes(b"x")
    assert ask(f"{folder}/street.jpg").status_code == 404

    client.force_login(django_user_model.objects.create_superuser("editor"))

    answer = ask(f"{folder}/street.jpg")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-cache"


def test_chinese_file_names_are_found(ask, media):
    (media / "recordings" / "老街 故事.mp3").write_bytes(b"x")

    assert ask("recordings/老街 故事.mp3").status_code == 200


def test_a_rendition_is_named_after_its_pictures_content(city):
    picture = city.landmark.picture
    rendition = type(picture).renditions.rel.related_model(image=picture)

    name = rendition.get_upload_to("enning.width-77.webp")

    assert name == f"images/{picture.file_hash[:8]}.enning.width-77.webp"
