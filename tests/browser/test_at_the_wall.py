"""Fixing a plaque with a phone in one hand: two taps, also without scripts."""

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from heritage.editorial.teams.founding import EDITORS
from heritage.plaques.caring import plaque_fix
from heritage.plaques.models import Plaque
from heritage.plaques.services import plaque_retarget

from ..factories import UserFactory, picture_bytes
from .axe import axe

BESIDE_THE_MURAL = {"latitude": 23.11721, "longitude": 113.23551, "accuracy": 7}
FIRST_PAGE = ".offers button >> nth=0"
CONFIRM = "form.wall-form button.big"


@pytest.fixture
def plaque(site) -> Plaque:
    [plaque] = Plaque.objects.mint(1, neighbourhood_key=site.city.neighbourhood.translation_key)
    return plaque


@pytest.fixture
def sign_in(site):
    """Sign an editor in on a phone."""

    def signer(phone: Window) -> Window:
        user = UserFactory()
        user.groups.add(Group.objects.get(name=EDITORS))
        return site.sign_in(phone, user)

    return signer


def test_two_taps_fix_a_plaque_where_the_nearest_page_is_right(site, plaque, open_page, sign_in):
    phone = sign_in(open_page(geolocation=BESIDE_THE_MURAL, permissions=["geolocation"]))
    hosts = set()
    phone.on("request", lambda request: hosts.add(request.url.split("/")[2]))

    phone.goto(site.address(f"/Q/{plaque.code}"))
    phone.wait_for_function("document.querySelector('.offers span')?.innerText.match(/\\d/)")
    phone.click(FIRST_PAGE)
    phone.click(CONFIRM)

    phone.wait_for_url(f"**/q/{plaque.code}/fix/?done=1")
    phone.goto(site.address(f"/Q/{plaque.code}"))
    phone.wait_for_url(f"**/opera-wall/#q-{plaque.code}")
    assert phone.locator(f"#q-{plaque.code}").is_visible()
    plaque.refresh_from_db()
    assert (plaque.status, plaque.position) == ("fixed", (23.11721, 113.23551))
    assert len(hosts) == 1


def test_back_leads_to_the_pages_again_and_a_failed_upload_loses_nothing(
    site, plaque, open_page, sign_in
):
    phone = sign_in(open_page(geolocation=BESIDE_THE_MURAL, permissions=["geolocation"]))
    phone.goto(site.address(f"/Q/{plaque.code}"))
    phone.wait_for_function("document.querySelector('.offers span')?.innerText.match(/\\d/)")
    with phone.expect_navigation():
        phone.click(FIRST_PAGE)

    with phone.expect_navigation():
        phone.go_back()
    expect(phone.locator(FIRST_PAGE)).to_be_visible()
    with phone.expect_navigation():
        phone.click(FIRST_PAGE)

    phone.route("**/fix/**", lambda route: route.abort())
    photo = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes((640, 480))}
    phone.set_input_files("[name=photo]", photo)
    phone.click(CONFIRM)
    expect(phone.locator("[data-send].wall-error")).to_be_visible()
    phone.unroute("**/fix/**")
    phone.click(CONFIRM)

    expect(phone.locator(".wall-next")).to_be_visible()
    plaque.refresh_from_db()
    assert plaque.photo


def test_a_phone_without_scripts_fixes_a_plaque_too(site, plaque, open_page, sign_in, desk):
    session = sign_in(desk).context.storage_state()
    phone = open_page(java_script_enabled=False, storage_state=session)

    phone.goto(site.address(f"/Q/{plaque.code}"))
    phone.fill("#find", "粤剧")
    with phone.expect_navigation():
        phone.click(".find button")
    phone.click(FIRST_PAGE)
    phone.click(CONFIRM)

    phone.wait_for_url(f"**/q/{plaque.code}/fix/?done=1")


def test_the_pages_at_the_wall_pass_axe_and_fit_a_small_phone(site, plaque, auditor, sign_in):
    phone = sign_in(auditor)
    plaque_fix(plaque=Plaque.objects.mint(1)[0])
    plaque_fix(plaque=site.city.plaque, lat=23.1169, lng=113.2352)
    round_of = f"/admin/plaques/round/?neighbourhood={site.city.neighbourhood.pk}"
    for path in (f"/q/{plaque.code}/fix/", f"/q/{site.city.plaque.code}/fix/", round_of):
        phone.goto(site.address(path))
        assert axe(phone) == [], path
        assert phone.evaluate("document.documentElement.scrollWidth") == 360
    with phone.expect_navigation():
        phone.click(".offers a")
    assert axe(phone) == []


def test_what_was_said_of_one_plaque_is_told_at_the_next_and_can_be_changed(
    site, open_page, sign_in
):
    for plaque in Plaque.objects.mint(2):
        plaque_retarget(plaque=plaque, page=site.city.mural)
        plaque_fix(plaque=plaque)
    phone = sign_in(open_page())
    phone.goto(site.address(f"/admin/plaques/round/?neighbourhood={site.city.neighbourhood.pk}"))
    with phone.expect_navigation():
        phone.click(".offers a")
    first = phone.url

    phone.click(".state-missing")

    told = phone.locator("p.wall-kept")
    expect(told).to_be_visible()
    with phone.expect_navigation():
        told.locator("a").click()
    assert phone.url == first
