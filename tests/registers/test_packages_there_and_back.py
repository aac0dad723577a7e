"""A neighbourhood goes to another installation whole, and comes out of it the same."""

from pathlib import Path

import pytest
from wagtail.models import Page

from heritage.archive.models import Picture, Recording
from heritage.plaques.models import Plaque
from heritage.storytelling.models import TraditionalCopy
from heritage.storytelling.traditional import sync_page

from .. import factories as make
from .packages_city import bring, content, entries, taken

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def pages_here() -> dict[str, Page]:
    pages = Page.objects.filter(depth__gt=2).specific()
    return {f"{page.locale.language_code}/{page.slug}": page for page in pages}


def test_the_same_content_gives_the_same_bytes(full, time_stands_still):
    assert taken(full.neighbourhood) == taken(full.neighbourhood)


@pytest.fixture
def time_stands_still(monkeypatch):
    from django.utils import timezone

    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)


def test_out_in_and_out_again_is_identical(package):
    report = bring(package, is_published=True)

    assert report.notes == []
    again = entries(taken(report.page))
    before = entries(package)
    assert again.keys() == before.keys()
    for name in before:
        assert again[name] == before[name], name


def test_it_comes_as_drafts_that_nobody_sees_yet(package, client):
    report = bring(package)

    pages = pages_here().values()
    assert len(pages) == report.counts["pages"] == 19
    assert not any(page.live or page.first_published_at for page in pages)
    assert all(page.latest_revision for page in pages)
    assert client.get("/zh-hans/enning/").status_code == 404


def test_published_it_reads_as_it_did(package, client):
    bring(package, is_published=True)

    answer = client.get("/zh-hans/enning/zhan-tianyou/").content.decode()

    assert "/zh-hans/enning/opera-wall/" in answer
    assert "旧街" in answer
    assert client.get("/zh-hant/enning/zhan-tianyou/").status_code == 200
    assert client.get("/en/enning/zhan-tianyou/").status_code == 200
    assert client.get("/zh-hans/enning/opening/").status_code == 404


def test_references_lead_to_the_rows_of_this_installation(package):
    make.PictureFactory()  # so that numbers differ
    bring(package, is_published=True)
    here = pages_here()
    landmark, mural = here["zh-hans/zhan-tianyou"], here["zh-hans/opera-wall"]

    assert [stop.page_id for stop in here["zh-hans/walk"].stops.all()][:2] == [
        landmark.pk,
        mural.pk,
    ]
    assert here["zh-hans/zhan"].place_id == landmark.pk
    text = landmark.body[0].value["text"].source
    assert f'id="{mural.pk}" linktype="page"' in text
    gallery = landmark.body[3].value["pictures"]
    assert [one["picture"].alt_zh for one in gallery] == ["旧街", "同一张照片，另一段说明"]
    assert landmark.recordings.get().recording.transcript.startswith("（示例）")
    assert (landmark.lat, landmark.lng) != (None, None)
    assert landmark.date_earliest is not None


def test_pictures_keep_their_rights_their_tags_and_what_matters_in_them(package):
    bring(package)

    picture = Picture.objects.get(alt_zh="旧街")
    assert (picture.credit, picture.date_text, picture.rights) == (
        "街坊",
        "约1930年代",
        make.CC_BY,
    )
    assert sorted(tag.name for tag in picture.tags.all()) == ["1930s", "骑楼"]
    assert picture.focal_point_height == 40
    assert picture.collection.name == "恩宁路"
    film = Recording.objects.get(title="修楼")
    with film.captions.open() as captions:
        assert (film.kind, captions.read()[:6]) == ("video", b"WEBVTT")


def test_a_translators_hand_is_still_known_from_the_machines(package):
    bring(package, is_published=True)
    here = pages_here()
    assert TraditionalCopy.objects.count() == 6

    sync_page(here["zh-hans/zhan-tianyou"])

    traditional = pages_here()["zh-hant/zhan-tianyou"]
    assert traditional.lede == "手寫的一句"


def test_its_codes_open_its_pages_here(package):
    codes = {row["code"] for row in content(package, "plaques.json")["plaques"]}

    report = bring(package)

    assert set(Plaque.objects.values_list("code", flat=True)) == codes
    assert report.counts["plaques"] == 3
    fixed = Plaque.objects.get(mount="wall")
    assert fixed.target_key == pages_here()["zh-hans/zhan-tianyou"].translation_key
    assert fixed.events.exclude(by=None).count() == 0


def test_codes_may_stay_behind(package):
    bring(package, has_plaques=False)

    assert not Plaque.objects.exists()


def test_only_what_visitors_see(full):
    package = taken(full.neighbourhood, is_published_only=True)

    manifest = content(package, "manifest.json")
    assert manifest["counts"]["histories.PersonPage"] == 3
    assert "histories.HistoryPage" not in manifest["counts"]
    assert "尚未发布的改动" not in str(entries(package))


def test_no_names_of_accounts_are_in_it(package):
    assert b"anna" not in b"".join(
        data for name, data in entries(package).items() if name.endswith(".json")
    )


def test_a_dry_run_keeps_nothing_not_even_a_file(package, settings):
    before = sorted(Path(settings.MEDIA_ROOT).rglob("*"))

    report = bring(package, is_dry_run=True)

    assert report.counts["pages"] == 19 and report.page is None
    assert not pages_here() and not Picture.objects.exists() and not Plaque.objects.exists()
    assert [path for path in sorted(Path(settings.MEDIA_ROOT).rglob("*")) if path.is_file()] == [
        path for path in before if path.is_file()
    ]
