"""Find Chromium, start it, and open pages in it."""

import os
import shutil

from playwright.sync_api import Browser, BrowserContext, Playwright, expect

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
# How long a busy machine may take over anything; waiting ends as soon as it is there.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


def find() -> str | None:
    """Return the path of an installed Chromium or Chrome (CHROME_PATH first), or None."""
    named = os.environ.get("CHROME_PATH")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def start(playwright: Playwright) -> Browser:
    """Start the installed browser without a window."""
    return playwright.chromium.launch(executable_path=find(), args=FLAGS)


def open_context(browser: Browser, **options) -> BrowserContext:
    """Open a visitor's browser: a phone, Chinese, unless told otherwise."""
    options.setdefault("viewport", PHONE)
    options.setdefault("locale", "zh-CN")
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context
