from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DiscoveryConfig(AppConfig):
    """How visitors and machines find things."""

    name = "heritage.discovery"
    label = "discovery"
    verbose_name = _("How visitors and machines find things")

    def ready(self):
        from django.db.models.signals import post_save
        from wagtail.signals import page_published

        from heritage.delivery.csp import allow_images_from

        from .search.indexing import index_whole_page
        from .tiles import forget_provider, map_hosts

        post_save.connect(forget_provider, sender="home.SiteSettings", dispatch_uid="map-provider")
        page_published.connect(index_whole_page, dispatch_uid="index-whole-page")
        allow_images_from(map_hosts)
