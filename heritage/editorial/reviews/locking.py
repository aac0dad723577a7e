"""Under review a page stays open to its editors; changing it takes the passes back.

Wagtail locks a page that is in a workflow to all but its reviewers, and a scheduled one to
everybody. Here editing reopens the reviews instead (docs/decisions/0011-three-reviews.md).
"""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.locks import BaseLock, ScheduledForPublishLock, WorkflowLock
from wagtail.utils.timestamps import render_timestamp

from heritage.editorial.teams.asking import team_of


class ReviewLock(WorkflowLock):
    """Locks nobody out; tells the status panel what changing the page would do."""

    def for_user(self, user) -> bool:
        return False

    def get_message(self, user):
        return None  # heritage.editorial.reviews.notices says more

    def get_icon(self, user, can_lock=False):
        return "clipboard-list"

    def get_locked_by(self, user, can_lock=False):
        return _("In review")

    def get_description(self, user, can_lock=False):
        return _("It may be changed. After a review was passed, a change begins them anew.")


class SignedOffLock(ScheduledForPublishLock):
    """Signed off and waiting for its day: a change takes it off the schedule and reopens it."""

    def for_user(self, user) -> bool:
        return False

    def get_message(self, user):
        return format_html(
            _(
                "Signed off by three people; goes public on {when}. If you change it, it is taken "
                "off the schedule and begins at the first review again."
            ),
            when=render_timestamp(self.object.scheduled_revision.approved_go_live_at),
        )

    def get_locked_by(self, user):
        return _("Signed off, waits for its day")

    def get_description(self, user):
        return _("A change takes it off the schedule and reopens the reviews.")


def lock_of(page, lock: BaseLock | None) -> BaseLock | None:
    """The lock of a page, given the one that Wagtail would put on it."""
    if isinstance(lock, ScheduledForPublishLock) and team_of(page) is not None:
        return SignedOffLock(page)
    return lock
