"""The ways by which a picture comes in, each through the admin's real view."""

from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection


@dataclass
class Answer:
    """What an entrance said: whether it took the file, and all that it wrote back."""

    taken: bool
    text: str


def add_page(client, name: str, data: bytes) -> Answer:
    """Images → Add an image, as one file with its form."""
    response = client.post(
        reverse("wagtailimages:add"), {**_words(), "file": SimpleUploadedFile(name, data)}
    )
    return Answer(response.status_code == 302, response.content.decode())


def multiple_upload(client, name: str, data: bytes) -> Answer:
    """Images → Add images: files dropped on the page, one request each."""
    response = client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": name, "files[]": SimpleUploadedFile(name, data)},
    )
    said = response.json()
    return Answer(said["success"], said.get("error_message", ""))


def chooser_upload(client, name: str, data: bytes) -> Answer:
    """The upload tab of the chooser within a page's form."""
    words = {f"image-chooser-upload-{key}": value for key, value in _words().items()}
    response = client.post(
        reverse("wagtailimages_chooser:create"),
        {**words, "image-chooser-upload-file": SimpleUploadedFile(name, data)},
    )
    said = response.json()
    return Answer(said["step"] in {"chosen", "image_chosen"}, " ".join(map(str, said.values())))


ENTRANCES = (add_page, multiple_upload, chooser_upload)


def _words() -> dict:
    return {
        "title": "恩宁路",
        "origin": "photograph",
        "collection": Collection.get_first_root_node().pk,
    }
