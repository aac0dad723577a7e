"""Whatever changes, the next visitor reads it; what nobody sees leaves pages kept."""

import pytest
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from heritage.archive.models import PictureRendition
from heritage.delivery import freshness
from heritage.places.models import LandmarkPage
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("page_cache")]


def publish(city):
    city.landmark.lede = "刚刚改过的一句。"
    city.landmark.save_revision().publish()


def save_plainly(city):
    city.landmark.lede = "刚刚改过的一句。"
    city.landmark.save()


def publish_a_child(city):
    make.LandmarkPageFactory(parent=city.neighbourhood, title="新来的")


def move(city):
    other = make.NeighbourhoodPageFactory(parent=city.home, slug="shamian")
    city.landmark.move(other, pos="last-child")


def change_picture(city):
    picture = city.landmark.picture
    picture.credit = "别人摄"
    picture.save()


def replace_picture_file(city):
    picture = city.landmark.picture
    picture.file = ContentFile(make.picture_bytes(colour="#123456"), "other.jpg")
    picture.save()


def change_designation(city):
    city.landmark.designations.first().delete()


def change_site(city):
    site = Site.objects.get()
    site.site_name = "新名字"
    site.save()


def change_redirect(city):
    Redirect.objects.create(old_path="/old", redirect_link="/zh-hans/")


def restrict(city):
    PageViewRestriction.objects.create(page=city.landmark, restriction_type="login")


def translate(city):
    copied = city.landmark.get_translation_or_none(make_english(city).locale)
    copied.title = "Another name"
    copied.save_revision().publish()


def make_english(city):
    from wagtail.models import Locale

    english = Locale.objects.get(language_code="en")
    if not city.neighbourhood.has_translation(english):
        city.neighbourhood.copy_for_translation(english, copy_parents=True)
        city.landmark.copy_for_translation(english)
    return city.landmark.get_translation(english)


CHANGES = [
    publish,
    save_plainly,
    publish_a_child,
    move,
    change_picture,
    replace_picture_file,
    change_designation,
    change_site,
    change_redirect,
    restrict,
    translate,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_any_change_the_page_is_made_anew(city, client, change):
    make_english(city)
    client.get(city.neighbourhood.url)
    assert client.get(city.neighbourhood.url)["X-Qilou-Cache"] == "hit"

    change(city)

    assert client.get(city.neighbourhood.url)["X-Qilou-Cache"] == "miss"


def test_a_published_sentence_is_read_by_the_next_visitor(city, client):
    client.get(city.landmark.url)

    publish(city)

    assert "刚刚改过的一句。" in client.get(city.landmark.url).content.decode()


def test_an_unpublished_page_is_gone_for_the_next_visitor(city, client):
    client.get(city.landmark.url)

    city.landmark.unpublish()

    client.raise_request_exception = False
    assert client.get(city.landmark.url).status_code != 200
    assert city.landmark.title not in client.get(city.neighbourhood.url).content.decode()


def test_a_deleted_page_is_gone_for_the_next_visitor(city, client):
    client.get(city.landmark.url)

    LandmarkPage.objects.get(pk=city.landmark.pk).delete()

    client.raise_request_exception = False
    assert client.get(city.landmark.url).status_code != 200


def test_a_moved_page_is_read_at_its_new_place_and_not_at_the_old(city, client):
    old = city.landmark.url
    client.get(old)

    move(city)

    client.raise_request_exception = False
    assert client.get(old).status_code != 200
    assert client.get(LandmarkPage.objects.get(pk=city.landmark.pk).url).status_code == 200


def test_a_page_that_was_in_the_making_when_another_was_published_is_not_kept(
    city, client, monkeypatch
):
    """Made from the old words, put down after the new ones were published."""
    serve = LandmarkPage.serve

    def serve_slowly(page, request, *args, **kwargs):
        response = serve(page, request, *args, **kwargs).render()
        monkeypatch.setattr(LandmarkPage, "serve", serve)
        publish(city)
        return response

    monkeypatch.setattr(LandmarkPage, "serve", serve_slowly)

    assert "刚刚改过的一句。" not in client.get(city.landmark.url).content.decode()
    answer = client.get(city.landmark.url)
    assert answer["X-Qilou-Cache"] == "miss"
    assert "刚刚改过的一句。" in answer.content.decode()


def test_keeping_a_draft_or_signing_in_leaves_pages_kept(city, client):
    client.get(city.landmark.url)
    user = make.UserFactory(is_superuser=True)
    client.get(city.landmark.url)

    city.landmark.title = "草稿"
    city.landmark.save_revision(user=user)
    PictureRendition.objects.create(
        image=city.landmark.picture,
        filter_spec="width-77",
        width=77,
        height=51,
        file=ContentFile(make.picture_bytes((77, 51)), "enning.width-77.jpg"),
    )
    other = type(client)()
    other.force_login(user)

    assert client.get(city.landmark.url)["X-Qilou-Cache"] == "hit"


def test_a_room_may_say_that_its_counts_are_never_shown(monkeypatch):
    monkeypatch.setattr(freshness, "UNSEEN_MODELS", set(freshness.UNSEEN_MODELS))
    before = freshness.current()

    freshness.never_shown("plaques.Plaque")
    make.PlaqueFactory()

    assert freshness.current() == before


def test_the_first_change_of_an_empty_database_counts(db):
    assert freshness.current() != (freshness.renew() or freshness.current())
