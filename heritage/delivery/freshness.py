"""When cached pages are out of date: at once, all of them, whenever anything shown has changed.

A change anywhere replaces one token (`renew`), which is part of every cache key. That is coarser
than purging the pages concerned, and sound: nobody has to know which pages show what.
"""

import contextlib
import secrets

from django.db import DatabaseError, models, transaction
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from wagtail.images.models import AbstractRendition
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from .models import Generation

ROW = 1
# What no page shows. Everything else counts as shown, so a model nobody thought of is fresh too.
UNSEEN_APPS = {
    "admin",
    "axes",
    "contenttypes",
    "migrations",
    "otp_static",
    "otp_totp",
    "readiness",
    "reviews",
    "scans",
    "sessions",
    "teams",
    "wagtailadmin",
    "wagtailsearch",
    "wagtailusers",
}
UNSEEN_MODELS = {
    "auth.Permission",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.WorkflowState",
}
# Saved alone, these say that a draft was kept, somebody signed in or a file was measured.
UNSEEN_FIELDS = {
    "draft_title",
    "file_hash",
    "has_unpublished_changes",
    "last_login",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
}


def never_shown(*labels: str) -> None:
    """Declare models ("insight.Count") that no page shows: saving them leaves pages cached."""
    UNSEEN_MODELS.update(labels)


def current() -> str | None:
    """Return the token that pages are cached under now, or None where the database cannot say."""
    try:
        token = Generation.objects.filter(pk=ROW).values_list("token", flat=True).first()
    except DatabaseError:
        return None
    return token or "first"


def renew(**_signal) -> None:
    """Put every cached page out of date, now. For use after the change has been committed."""
    token = secrets.token_hex(8)
    if not Generation.objects.filter(pk=ROW).update(token=token):
        Generation.objects.bulk_create([Generation(pk=ROW, token=token)], ignore_conflicts=True)
        Generation.objects.filter(pk=ROW).update(token=token)


class _Renewal:
    """One renewal for all the changes of a transaction: the first callback that runs makes it.

    Each change registers its own callback, so that savepoints which are rolled back take along
    theirs and no other. All that joined before the first one runs were asked for in transactions
    that have ended by then, so it speaks for all of them; what is asked later joins another.
    """

    is_made = False

    def __call__(self) -> None:
        if not self.is_made:
            renew()
            self.is_made = True


def renew_after_commit(**_signal) -> None:
    """Put every cached page out of date once the present transaction is through."""
    connection = transaction.get_connection()
    renewal = getattr(connection, "qilou_renewal", None)
    if renewal is None or renewal.is_made:
        renewal = connection.qilou_renewal = _Renewal()
    transaction.on_commit(renewal, robust=True)


def _is_shown(sender: type[models.Model]) -> bool:
    if sender.__module__ == "__fake__" or issubclass(sender, AbstractRendition):
        return False
    return sender._meta.app_label not in UNSEEN_APPS and sender._meta.label not in UNSEEN_MODELS


def _on_change(sender, update_fields=None, **_signal) -> None:
    kept_apart = update_fields and UNSEEN_FIELDS.issuperset(update_fields)
    if _is_shown(sender) and not kept_apart:
        renew_after_commit()


def listen() -> None:
    """Hear of every change, from the moment that the apps are ready."""
    for signal in (post_save, post_delete, m2m_changed):
        signal.connect(_on_change, dispatch_uid="delivery.freshness")
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(renew_after_commit, dispatch_uid="delivery.freshness")


def listen_for_migrations(app_config) -> None:
    """Data migrations change pages without a signal of their own."""
    post_migrate.connect(_on_migrate, sender=app_config, dispatch_uid="delivery.freshness")


def _on_migrate(**_signal) -> None:
    with contextlib.suppress(DatabaseError):  # migrated back to before there was a table
        renew()
