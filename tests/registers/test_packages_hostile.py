"""A package from somebody else is trusted in nothing: refused in words, and nothing is kept."""

import io
import stat
import struct
import zipfile

import pytest
from wagtail.models import Page

from heritage.registers.packages import layout

from .packages_city import bring, changed, content, landmark_of, names, refused

pytestmark = pytest.mark.django_db


def zipped(files: dict[str, bytes], **options) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", **options) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.py",
        "/etc/passwd",
        "/manifest.json",
        "./archive.json",
        "pages/../x.json",
        "pages//archive.json",
        "files/",
        "files/a.html",
        "C:\\x",
        "..\\..\\x",
        "files/.ssh/x",
        "ARCHIVE.JSON",
        "archive.json\n",
        "\u202enosj.evihcra",
    ],
)
def test_names_that_lead_elsewhere(package, name):
    assert repr(name) in refused(changed(package, {name: b"x"}))


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip" * 50, b"PK\x05\x06" + bytes(18)])
def test_what_is_no_package(data):
    refused(data)


def test_one_that_was_cut_short(package):
    refused(package[: len(package) // 2])
    refused(package[len(package) // 2 :])


def test_another_kind_or_a_later_version(package):
    manifest = content(package, "manifest.json")
    for change in ({"format": "x"}, {"version": 2}, {"files": 5}, {"files": [{}]}):
        refused(changed(package, {"manifest.json": manifest | change}))
    refused(changed(package, {"manifest.json": b"[]"}))
    refused(changed(package, {"manifest.json": None}, is_signed=False))


def test_a_changed_file_is_told_by_its_sum(package):
    picture = names(package, ".jpg")[0]

    said = refused(changed(package, {picture: b"\xff\xd8\xff"}, is_signed=False))

    assert picture in said


def test_more_or_less_than_the_manifest_lists(package):
    more = {"files/" + "0" * 64 + ".jpg": b"x"}
    refused(changed(package, more, is_signed=False))
    refused(changed(package, {"plaques.json": None}, is_signed=False))
    refused(changed(package, {"plaques.json": None}))
    assert "0000" in refused(changed(package, more))


def test_two_files_of_one_name(package, in_english):
    with zipfile.ZipFile(io.BytesIO(package)) as zip_:
        files = [(name, zip_.read(name)) for name in zip_.namelist()]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out, pytest.warns(UserWarning, match="Duplicate"):
        for name, data in [*files, files[0]]:
            out.writestr(name, data)

    assert f"of one name: {files[0][0]}" in refused(buffer.getvalue())


def test_a_name_that_ends_before_its_end(package):
    """The length of a name counts a NUL in it; many programs, and zipfile, read on to it only."""
    name = names(package, "/en.json")[0]
    hidden = name[:-5] + "\0" + name[-4:]

    assert repr(hidden) in refused(package.replace(name.encode(), hidden.encode()))


def marked(package: bytes, name: str, **marks) -> bytes:
    """The package, one entry of which says something else about itself."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w") as new:
        for one in old.namelist():
            info = zipfile.ZipInfo(one)
            for mark, value in marks.items() if one == name else ():
                setattr(info, mark, value)
            new.writestr(info, old.read(one))
    return buffer.getvalue()


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFCHR])
@pytest.mark.parametrize("ending", ["archive.json", ".jpg"])
def test_links_and_what_else_is_no_file(package, in_english, kind, ending):
    name = names(package, ending)[0]
    made_so = marked(package, name, create_system=3, external_attr=(kind | 0o777) << 16)

    said = refused(made_so)

    assert name in said and "only files" in said


def test_a_link_that_leads_out(package):
    name = names(package, ".jpg")[0]
    leads_out = changed(package, {name: b"/etc/passwd"})

    said = refused(marked(leads_out, name, create_system=3, external_attr=0o120777 << 16))

    assert name in said and "passwd" not in said


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_are_not_taken(package, way):
    name = names(package, "archive.json")[0]

    said = refused(marked(package, name, compress_type=way))

    assert name in said and "deflated" in said


@pytest.mark.parametrize("way", [1, 6, 9, 93, 97, 99])
def test_ways_of_packing_that_are_not_known(package, way):
    at = package.rindex(b"PK\x01\x02")

    said = refused(package[: at + 10] + struct.pack("<H", way) + package[at + 12 :])

    assert "manifest.json" in said and "deflated" in said


def test_deflated_by_another_program_is_taken(package):
    bring(marked(package, "archive.json", compress_type=zipfile.ZIP_DEFLATED, external_attr=0))

    assert Page.objects.filter(depth=3).exists()


def test_a_bomb_is_refused_before_it_is_unpacked(package, monkeypatch):
    name = names(package, "/en.json")[0]
    bomb = b"[" + b"0," * 9_000_000 + b"0]"
    packed = zipped({"manifest.json": b"{}", name: bomb}, compression=zipfile.ZIP_DEFLATED)
    assert len(packed) < 100_000

    refused(packed)
    monkeypatch.setattr(layout, "LARGEST_FILE", 1_000_000)
    refused(packed)


def test_a_size_that_lies(package):
    name = names(package, "/en.json")[0]
    at = package.rindex(b"PK\x01\x02", 0, package.rindex(name.encode()))
    (size,) = struct.unpack_from("<I", package, at + 24)
    for lie in (size - 10, size + 10):
        refused(package[: at + 24] + struct.pack("<I", lie) + package[at + 28 :])


def test_a_directory_of_a_million_names():
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0, 0)

    assert "ZIP" not in refused(bytes(1000) + end)


def test_a_locked_package(package):
    at = package.rindex(b"PK\x01\x02")
    refused(package[: at + 8] + b"\x01\x00" + package[at + 10 :])


@pytest.mark.parametrize(
    "text",
    [
        b"{",
        b"\xff",
        b'{"a": NaN}',
        b'{"a": 1, "a": 2}',
        b'{"key": "\\u0000"}',
        b'{"key": "\\ud800"}',
        b"[" * 60 + b"]" * 60,
        b"[" * 200_000,
        b"9" * 10_000,
        b"null",
        b"[]",
    ],
)
def test_json_that_is_none_or_too_deep(package, text):
    name, _page = landmark_of(package)

    assert name in refused(changed(package, {name: text}))
