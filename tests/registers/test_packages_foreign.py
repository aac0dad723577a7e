"""What a package of somebody else says is held to what an editor could have done here."""

import pytest
from wagtail.models import Page

from heritage.plaques.models import Plaque

from .packages_city import bring, changed, content, landmark_of, names, refused

pytestmark = pytest.mark.django_db


def with_body(package: bytes, body) -> bytes:
    name, page = landmark_of(package)
    page["words"]["body"] = body
    return changed(package, {name: page})


@pytest.mark.parametrize(
    "body",
    [
        [{"type": "raw_html", "value": "<script>alert(1)</script>", "id": "x"}],
        [{"type": "heading", "value": {"a": 1}, "id": "x"}],
        [{"type": "heading", "value": "x" * 500, "id": "x"}],
        [{"type": "text", "value": "no struct", "id": "x"}],
        [{"type": "text", "value": {"text": 5}, "id": "x"}],
        [{"type": "factoid", "value": {"figure": "1", "words": "x", "cites": "one"}, "id": "x"}],
        [{"type": "picture", "value": {"picture": 1}, "id": "x"}],
        [{"type": "gallery", "value": {"pictures": {"a": 1}}, "id": "x"}],
        {"type": "text"},
        "text",
        ["text"],
    ],
)
def test_blocks_that_are_not_ours(package, body):
    assert "詹天佑故居" in refused(with_body(package, body))


def test_an_unknown_block_is_named(package):
    assert "raw_html" in refused(
        with_body(package, [{"type": "raw_html", "value": "x", "id": "x"}])
    )


def test_scripts_in_rich_text_stay_outside(package):
    html = (
        '<p onclick="x()">一<script>alert(1)</script><a href="javascript:alert(1)">二</a>'
        '<embed embedtype="media" url="https://evil.example"/><img src=x onerror=y>'
        '<a linktype="page" id="1">三</a><a linktype="document" id="paper:x">四</a></p>'
    )
    bring(with_body(package, [{"type": "text", "value": {"text": html, "cites": ""}, "id": "x"}]))

    page = Page.objects.get(slug="zhan-tianyou", locale__language_code="zh-hans").specific
    assert page.body[0].value["text"].source == "<p>一二三四</p>"


@pytest.mark.parametrize(
    "change",
    [
        {"type": "home.HomePage"},
        {"type": "wagtailcore.Page"},
        {"type": "auth.User"},
        {"type": ["x"]},
        {"key": "not-a-key"},
        {"key": None},
        {"language": "../x"},
        {"parent": None},
        {"parent": "6d1f3c52-0d6e-4c4b-9a0e-71a0c11c0de5"},
        {"slug": "a/b"},
        {"slug": 5},
        {"slug": "opera-wall"},
        {"slug": "x" * 300},
        {"words": None},
        {"words": []},
        {"words": {}},
        {"draft": "x"},
        {"state": {}},
    ],
)
def test_pages_that_have_no_place(package, change):
    name, page = landmark_of(package)

    refused(changed(package, {name: page | change}))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 300),
        ("title", {"x": 1}),
        ("lede", "x" * 201),
        ("lede", ["x"]),
        ("site_type", "spaceship"),
        ("point_entered", "over there"),
        ("datum", "mars"),
        ("accuracy_m", "far"),
        ("accuracy_m", -5),
        ("date_edtf", "yesterday"),
        ("picture", 7),
        ("sources", {}),
        ("sources", [5]),
        ("sources", [{"citation": "x", "kind": "gossip"}]),
        ("sources", [{"citation": "x", "kind": "web", "url": "javascript:alert(1)"}]),
        ("designations", [{"track": "relic", "grade": "historic-building"}]),
    ],
)
def test_values_that_an_editor_could_not_have_typed(package, field, value):
    name, page = landmark_of(package)
    page["words"][field] = value

    refused(changed(package, {name: page}))


def test_nobody_is_signed_for_or_owns_what_comes(package):
    from .. import factories as make

    user = make.UserFactory(username="anna")
    name, page = landmark_of(package)
    page["words"] |= {"owner": user.pk, "locked_by": user.pk, "comments": [{"user": user.pk}]}
    plaques = content(package, "plaques.json")
    for row in plaques["plaques"]:
        row["in_care_of"] = "anna"
        for event in row["events"]:
            event["by"] = "anna"

    bring(changed(package, {name: page, "plaques.json": plaques}))

    page = Page.objects.get(slug="zhan-tianyou", locale__language_code="zh-hans")
    assert (page.owner, page.locked_by) == (None, None)
    assert not Plaque.objects.filter(events__by=user).exists()
    assert not Plaque.objects.exclude(in_care_of="").exists()


@pytest.mark.parametrize("which", ["target", "neighbourhood"])
def test_plaques_that_point_at_pages_of_this_city(package, which):
    home = Page.objects.get(depth=2, locale__language_code="zh-hans")
    plaques = content(package, "plaques.json")
    row = next(one for one in plaques["plaques"] if one[which])
    row[which] = {"key": str(home.translation_key), "path": home.url_path}

    assert row["code"] in refused(changed(package, {"plaques.json": plaques}))


@pytest.mark.parametrize("rows", [5, [5], [{}], [{"code": "x"}]])
def test_plaques_that_cannot_be_read(package, rows):
    plaques = content(package, "plaques.json") | {"plaques": rows}

    refused(changed(package, {"plaques.json": plaques}))


def spoilt_archive(package: bytes, kind: str, change: dict) -> dict:
    archive = content(package, "archive.json")
    key = next(iter(archive[kind]))
    archive[kind][key] |= change
    return archive


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("pictures", {"file": "../../settings.py"}),
        ("pictures", {"file": "files/" + "1" * 64 + ".jpg"}),
        ("pictures", {"file": None}),
        ("pictures", {"rights": "https://evil.example/"}),
        ("pictures", {"licence_uri": "javascript:alert(1)"}),
        ("pictures", {"origin": "dream"}),
        ("pictures", {"title": 5}),
        ("pictures", {"title": "x" * 300}),
        ("pictures", {"tags": "x"}),
        ("pictures", {"tags": [{}]}),
        ("pictures", {"tags": ["x" * 200]}),
        ("pictures", {"focal_point_x": "left"}),
        ("recordings", {"speech": "klingon"}),
        ("recordings", {"seconds": -1}),
        ("recordings", {"captions": "x"}),
        ("recordings", {"transcript": {}}),
        ("papers", {"credit": ["x"]}),
    ],
)
def test_items_of_the_archive_that_are_none(package, kind, change):
    refused(changed(package, {"archive.json": spoilt_archive(package, kind, change)}))


@pytest.mark.parametrize("ending", [".jpg", ".mp3", ".mp4", ".pdf", ".vtt"])
@pytest.mark.parametrize("data", [b"<html><script>alert(1)</script>", b"", bytes(5000)])
def test_files_that_are_not_what_they_are_called(package, ending, data):
    name = names(package, ending)[0]

    refused(changed(package, {name: data}))


def test_archive_without_its_parts(package):
    for archive in ([], {}, {"pictures": []}, {"pictures": {"a": 5}, "recordings": {}}):
        refused(changed(package, {"archive.json": archive}))


def test_a_dry_run_refuses_the_same(package):
    name, page = landmark_of(package)
    page["words"]["lede"] = "x" * 999

    assert "lede" in refused(changed(package, {name: page}), is_dry_run=True)
