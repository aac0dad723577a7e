"""A neighbourhood with one of everything a package carries, and an installation without it."""

import hashlib
import io
import json
import zipfile

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, Locale, Page

from heritage.archive.intake import picture_admit, recording_admit
from heritage.archive.models import Paper, Picture
from heritage.places.models import Hotspot, MuralCondition, MuralView, NeighbourhoodFact
from heritage.plaques.caring import plaque_fix, plaque_inspect
from heritage.plaques.models import Plaque, StatutoryMarker
from heritage.plaques.registries import parts_of
from heritage.plaques.services import plaque_retarget
from heritage.plaques.wall.photos import photo_kept
from heritage.registers.packages import PackageError, package_bring_in, package_take_out
from heritage.storytelling.models import Statement, StoryRecording
from heritage.storytelling.traditional import sync_page

from .. import factories as make
from ..archive import sounds
from ..archive.samples import ending, photograph


def furnish(city):
    """Fill the test city's neighbourhood; returns the city."""
    picture = make.PictureFactory(
        title="旧照", alt_zh="旧街", credit="街坊", date_text="约1930年代"
    )
    picture.tags.add("骑楼", "1930s")
    Picture.objects.filter(pk=picture.pk).update(
        focal_point_x=10, focal_point_y=20, focal_point_width=30, focal_point_height=40
    )
    twin = make.PictureFactory(title="旧照", alt_zh="同一张照片，另一段说明")
    recording = make.RecordingFactory(
        file=ContentFile(sounds.mp3(3), "memory.mp3"), speaker="街坊", poster=picture
    )
    film = make.RecordingFactory(
        title="修楼", file=ContentFile(admitted_film(), "film.mp4"), kind="video", seconds=4
    )
    film.captions.save(
        "film.vtt", ContentFile("WEBVTT\n\n00:00.000 --> 00:02.000\n灰塑\n".encode())
    )
    paper = Paper(title="公告", credit="市政府", file=ContentFile(b"%PDF-1.4 notice", "notice.pdf"))
    paper.save()
    _tell(city, picture, twin, recording, film, paper)
    _publish(city)
    _hang(city)
    return city


def admitted_film() -> bytes:
    """A film as the archive keeps it: without what it says about its place."""
    file = ContentFile(sounds.mp4(4), "film.mp4")
    recording_admit(file)
    return file.read()


def _tell(city, picture, twin, recording, film, paper):
    landmark, mural = city.landmark, city.mural
    links = (
        f'<p>见<a linktype="page" id="{mural.pk}">彩绘墙</a>、'
        f'<a linktype="document" id="{paper.pk}">公告</a>、'
        '<a href="https://example.org/?a=1&amp;b=2">网页</a><br/>“引文” &amp; 1 &lt; 2</p>'
    )
    landmark.body = json.dumps(
        _blocks(city, links, picture, twin, recording, film), ensure_ascii=False
    )
    landmark.is_red, landmark.alt_names = True, "詹宅\n=詹天佑旧居"
    landmark.statements = [Statement(claim="date", text="建于光绪十四年", source_number=1)]
    landmark.recordings = [StoryRecording(recording=recording)]
    mural.views = [MuralView(picture=picture, date="2020年", caption="初成")]
    mural.conditions = [MuralCondition(seen_on="2026-01-02", state="fading")]
    mural.hotspots = [Hotspot(title="花旦", text="红船", x="0.4", y="0.5")]
    city.neighbourhood.facts = [NeighbourhoodFact(label="面积", value="0.55 平方公里", cites="1")]
    city.neighbourhood.boundary = {
        "type": "Polygon",
        "coordinates": [[[113.23, 23.11], [113.24, 23.11], [113.24, 23.12], [113.23, 23.11]]],
    }


def _blocks(city, links, picture, twin, recording, film) -> list[dict]:
    mural = city.mural
    return [
        {"type": "text", "value": {"text": links, "cites": "1"}, "id": "t1"},
        {"type": "heading", "value": "一座楼", "id": "h1"},
        {"type": "picture", "value": {"picture": picture.pk, "caption": "", "cites": ""}},
        {
            "type": "gallery",
            "value": {
                "title": "门面",
                "pictures": [
                    {"picture": picture.pk, "caption": "=1+1", "cites": ""},
                    {
                        "type": "item",
                        "id": "g2",
                        "value": {"picture": twin.pk, "caption": "二", "cites": "1"},
                    },
                ],
            },
            "id": "g1",
        },
        {"type": "audio", "value": {"recording": recording.pk, "caption": ""}, "id": "a1"},
        {"type": "video", "value": {"recording": film.pk, "caption": "修楼"}, "id": "v1"},
        {
            "type": "pages",
            "value": {"title": "接着看", "pages": [city.person.pk, mural.pk]},
            "id": "p1",
        },
        {"type": "map", "value": {"caption": "图", "places": [mural.pk]}, "id": "m1"},
    ]


