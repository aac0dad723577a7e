"""An editor's first evening: a story with a picture, published, on the wall, taken back."""

import io
import re
from urllib.parse import urlsplit

import pytest
import zxingcpp
from django.contrib.auth.models import Group
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from heritage.editorial.teams.founding import EDITORS
from heritage.places.models import LandmarkPage

from ..factories import UserFactory, picture_bytes

NAME, LEDE = "多宝坊二十七号", "门口的趟栊，还是一百年前那一副。"
PHONES_WIDTH = "document.querySelector('#w-preview-iframe')?.contentWindow?.innerWidth"
TABS = ("story", "facts", "sources", "address")


@pytest.fixture
def desk_of_an_editor(site, desk) -> Window:
    """A wide window in which an editor has signed in."""
    user = UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    return site.sign_in(desk, user)


def open_tab(desk: Window, name: str) -> None:
    """Open one of the tabs every story has; their ids are in the editor's language."""
    desk.locator("#main form [role=tab]").nth(TABS.index(name)).click()


def upload_a_picture(desk: Window) -> None:
    desk.click("#id_picture-chooser [data-chooser-action-choose]:visible")
    desk.click("[role=dialog] #tab-label-upload, .modal #tab-label-upload")
    form = desk.locator(".modal form[enctype]:visible")
    form.locator("input[type=file]").set_input_files(
        {"name": "door.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes()}
    )
    form.locator("[name$=title]").fill("趟栊门")
    form.locator("[name$=alt_zh]").fill("一副木趟栊，门半开")
    form.locator("[type=submit]").click()
    expect(desk.locator("#id_picture-chooser img")).to_be_visible()


def write_a_paragraph(desk: Window) -> None:
    desk.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    desk.locator(".w-combobox [role=option]").first.click()
    desk.locator("[data-contentpath=body] [contenteditable=true]").first.click()
    desk.keyboard.type("这座房子建于光绪十四年。")
    desk.fill("[name=body-0-value-cites]", "1")


def write_facts_and_sources(desk: Window) -> None:
    open_tab(desk, "facts")
    desk.fill("[name=date]", "清光绪十四年")
    expect(desk.locator(".reading-field:has([name=date]) output")).to_contain_text("1888-02-12")
    desk.fill("[name=point_entered]", "23.1180, 113.2361")
    expect(desk.locator(".reading-field:has([name=point_entered]) output")).to_contain_text(
        "23.118"
    )
    open_tab(desk, "sources")
    desk.click("#id_sources-ADD")
    desk.fill("[name=sources-0-citation]", "街坊口述，2026年")


def write_a_landmark(desk: Window) -> None:
    """From the first page of the admin to a filled-in form."""
    desk.click(".first-job form button")
    desk.click(".page-kinds a[href*=landmarkpage]")
    desk.fill("[name=title]", NAME)
    desk.fill("[name=lede]", LEDE)
    upload_a_picture(desk)
    write_a_paragraph(desk)
    write_facts_and_sources(desk)


def see_it_on_a_phone(desk: Window) -> None:
    """Open the preview beside the form: it has a phone's width and shows the story."""
    desk.click("[data-side-panel-toggle=preview]")
    frame = desk.frame_locator("#w-preview-iframe")
    expect(frame.locator("h1")).to_contain_text(NAME)
    # Asked again until it holds: the panel puts a new frame in place of the old one as one types.
    desk.wait_for_function(f"{PHONES_WIDTH} > 0 && {PHONES_WIDTH} < 500")
    desk.click("[data-side-panel-toggle=preview]")


def publish(desk: Window) -> LandmarkPage:
    desk.click("footer [data-w-dropdown-target=toggle]")
    desk.click("[name=action-publish]:visible")
    expect(desk.locator(".messages .success")).to_be_visible()
    return LandmarkPage.objects.get(title=NAME, locale__language_code="zh-hans")


def make_a_plaque(desk: Window, site, page: LandmarkPage) -> str:
    """Make it in the admin, fetch its symbol as the sign-maker would, and read what it says."""
    desk.goto(site.address(reverse("plaques:of_page", args=[page.pk])))
    desk.click("main form button.bicolor")
    png = desk.locator("a[href*='.png']").first.get_attribute("href")
    answer = desk.request.get(site.address(png))
    [symbol] = zxingcpp.read_barcodes(Image.open(io.BytesIO(answer.body())))
    return urlsplit(symbol.text).path


def test_an_editor_puts_a_story_on_the_wall_and_takes_it_back(site, desk_of_an_editor, visitor):
    desk = desk_of_an_editor
    write_a_landmark(desk)
    see_it_on_a_phone(desk)
    page = publish(desk)

    visitor.goto(site.address(page))
    expect(visitor.locator("h1")).to_contain_text(NAME)
    expect(visitor.locator("main")).to_contain_text(LEDE)
    expect(visitor.locator("main img").first).to_have_attribute("alt", re.compile("趟栊"))

    door = make_a_plaque(desk, site, page)
    visitor.goto(site.address(door))
    assert urlsplit(visitor.url).path == page.url
    expect(visitor.locator("h1")).to_contain_text(NAME)

    desk.goto(site.address(f"/admin/pages/{page.pk}/unpublish/"))
    desk.click("main form [type=submit]")
    expect(desk.locator(".messages .success")).to_be_visible()
    visitor.goto(site.address(door))
    expect(visitor.locator("main")).to_contain_text(NAME)
    assert urlsplit(visitor.url).path != page.url
