"""The site's settings on every page, however many processes serve it."""

import pytest
from wagtail.models import Site

from heritage.delivery import freshness
from home.frame import site_settings
from home.models import SiteSettings

pytestmark = pytest.mark.django_db
NUMBER = "粤ICP备2026000001号"


def test_a_page_made_after_another_process_saved_settings_shows_the_new_ones(settings, client):
    settings.PAGE_CACHE_SECONDS = 600
    SiteSettings.for_site(Site.objects.get()).save()
    assert NUMBER not in client.get("/zh-hans/").content.decode()

    # Without a signal in this process, as when saved in another one, which renews for all.
    SiteSettings.objects.update(icp_number=NUMBER)
    freshness.renew()

    answer = client.get("/zh-hans/")
    assert answer["X-Qilou-Cache"] == "miss"
    assert NUMBER in answer.content.decode()


def test_settings_are_read_once_for_a_generation(django_assert_num_queries):
    site_settings("one")

    with django_assert_num_queries(0):
        site_settings("one")
        site_settings()
