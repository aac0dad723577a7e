"""Recordings are told by their content, and say by themselves how long they are."""

import html
import re

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


def kept(media) -> list[str]:
    """The names of all files in the media folder; each lies where nobody can guess."""
    paths = files_in(media)
    assert all(re.fullmatch(r"recordings/[\w-]{16}/[^/]+", path) for path in paths)
    return sorted(path.rpartition("/")[2] for path in paths)


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
    assert kept(media) == [f"西关阿婆{ending}"]
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

    stored = (media / files_in(media)[0]).read_bytes()
    assert b"+23.1167" in data
    assert b"+23.1167" not in stored
    assert len(stored) == len(data)


def test_a_film_and_its_captions_are_had_at_their_address_and_not_by_name(admin, client, media):
    captions = SimpleUploadedFile("film.vtt", b"WEBVTT\n")

    send(admin, "film.mp4", sounds.mp4(20), captions=captions)

    film = Recording.objects.get()
    assert kept(media) == ["film.mp4", "film.vtt"]
    client.logout()
    assert client.get(film.captions.url).status_code == 200
    assert client.get(film.file.url, headers={"range": "bytes=0-9"}).status_code == 206
    for name in kept(media):
        assert client.get(f"/media/recordings/{name}").status_code == 404


def test_two_recordings_of_one_name_lie_apart_and_keep_it(media):
    one, other = RecordingFactory(), RecordingFactory()

    assert one.file.name != other.file.name
    assert kept(media) == ["memory.mp3", "memory.mp3"]


def test_a_long_name_is_cut_and_its_hiding_place_is_not(admin, media):
    send(admin, "阿" * 80 + ".wav", sounds.wav(1))

    name = kept(media)[0]
    assert name.endswith(".wav") and len(name) < 80


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
    assert kept(media) == ["b.wav"]
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
