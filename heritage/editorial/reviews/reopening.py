"""Keeping a round in step with what its page says: changed words take the passes back."""

from contextvars import ContextVar

from django.db import transaction
from django.dispatch import Signal
from wagtail.log_actions import log
from wagtail.models import Page, TaskState, WorkflowState

from heritage.editorial.readiness.door import NotReady

from .digest import digest_of
from .models import SignOff
from .rounds import add_authors, current_state, passes_of, round_under_way

# Sent when passes are taken back: page, by (or None), passed_by (ids), was_signed_off, round (the
# new one, or the one that ended), is_in_review.
round_reopened = Signal()
# While a round begins anew: whose review it is gets one letter about it, not two.
is_reopening: ContextVar[bool] = ContextVar("is_reopening", default=False)


def page_saved(sender, instance, update_fields=None, **_signal) -> None:
    """Hear of every new version of every page, by whatever way it was saved."""
    if update_fields and "latest_revision" in update_fields and isinstance(instance, Page):
        keep_in_step(instance)


@transaction.atomic
def keep_in_step(page: Page) -> None:
    """Let reviewers have the newest words before them; begin anew where some had passed others."""
    revision = page.latest_revision
    if revision is None:
        return
    signed = SignOff.objects.select_related("round__workflow", "revision").filter(page=page.pk)
    if (sign_off := signed.first()) is not None:
        _keep_sign_off(page, sign_off)
    elif (round_ := round_under_way(page)) is not None:
        _keep_round(page, round_)


def _keep_round(page: Page, round_: WorkflowState) -> None:
    revision, state = page.latest_revision, current_state(round_)
    digest, passes = digest_of(revision.content), passes_of(round_)
    if any(one.digest != digest for one in passes):
        round_reopen(page=page, round_=round_, by=revision.user)
        return
    if state is None:
        return
    # A version that was overwritten in place can no longer be compared: whoever did is an author.
    is_other = state.revision_id == revision.pk or digest_of(state.revision.content) != digest
    if is_other and revision.user_id and not passes:
        add_authors(round_, {revision.user_id})
    standing = [one.pk for one in (*passes, state)]
    TaskState.objects.filter(pk__in=standing).update(revision=revision)


def _keep_sign_off(page: Page, sign_off: SignOff) -> None:
    revision = page.latest_revision
    if digest_of(revision.content) != sign_off.digest:
        round_reopen(page=page, round_=sign_off.round, by=revision.user)
    elif sign_off.revision.approved_go_live_at is None:
        sign_off.delete()  # taken off the schedule since


def round_reopen(*, page: Page, round_: WorkflowState, by) -> WorkflowState | None:
    """Void what was passed and begin at the first review again; returns the new round.

    None where the change left out something that is required: the story is then in no review until
    its author mends it and sends it in again.
    """
    passed_by = {one.finished_by_id for one in passes_of(round_)} - {None}
    was_signed_off = round_.status == WorkflowState.STATUS_APPROVED
    if was_signed_off:
        SignOff.objects.filter(page=page.pk).delete()
        page.revisions.update(approved_go_live_at=None)
    else:
        round_.cancel(user=by)
    data = {"was_signed_off": was_signed_off, "passed_by": sorted(passed_by)}
    log(instance=page, action="reviews.reopen", user=by, revision=page.latest_revision, data=data)
    fresh = _begun_anew(page, round_, by)
    # For the editor's screen, in this request.
    page.review_reopened = "again" if fresh else "unready"
    round_reopened.send(
        sender=Page,
        page=page,
        by=by,
        passed_by=passed_by,
        was_signed_off=was_signed_off,
        round=fresh or round_,
        is_in_review=fresh is not None,
    )
    return fresh


def _begun_anew(page: Page, round_: WorkflowState, by) -> WorkflowState | None:
    token = is_reopening.set(True)
    try:
        fresh = round_.workflow.start(page, round_.requested_by or by)
    except NotReady:
        return None
    finally:
        is_reopening.reset(token)
    add_authors(fresh, {by.pk} if by else ())
    return fresh


def forget_sign_off(sender, instance, **_signal) -> None:
    """It is public, or withdrawn: nothing waits for its day any more."""
    SignOff.objects.filter(page=instance.pk).delete()
