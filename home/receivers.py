"""What a new installation needs beside its tables, and what a saved setting changes."""

from django.contrib.auth.models import Permission
from django.db.models.signals import post_migrate, post_save
from django.dispatch import receiver
from wagtail.models import Collection

from heritage.delivery.uploads import keep_originals
from heritage.editorial.teams.boundaries.seeing import may_have_original
from heritage.editorial.teams.founding import editors_found

from .frame import forget_settings
from .models import HomePage, SiteSettings

# Wagtail asks for rights on pictures and documents under its own models' names, ours or not.
ITEMS = ("wagtailimages.image", "wagtaildocs.document", "archive.recording")
LISTS = ("storytelling.nameform", "plaques.plaque")
# The signal comes once for each app, this one's first; these are the last permissions we need.
NEEDED = (
    "access_admin",
    "publish_page",
    "choose_image",
    "choose_document",
    "choose_recording",
    "change_plaque",
    "submit_translation",
)


@receiver(post_migrate)
def found_editors(sender, using="default", **kwargs):
    """Make the editors' group as soon as all its permissions are there."""
    present = Permission.objects.using(using).filter(codename__in=NEEDED).count()
    if using != "default" or present != len(NEEDED):
        return
    # A database that was flushed has its permissions again, but neither collection nor pages.
    if Collection.get_first_root_node() is not None:
        editors_found(pages=HomePage.objects.all(), items=ITEMS, lists=LISTS)


post_save.connect(forget_settings, sender=SiteSettings, dispatch_uid="forget-settings")
keep_originals(may_have_original)
