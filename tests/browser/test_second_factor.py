"""Signing in with a phone, in a real browser: set up by the picture on the screen, then used."""

import base64
import io
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from django.core.cache import caches
from django_otp.oath import TOTP
from PIL import Image
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from ..factories import PASSWORD, UserFactory
from .axe import axe


@pytest.fixture(autouse=True)
def _as_in_production(settings):
    settings.SECOND_FACTOR = True
    caches["sign_in"].clear()


def give_password(window: Window, site, name: str) -> None:
    window.goto(site.address("/admin/login/"))
    window.fill("input[name=username]", name)
    window.fill("input[name=password]", PASSWORD)
    with window.expect_navigation():
        window.click("button[type=submit]")


def scanned(window: Window) -> str:
    """What a phone's camera reads off the screen, as the code that its app then shows."""
    picture = window.locator(".phone-key svg").screenshot()
    [symbol] = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    secret = parse_qs(urlsplit(symbol.text).query)["secret"][0]
    assert window.locator(".phone-key code").inner_text().replace(" ", "") == secret
    return f"{TOTP(base64.b32decode(secret)).token():06d}"


def test_a_phone_is_set_up_by_scanning_and_a_lost_one_is_got_round(site, auditor):
    window, user = auditor, UserFactory(is_superuser=True)
    give_password(window, site, user.username)
    window.goto(site.address("/admin/pages/"))
    assert axe(window) == []
    window.fill("input[name=code]", scanned(window))
    with window.expect_navigation():
        window.click("main form:has([name=code]) button")

    window.wait_for_selector(".recovery-codes")
    codes = window.locator(".recovery-codes li").all_inner_texts()
    assert len(codes) == 10
    assert axe(window) == []
    expect(window.locator("[data-print]")).to_be_visible()
    window.click("main a.button")
    window.wait_for_url("**/admin/pages/**")

    window.context.clear_cookies()
    give_password(window, site, user.username)
    assert axe(window) == []
    with window.expect_navigation():
        window.click(".ways a")
    window.fill("input[name=code]", codes[0])
    window.keyboard.press("Enter")
    window.wait_for_url("**/admin/")
    expect(window.locator(".messages .warning")).to_contain_text("9")
