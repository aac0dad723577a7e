"""Wagtail's checker runs in the editor's preview; a visitor carries none of it."""

import pytest
from django.urls import reverse

from tests.editorial.forms import filled_in

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_the_editor_asks_what_this_site_asks_beside(admin, city):
    html = admin.get(edit_url(city.landmark)).content.decode()
    assert "checker-axe-configuration" in html
    assert "image-redundant-alt" in html
    assert "MMEXPORT" in html


def test_the_preview_panel_carries_the_checker_and_a_visitor_does_not(admin, city, client):
    form = admin.get(edit_url(city.landmark)).context["form"]
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[city.landmark.pk])
    assert admin.post(url, filled_in(form)).json()["is_valid"]
    preview = admin.get(f"{url}?in_preview_panel=true")
    assert "wagtail-userbar" in preview.content.decode()
    assert "script-src 'self'" in preview["Content-Security-Policy"]
    assert "userbar" not in admin.get(city.landmark.url).content.decode()
    client.logout()
    assert "userbar" not in client.get(city.landmark.url).content.decode()
