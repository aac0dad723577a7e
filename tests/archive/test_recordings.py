"""Recordings are told by their content, and say by themselves how long they are."""

import html

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Collection

from heritage.archive.models import Recording
from tests.factories import RecordingFactory, UserFactory

from . import sounds
from .conftest import files_in

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/archive/recording/add/"
PLAYABLE = {
    "wav": (sounds.wav(3), "audio", ".wav", 3),
    "mp3": (sounds.mp3(62), "audio", ".mp3", 62),
    "opus": (sounds.opus(192), "audio", ".opus", 192),
    "m4a": (sounds.mp4(75, b"soun"), "audio", ".m4a", 75),
    "mp4": (sounds.mp4(20), "video", ".mp4", 20),
    "webm": (sounds.webm(), "video", ".webm", None),
}
NOT_PLAYABLE = "This is not a recording that can be played everywhere"
BROKEN = "This file is broken or was cut short"
REFUSED = {
    "HTML named mp3": (b"<html><script>alert(1)</script></html>", NOT_PLAYABLE),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(400), NOT_PLAYABLE),
    "an old film format": (b"RIFF\0\0\0\0AVI LIST" + bytes(400), NOT_PLAYABLE),
    "a tag without sound": (b"ID3\x04\0\0\0\0\0\0" + bytes(4000), BROKEN),
    "a film cut short": (sounds.mp4(20)[:2000], BROKEN),
}


@pytest.fixture(autouse=True)
def _english(settings):
    settings.LANGUAGE_CODE = "en"


def send(client, name: str, data: bytes, address: str = ADD, **words):
    root = Collection.get_first_root_node().pk
    form = {"title": "西关阿婆讲古", "speech": "yue", "collection": root, **words}
    return client.post(address, {**form, "file": SimpleUploadedFile(name, data)})


@pytest.mark.parametrize("case", PLAYABLE)
def test_a_recording_is_told_by_its_content_and_its_length_read(admin, media, case):
    data, kind, ending, seconds = PLAYABLE[case]

    response = send(admin, "西关阿婆.bin", data)

    assert response.status_code == 302
    recording = Recording.objects.get()
    assert (recording.kind, recording.seconds) == (kind, seconds)
    assert files_in(media) == [f"recordings/西关阿婆{ending}"]
    assert admin.get(f"/admin/snippets/archive/recording/edit/{recording.pk}/").status_code == 200


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_played_is_refused_and_leaves_nothing(admin, media, temporary, case):
    data, sentence = REFUSED[case]

    response = send(admin, "memory.mp3", data)

    assert sentence in html.unescape(response.content.decode())
    assert not Recording.objects.exists()
    assert files_in(media) == files_in(temporary) == []


def test_a_film_does_not_tell_where_it_was_taken(admin, media):
    data = sounds.mp4(20)

    send(admin, "film.mp4", data)

    kept = (media / "recordings" / "film.mp4").read_bytes()
    assert b"+23.1167" in data
    assert b"+23.1167" not in kept
    assert len(kept) == len(data)


def test_captions_that_are_none_are_refused(admin, media):
    captions = SimpleUploadedFile("film.vtt", b"<script>")

    response = send(admin, "film.mp4", sounds.mp4(20), captions=captions)

    assert "Its first line must be WEBVTT" in response.content.decode()
    assert files_in(media) == []


def test_a_replaced_and_a_deleted_recording_leave_no_file(
    admin, media, django_capture_on_commit_callbacks
):
    send(admin, "a.wav", sounds.wav(1))
    recording = Recording.objects.get()

    edit = f"/admin/snippets/archive/recording/edit/{recording.pk}/"
    with django_capture_on_commit_callbacks(execute=True):
        send(admin, "b.wav", sounds.wav(2), edit)
    recording.refresh_from_db()
    assert files_in(media) == ["recordings/b.wav"]
    assert recording.seconds == 2

    with django_capture_on_commit_callbacks(execute=True):
        recording.delete()
    assert files_in(media) == []


def test_the_list_shows_what_tells_recordings_apart(admin, media):
    RecordingFactory(title="茶楼", seconds=192, speech="yue")

    page = admin.get("/admin/snippets/archive/recording/?speech=yue").content.decode()

    assert "茶楼" in page
    assert "3:12" in page
    assert "Cantonese" in page


def test_somebody_without_permission_adds_none(client, media):
    client.force_login(UserFactory())

    assert send(client, "a.wav", sounds.wav(1)).status_code == 302
    assert not Recording.objects.exists()
    assert files_in(media) == []
