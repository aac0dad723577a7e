"""What these tests do with a page."""

from wagtail.models import Locale


def publish(page):
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def traditional(page):
    return page.get_translation(Locale.objects.get(language_code="zh-hant")).specific
