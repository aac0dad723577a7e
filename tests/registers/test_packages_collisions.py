"""A package only adds: what is here stays as it is, and nothing is half brought in."""

import hashlib

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, Locale, Page, PageViewRestriction

from heritage.archive.models import Picture
from heritage.plaques.models import Plaque
from heritage.registers.packages import PackageError, package_take_out

from .. import factories as make
from ..archive.samples import photograph
from .packages_city import bring, changed, content, forget, landmark_of, taken
from .test_packages_there_and_back import pages_here

pytestmark = pytest.mark.django_db


def counts() -> tuple[int, int, int]:
    return Page.objects.count(), Picture.objects.count(), Plaque.objects.count()


def test_pages_that_are_here_are_refused_by_name(package):
    bring(package)
    before = counts()

    with pytest.raises(PackageError) as error:
        bring(package)

    assert counts() == before
    said = str(error.value)
    assert "恩宁路" in said and "詹天佑故居" in said and "in English" not in said


def test_one_page_that_is_here_below_another_is_told_apart(package):
    _name, page = landmark_of(package)
    home = Page.objects.get(depth=2, locale__language_code="zh-hans")
    elsewhere = make.NeighbourhoodPageFactory(parent=home, slug="shamian", title="沙面")
    make.LandmarkPageFactory(
        parent=elsewhere, slug="zhan", title="詹宅", translation_key=page["key"]
    )

    with pytest.raises(PackageError) as error:
        bring(package)

    assert "詹宅" in str(error.value) and "恩宁路" not in str(error.value)


def test_a_second_city_may_have_the_same_address_already(package):
    home = Page.objects.get(depth=2, locale__language_code="zh-hans")
    make.NeighbourhoodPageFactory(parent=home, slug="enning", title="另一处")

    report = bring(package)

    assert report.page.slug == "enning-2"
    assert any("enning-2" in note for note in report.notes)
    assert {page.url_path.split("/")[2] for page in Page.objects.filter(depth__gt=3)} == {
        "enning-2"
    }


def test_a_code_that_points_elsewhere_refuses_the_whole_package(package):
    code = content(package, "plaques.json")["plaques"][0]["code"]
    home = Page.objects.get(depth=2, locale__language_code="zh-hans")
    Plaque.objects.create(code=code, target_key=home.translation_key)
    before = counts()

    with pytest.raises(PackageError) as error:
        bring(package)

    assert counts() == before
    assert f"{code} ({home.title})" in str(error.value)


def test_links_out_of_the_package_are_taken_off_with_a_note(full):
    elsewhere = make.NeighbourhoodPageFactory(parent=full.home, slug="shamian", title="沙面")
    landmark = make.LandmarkPageFactory(parent=elsewhere, slug="church", title="教堂")
    full.landmark.body = [
        ("text", {"text": f'<p><a linktype="page" id="{landmark.pk}">教堂</a></p>'})
    ]
    full.landmark.save()
    make.TrailStopFactory(trail=full.trail, page=landmark.page_ptr, sort_order=9)
    package = taken(full.neighbourhood)
    assert "教堂" in content(package, "manifest.json")["outside"].values()
    key = landmark.translation_key
    forget()

    report = bring(package, has_plaques=False)

    here = pages_here()
    assert here["zh-hans/zhan-tianyou"].body[0].value["text"].source == "<p>教堂</p>"
    assert here["zh-hans/walk"].stops.count() == 3
    assert len([note for note in report.notes if "link" in note or "链接" in note]) == 2
    assert not Page.objects.filter(translation_key=key).exists()


def test_a_page_that_is_here_from_before_is_linked_again(full):
    elsewhere = make.NeighbourhoodPageFactory(parent=full.home, slug="shamian", title="沙面")
    full.person.place = elsewhere.page_ptr
    full.person.save_revision().publish()
    package = taken(full.neighbourhood)
    while page := Page.objects.filter(depth=3).exclude(pk=elsewhere.pk).first():
        page.specific.delete()

    bring(package)

    assert pages_here()["zh-hans/zhan"].place_id == elsewhere.pk


def test_what_came_with_an_earlier_package_is_not_stored_twice(package):
    first = bring(package)
    pictures = Picture.objects.count()
    forget()

    report = bring(package)

    assert Picture.objects.count() == pictures
    assert first.page.pk != report.page.pk
    assert any("7" in note for note in report.notes)


def test_another_teams_collection_takes_in_nothing(package):
    theirs = Collection.get_first_root_node().add_child(name="恩宁路")
    GroupCollectionPermission.objects.create(
        group=Group.objects.create(name="theirs"),
        collection=theirs,
        permission=Permission.objects.get(codename="add_image"),
    )

    bring(package)

    pictures = Picture.objects.filter(title="旧照")
    assert {picture.collection.name for picture in pictures} == {"恩宁路 (2)"}


def test_a_page_that_only_some_may_see_never_comes_out_public(full):
    PageViewRestriction.objects.create(page=full.landmark.page_ptr, restriction_type="login")
    package = taken(full.neighbourhood)
    forget()

    report = bring(package, is_published=True)

    assert not pages_here()["zh-hans/zhan-tianyou"].live
    assert any("詹天佑故居" in note for note in report.notes)


def test_a_language_without_a_home_page_is_left_out(package):
    Page.objects.get(depth=2, locale__language_code="en").delete()

    report = bring(package)

    assert not Page.objects.filter(locale__language_code="en", depth__gt=2).exists()
    assert any("en" in note for note in report.notes)


def test_a_language_this_site_does_not_speak_is_left_out(package):
    entry = next(
        one["name"]
        for one in content(package, "manifest.json")["files"]
        if one["name"].endswith("/en.json")
    )
    page = content(package, entry) | {"language": "ja"}

    report = bring(changed(package, {entry.replace("/en.json", "/ja.json"): page}))

    assert report.counts["pages"] == 19
    assert not Locale.objects.filter(language_code="ja").exists()
    assert any("ja" in note for note in report.notes)


def test_a_file_that_is_lost_is_left_out_with_a_note(full):
    picture = Picture.objects.get(alt_zh="旧街")
    picture.file.storage.delete(picture.file.name)

    out = package_take_out(neighbourhood=full.neighbourhood)
    package = b"".join(out.stream())

    assert any("旧照" in note for note in out.notes)
    assert "旧街" not in str(content(package, "archive.json"))


def test_what_a_picture_says_about_its_place_is_taken_out_on_the_way_in(package):
    """A package from a program of somebody else may hold what our archive never would."""
    archive = content(package, "archive.json")
    key, row = next(iter(archive["pictures"].items()))
    data = photograph("JPEG")
    name = f"files/{hashlib.sha256(data).hexdigest()}.jpg"
    archive["pictures"][key] = row | {"file": name, "title": "外来"}

    others = {one["file"] for k, one in archive["pictures"].items() if k != key}
    gone = {} if row["file"] in others else {row["file"]: None}
    bring(changed(package, {"archive.json": archive, name: data, **gone}))

    with Picture.objects.get(title="外来").file.open() as kept:
        assert b"SECRET" not in kept.read()


def test_a_picture_is_named_by_this_site_not_by_the_package(package):
    bring(package)

    for picture in Picture.objects.all():
        assert picture.file.name.startswith("original_images/")
