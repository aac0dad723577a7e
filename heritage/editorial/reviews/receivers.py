"""What the reviews listen to."""

from django.db.models.signals import post_migrate, post_save
from wagtail.signals import page_published

from . import mail
from .founding import found_after_migrating
from .reopening import forget_sign_off, page_saved


def connect() -> None:
    post_migrate.connect(found_after_migrating, dispatch_uid="reviews.found")
    post_save.connect(page_saved, dispatch_uid="reviews.page_saved")
    page_published.connect(forget_sign_off, dispatch_uid="reviews.published")
    mail.take_wagtails_place()