def _publish(city):
    """Everything in three languages; the history stays a draft, the person has one above it."""
    english = Locale.objects.get(language_code="en")
    for name in ("neighbourhood", "landmark", "mural", "corridor", "person", "trail"):
        page = getattr(city, name)
        page.save_revision().publish()
        copy = page.specific.copy_for_translation(english)
        copy.title = f"{name} in English"
        copy.save_revision().publish()
    traditional = sync_page(city.landmark)
    traditional.lede = "手寫的一句"
    traditional.save_revision().publish()
    city.person.refresh_from_db()
    city.person.known_for = "尚未发布的改动"
    city.person.save_revision()
    city.history.unpublish()


def _hang(city):
    anna = make.UserFactory(username="anna")
    [_waiting, panel] = Plaque.objects.mint(2, neighbourhood_key=city.neighbourhood.translation_key)
    plaque_retarget(plaque=panel, page=city.corridor, part=parts_of(city.corridor)[0], by=anna)
    photo = photographed(city.plaque, by=anna)
    plaque_fix(plaque=city.plaque, lat=23.1172, lng=113.2355, mount="wall", photo=photo, by=anna)
    photo = photographed(city.plaque, by=anna, form="WEBP")
    plaque_inspect(plaque=city.plaque, state="damaged", note="scratched", photo=photo, by=anna)
    StatutoryMarker.objects.create(
        plaque=city.plaque, **dict.fromkeys(StatutoryMarker.STATEMENTS, "2002")
    )


def photographed(plaque: Plaque, *, by, form: str = "JPEG") -> Picture:
    """A plaque in its place, as the archive keeps what a phone sent."""
    file = ContentFile(photograph(form), f"wall.{ending(form)}")
    return photo_kept(file=picture_admit(file), plaque=plaque, by=by)


def taken(page, **options) -> bytes:
    """A package of a neighbourhood."""
    return b"".join(package_take_out(neighbourhood=page, **options).stream())


def bring(package: bytes, **options):
    return package_bring_in(io.BytesIO(package), **options)


def forget() -> None:
    """Delete every neighbourhood; what it showed stays in the archive."""
    while page := Page.objects.filter(depth=3).order_by("path").first():
        page.specific.delete()


def entries(package: bytes) -> dict[str, bytes]:
    """What is in a package, without the date of its manifest."""
    with zipfile.ZipFile(io.BytesIO(package)) as zipped:
        found = {name: zipped.read(name) for name in zipped.namelist()}
    manifest = json.loads(found.pop("manifest.json"))
    del manifest["made_at"]
    return {**found, "manifest": json.dumps(manifest)}


def content(package: bytes, name: str):
    """One JSON file of a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as zipped:
        return json.loads(zipped.read(name))


def changed(package: bytes, changes: dict, *, is_signed: bool = True) -> bytes:
    """The package with entries put in place of others (None: taken out), its sums mended."""
    with zipfile.ZipFile(io.BytesIO(package)) as zipped:
        found = {name: zipped.read(name) for name in zipped.namelist()}
    for name, data in changes.items():
        if data is None:
            found.pop(name)
        else:
            found[name] = data if isinstance(data, bytes) else json.dumps(data).encode()
    if is_signed and "manifest.json" not in changes:
        manifest = json.loads(found["manifest.json"])
        manifest["files"] = [
            {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in found.items()
            if name != "manifest.json"
        ]
        found["manifest.json"] = json.dumps(manifest).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zipped:
        for name, data in found.items():
            zipped.writestr(name, data)
    return buffer.getvalue()


def refused(package: bytes, **options) -> str:
    """What is said; and nothing at all has come in."""
    with pytest.raises(PackageError) as error:
        bring(package, **options)
    assert not Page.objects.filter(depth__gt=2).exists()
    assert not Picture.objects.exists()
    assert not Plaque.objects.exists()
    assert not Collection.objects.filter(depth__gt=1).exists()
    return str(error.value)


def names(package: bytes, ending: str = "") -> list[str]:
    listed = [one["name"] for one in content(package, "manifest.json")["files"]]
    return [name for name in listed if name.endswith(ending)]


def landmark_of(package: bytes) -> tuple[str, dict]:
    """The Chinese page of the landmark."""
    for name in names(package, "/zh-hans.json"):
        page = content(package, name)
        if page["type"] == "places.LandmarkPage":
            return name, page
    raise AssertionError
