"""The harness itself: a running site, put back as it was, seen by a browser."""

from heritage.places.models import LandmarkPage

from .axe import axe


def test_a_browser_sees_the_running_site(site, desk):
    desk.goto(site.address("/admin/login/"))

    assert desk.locator("input[name=username]").is_visible()


def test_what_a_test_deletes(site):
    LandmarkPage.objects.get(pk=site.city.landmark.pk).delete()

    assert not LandmarkPage.objects.exists()


def test_is_back_for_the_next(site):
    assert LandmarkPage.objects.get().title == site.city.landmark.title


def test_an_editor_signs_in(editor):
    assert "/admin/" in editor.url


def test_axe_speaks_up(auditor):
    auditor.set_content("<!doctype html><html lang=en><title>x</title><main><img src=x></main>")

    assert any(line.startswith("image-alt") for line in axe(auditor))
