"""A document is what its name says, and is handed out as a file to save."""

import html
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Collection

from heritage.archive.models import Paper

from .conftest import files_in

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
REFUSED_WORDS = "This file is not what its name says"


def package(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


WORD = package(**{"[Content_Types].xml": "<Types/>", "word__document.xml": "<document/>"})
OPEN_TEXT = package(mimetype="application/vnd.oasis.opendocument.text")
TAKEN = {
    "通告.pdf": PDF,
    "调查.docx": WORD,
    "口述.odt": OPEN_TEXT,
    "名录.csv": "编号,名称\n1,骑楼".encode("gb18030"),
    "名录.txt": "恩宁路".encode(),
}
REFUSED = {
    "page.pdf": b"<html><script>alert(1)</script></html>",
    "tool.pdf": b"MZ\x90\0" + bytes(400),
    "tool.exe": b"MZ\x90\0" + bytes(400),
    "page.html": b"<html></html>",
    "page.txt": b"  <!DOCTYPE html><script>alert(1)</script>",
    "sheet.xlsx": WORD,
    "broken.docx": WORD[:60],
    "drawing.svg": b"<svg/>",
}


@pytest.fixture(autouse=True)
def _english(settings):
    settings.LANGUAGE_CODE = "en"


def add(client, name: str, data: bytes):
    words = {"title": name, "collection": Collection.get_first_root_node().pk}
    return client.post("/admin/documents/add/", {**words, "file": SimpleUploadedFile(name, data)})


@pytest.mark.parametrize("name", TAKEN)
def test_a_document_that_is_what_it_says_is_taken(admin, media, name):
    assert add(admin, name, TAKEN[name]).status_code == 302
    assert Paper.objects.count() == 1


@pytest.mark.parametrize("name", REFUSED)
def test_one_that_is_not_is_refused_and_leaves_nothing(admin, media, temporary, name):
    response = add(admin, name, REFUSED[name])

    assert REFUSED_WORDS in html.unescape(response.content.decode())
    assert not Paper.objects.exists()
    assert files_in(media) == files_in(temporary) == []


def test_the_multiple_upload_refuses_it_as_well(admin, media):
    sent = SimpleUploadedFile("page.pdf", REFUSED["page.pdf"])

    said = admin.post("/admin/documents/multiple/add/", {"title": "x", "files[]": sent}).json()

    assert REFUSED_WORDS in said["error_message"]
    assert files_in(media) == []


def test_a_document_is_handed_out_as_a_file_to_save(admin, client, media):
    add(admin, "notice.pdf", PDF)

    response = client.get(Paper.objects.get().url)

    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == PDF
