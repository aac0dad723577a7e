"""No page, public or of the desk, asks for what its Content-Security-Policy refuses."""

import pytest


@pytest.fixture
def refused(open_page):
    """Watch a page; the list fills with what its policy refused or a script broke on."""

    def watch(page):
        found = []
        words = "Content Security Policy"
        page.on("console", lambda said: words in said.text and found.append(said.text))
        page.on("pageerror", lambda error: found.append(str(error)))
        return found

    return watch


@pytest.mark.parametrize("edition", ["", "1"])
def test_every_kind_of_page_keeps_to_the_policy(site, visitor, refused, edition):
    found = refused(visitor)
    if edition:
        visitor.context.add_cookies([{"name": "elder", "value": edition, "url": site.url}])

    for page in site.city.pages.values():
        visitor.goto(site.address(page), wait_until="networkidle")
        assert not found, page


def test_the_desk_edits_previews_and_signs_in_under_its_own(site, editor, refused):
    found = refused(editor)

    for path in ("", "pages/{pk}/edit/", "images/", "reports/site-history/"):
        address = "/admin/" + path.format(pk=site.city.landmark.pk)
        editor.goto(site.address(address), wait_until="networkidle")
        assert not found, address


def test_an_editor_who_reads_the_site_has_the_bar_of_wagtail(site, editor, refused):
    found = refused(editor)

    editor.goto(site.address(site.city.landmark), wait_until="networkidle")

    assert not found


def test_a_preview_opens_beside_the_form(site, editor, refused):
    found = refused(editor)
    editor.goto(site.address(f"/admin/pages/{site.city.landmark.pk}/edit/"))
    editor.click("button[aria-label*='preview' i], button[aria-label*='预览']")
    frame = editor.frame_locator("iframe[title], iframe#w-preview-iframe").first
    frame.locator("h1").first.wait_for()

    assert not found
