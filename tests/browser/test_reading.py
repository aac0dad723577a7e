"""A visitor's phone on every page type: accessible, without scripts, without third parties."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from ..city import KINDS
from .axe import axe

EDITIONS = ("light", "elder")
OTHERS = (
    "/en/",
    "/zh-hans/map/",
    "/zh-hans/search/?q=恩宁",
    "/zh-hans/nothing-here/",
    "/Q/",
    "/Q/000000",
)


def address(site, kind):
    return site.address(site.city.pages[kind] if kind in KINDS else kind)


def wear(page, site, edition):
    if edition == "elder":
        page.context.add_cookies([{"name": "elder", "value": "1", "url": site.url}])


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", [*KINDS, *OTHERS])
def test_axe_finds_nothing_to_mend(site, auditor, kind, edition):
    wear(auditor, site, edition)
    auditor.goto(address(site, kind))
    assert auditor.locator("html").get_attribute("data-edition") == (
        "elder" if edition == "elder" else None
    )
    assert axe(auditor) == []


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", [*KINDS, *OTHERS])
def test_nothing_is_asked_of_others_and_nothing_runs_off_a_narrow_screen(
    site, open_page, kind, edition
):
    page = open_page(viewport={"width": 360, "height": 740})
    wear(page, site, edition)
    hosts, complaints = set(), []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address(site, kind), wait_until="networkidle")
    expected_404 = "nothing-here" in kind
    assert hosts - {""} == {urlsplit(site.url).netloc}
    assert [text for text in complaints if not (expected_404 and "404" in text)] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_reads_and_leads_on_without_scripts(site, reader_without_scripts, kind):
    page = reader_without_scripts
    page.goto(address(site, kind))
    title = site.city.pages[kind].title
    assert page.locator("h1").count() == 1
    assert kind == "home" or title in page.locator("h1").inner_text().replace("\n", "")
    with page.expect_navigation():
        page.locator("footer a").first.click()
    expect(page.locator("h1")).to_be_visible()


def test_the_elder_edition_is_put_on_and_off_without_scripts(site, reader_without_scripts):
    page = reader_without_scripts
    page.goto(address(site, "landmark"))
    before = page.url
    page.locator("a[href*='elder']").first.click()
    expect(page.locator("html[data-edition=elder]")).to_have_count(1)
    assert page.url == before
    size = page.locator(".prose p, main p.lede").last.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize)"
    )
    assert size >= 20
    page.locator("a[href*='elder']").first.click()
    expect(page.locator("html:not([data-edition])")).to_have_count(1)


def test_the_language_switch_stays_on_the_page(site, visitor):
    visitor.goto(address(site, "landmark"))
    path = urlsplit(visitor.url).path
    visitor.locator("a[hreflang=en]").first.click()
    visitor.wait_for_url("**/en/**")
    assert urlsplit(visitor.url).path == path.replace("/zh-hans/", "/en/")
    assert site.city.landmark.title in visitor.locator("h1").inner_text().replace("\n", "")


def test_a_scanned_plaque_says_you_are_here(site, visitor):
    visitor.goto(site.address(f"/Q/{site.city.plaque.code}"))
    visitor.wait_for_url("**/zh-hans/**")
    here = visitor.locator(f"#q-{site.city.plaque.code}")
    expect(here).to_contain_text(site.city.plaque.code)
    visitor.goto(address(site, "landmark") + "#elsewhere")
    expect(here).to_be_hidden()
