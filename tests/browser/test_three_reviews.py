"""A story passes three people, each at a window of their own, and is public."""

import pytest
from playwright.sync_api import expect

from heritage.editorial.teams.asking import group_of
from heritage.editorial.teams.roles import CityRole, TeamRole
from heritage.editorial.teams.services import city_roles_found, team_found

from ..factories import UserFactory
from . import chromium

LEDE = "门口的趟栊，还是一百年前那一副。"


@pytest.fixture
def window_of(site, open_page):
    """`window_of(role, team)`: somebody with that role, signed in at a wide window or a phone."""

    def opened(role, team=None, viewport=chromium.DESK):
        user = UserFactory()
        user.groups.add(group_of(role, team))
        return site.sign_in(open_page(viewport=viewport), user)

    return opened


def send(editor, site, page):
    editor.goto(site.address(f"/admin/pages/{page.pk}/edit/"))
    editor.fill("[name=lede]", LEDE)
    editor.click("footer [data-w-dropdown-target=toggle]")
    editor.click("[name=action-submit]:visible")
    expect(editor.locator(".messages .success")).to_be_visible()


def passes(window, site, page):
    """From the inbox to the story, read what changed, pass it."""
    window.goto(site.address("/admin/reviews/"))
    window.click(f".review-card a[href$='/reviews/{page.pk}/']")
    expect(window.locator(".review-after ins").first).to_contain_text("趟栊")
    assert window.evaluate("document.documentElement.scrollWidth") <= window.viewport_size["width"]
    window.click(".review-judgement [value=pass]")
    expect(window.locator(".messages .success")).to_be_visible()


def test_a_story_passes_three_people_and_is_public(site, window_of, visitor):
    page = site.city.landmark
    city_roles_found()
    team = team_found(page=site.city.neighbourhood, by=None)
    send(window_of(TeamRole.EDITOR, team), site, page)

    passes(window_of(TeamRole.CURATOR, team, viewport=chromium.PHONE), site, page)
    passes(window_of(CityRole.REVIEWER), site, page)
    visitor.goto(site.address(page))
    expect(visitor.locator("main")).not_to_contain_text(LEDE)
    passes(window_of(CityRole.PUBLISHER), site, page)

    visitor.goto(site.address(page))
    expect(visitor.locator("main")).to_contain_text(LEDE)
