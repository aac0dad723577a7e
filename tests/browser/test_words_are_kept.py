"""What an editor has written stays on the screen when it cannot be sent."""

from django.contrib.auth import get_user_model
from playwright.sync_api import expect

WORDS = "写了一个下午的一句话。"


def write(editor, site):
    editor.goto(site.address(f"/admin/pages/{site.city.landmark.pk}/edit/"))
    editor.fill("[name=lede]", WORDS)


def save(editor):
    editor.click("footer .action-save")


def test_words_outlast_the_session(editor, site):
    write(editor, site)
    editor.context.clear_cookies()
    save(editor)
    expect(editor.locator(".sending-note a")).to_be_visible()
    expect(editor.locator("[name=lede]")).to_have_value(WORDS)

    # Signing in makes another token than the one that the form was made with.
    site.sign_in(editor.context.new_page(), get_user_model().objects.get(is_superuser=True))
    save(editor)

    expect(editor.locator(".messages .success")).to_be_visible()
    expect(editor.locator("[name=lede]")).to_have_value(WORDS)
    expect(editor.locator(".sending-note")).to_have_count(0)


def test_words_outlast_the_connection(editor, site):
    write(editor, site)
    editor.context.set_offline(True)
    save(editor)
    expect(editor.locator(".sending-note")).to_be_visible()
    editor.context.set_offline(False)

    editor.click("footer [data-w-dropdown-target=toggle]")
    editor.click("[name=action-publish]:visible")

    expect(editor.locator(".messages .success")).to_be_visible()
    site.city.landmark.refresh_from_db()
    assert site.city.landmark.lede == WORDS
