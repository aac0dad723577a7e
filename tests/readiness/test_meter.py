"""The meter beside the form, and what it asks while an editor types."""

import pytest
from django.urls import reverse

from heritage.editorial.readiness.models import WatchedWord
from tests.editorial.forms import filled_in
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_form_shows_what_is_missing_with_a_way_to_each_field(admin, city):
    city.landmark.lede = ""
    city.landmark.save_revision()
    html = admin.get(edit_url(city.landmark)).content.decode()
    assert 'data-state="missing"' in html
    assert 'href="#:w:contentpath=lede"' in html
    assert "readiness/meter.js" in html


@pytest.mark.parametrize(
    "kind", ["neighbourhood", "mural", "corridor", "history", "person", "trail"]
)
def test_every_kind_of_page_has_its_meter(admin, city, kind):
    html = admin.get(edit_url(getattr(city, kind))).content.decode()
    assert "data-readiness" in html


def test_a_page_being_begun_shows_what_it_will_need(admin, city):
    url = reverse("wagtailadmin_pages:add", args=["places", "landmarkpage", city.neighbourhood.pk])
    html = admin.get(url).content.decode()
    assert 'data-state="missing"' in html
    ask = reverse("readiness:ask_new", args=["places", "landmarkpage", city.neighbourhood.pk])
    assert f'data-ask="{ask}"' in html


def test_the_meter_is_asked_of_what_stands_in_the_form_and_nothing_is_saved(admin, city):
    WatchedWord.objects.create(word="敏感词")
    form = admin.get(edit_url(city.landmark)).context["form"]
    revisions = city.landmark.revisions.count()
    url = reverse("readiness:ask", args=[city.landmark.pk])
    html = admin.post(url, filled_in(form, lede="这里有敏感词", picture="")).content.decode()
    assert "#:w:contentpath=picture" in html
    assert "readiness-watched" in html and "lede" in html
    city.landmark.refresh_from_db()
    assert city.landmark.picture_id
    assert city.landmark.revisions.count() == revisions


def test_a_new_page_is_asked_in_its_neighbourhood(admin, city):
    names = ["places", "landmarkpage", city.neighbourhood.pk]
    form = admin.get(reverse("wagtailadmin_pages:add", args=names)).context["form"]
    data = filled_in(form, title="远处", point_entered="23.40, 113.20")
    html = admin.post(reverse("readiness:ask_new", args=names), data).content.decode()
    assert "point_entered" in html


def test_a_form_that_cannot_be_read_keeps_the_meter_as_it_was(admin, city):
    form = admin.get(edit_url(city.landmark)).context["form"]
    url = reverse("readiness:ask", args=[city.landmark.pk])
    assert admin.post(url, filled_in(form, point_entered="nowhere")).status_code == 204


def test_nobody_asks_about_pages_that_are_not_theirs(client, city):
    client.force_login(UserFactory())
    assert client.post(reverse("readiness:ask", args=[city.landmark.pk])).status_code == 302
