"""Urgent withdrawal (紧急撤下): one person, one reason, gone everywhere at once."""

from collections.abc import Iterable

from django.db import transaction
from django.dispatch import Signal
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, WorkflowState

from heritage.editorial.teams.asking import holds
from heritage.editorial.teams.roles import CityRole

from .curating import curates
from .models import SignOff

ACTION = "reviews.withdraw"
FIRST_DEPTH = 3  # not the home pages
WHO = (CityRole.REVIEWER, CityRole.PUBLISHER, CityRole.OPERATOR)

# Sent once for each page, after the database has it: page, by, reason. Whoever keeps copies of
# stories elsewhere (offline packs) drops them on hearing it.
story_withdrawn = Signal()


def may_withdraw(user, page: Page) -> bool:
    """Whether somebody may take this page down alone."""
    if not user.is_active or not page.depth or page.depth < FIRST_DEPTH:
        return False
    if user.is_superuser or any(holds(user, role) for role in WHO) or curates(user, page):
        return True
    return page.permissions_for_user(user).can_publish()  # never below a team


def may_be_withdrawn(page: Page) -> bool:
    """Whether there is something to take down: public words, or words that wait for their day."""
    return page.live or page.approved_schedule


@transaction.atomic
def story_withdraw(
    *, page: Page, by, reason: str, all_languages: bool = True, with_below: bool = False
) -> list[Page]:
    """Unpublish a page at once, in all its languages or in its own; returns what was taken down.

    What waits for its day is taken off the schedule, what is in review is taken out of it. The
    way back is through the three reviews.
    """
    reason = reason.strip()
    if not reason:
        raise ValueError("a withdrawal needs its reason")
    first = [page, *(page.get_translations() if all_languages else ())]
    pages = [one for top in first for one in (top, *(_below(top) if with_below else ()))]
    taken = [one for one in (page.specific for page in pages) if may_be_withdrawn(one)]
    for one in taken:
        _take_down(one, by, reason)
    for one in taken:
        transaction.on_commit(lambda one=one: _tell(one, by, reason), robust=True)
    return taken


def _below(page: Page) -> Iterable[Page]:
    return page.get_descendants()


def _take_down(page: Page, by, reason: str) -> None:
    data = {"reason": reason, "revision": page.live_revision_id, "was_live": page.live}
    for round_ in WorkflowState.objects.for_instance(page).active():
        round_.cancel(user=by)
    SignOff.objects.filter(page=page.pk).delete()
    page.revisions.update(approved_go_live_at=None)
    page.refresh_from_db(fields=["live"])  # a Traditional copy has followed its source already
    UnpublishPageAction(page, user=by, log_action=False).execute(skip_permission_checks=True)
    log(instance=page, action=ACTION, user=by, data=data)


def _tell(page: Page, by, reason: str) -> None:
    story_withdrawn.send_robust(sender=type(page), page=page, by=by, reason=reason)


def withdrawal_of(page: Page) -> PageLogEntry | None:
    """The withdrawal that keeps a page down today, if one does."""
    if page.live:
        return None
    entries = PageLogEntry.objects.filter(page=page.pk)
    last = entries.filter(action__in=[ACTION, "wagtail.publish"]).select_related("user")
    newest = last.order_by("-timestamp", "-pk").first()
    return newest if newest and newest.action == ACTION else None
