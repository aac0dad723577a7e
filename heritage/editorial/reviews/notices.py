"""What the editor's screen says of a page's reviews, above the form."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState

from .inbox import called
from .rounds import current_state, round_of, step_of
from .rules import verdict
from .steps import SHORT_NAMES
from .withdrawing import withdrawal_of


def notices(request: HttpRequest, page: Page) -> None:
    """Say where the page stands: in review, sent back, withdrawn; and why one may not review it."""
    round_ = round_of(page)
    if round_ is not None:
        state = current_state(round_)
        if state is None:
            return
        is_back = round_.status == WorkflowState.STATUS_NEEDS_CHANGES
        (_returned if is_back else _in_review)(request, page, state)
    elif (entry := withdrawal_of(page)) is not None:
        _say(
            messages.warning,
            request,
            page,
            _("Withdrawn by {by}: {reason} The way back is through the three reviews."),
            by=called(entry.user),
            reason=entry.data.get("reason", ""),
        )


def _returned(request, page, state) -> None:
    _say(
        messages.warning,
        request,
        page,
        _("{by} has returned it ({step}): {reason} Mend it, then send it to review again."),
        by=called(state.finished_by),
        step=SHORT_NAMES[step_of(state)],
        reason=state.comment,
    )


def _in_review(request, page, state) -> None:
    found = verdict(state, request.user)
    words = _("In review. Waits for: {step}.")
    if found.is_allowed:
        words = _("In review. Waits for: {step}. You may make this review.")
    elif found.has_role:
        words = _("In review. Waits for: {step}. You may not make it: {why}")
    step = SHORT_NAMES[step_of(state)]
    _say(messages.info, request, page, words, step=step, why=found.why)


def reopened(request: HttpRequest, page: Page) -> None:
    """After saving: the passes are void."""
    if page.review_reopened == "unready":
        words = _(
            "Your change takes back what was passed, and something required is missing now. The "
            "story is in no review: mend it and send it to review again."
        )
    else:
        words = _(
            "Your change takes back what was passed. The story begins at the first review again, "
            "and all who were concerned have been told."
        )
    _say(messages.warning, request, page, words)


def _say(level: Callable, request, page, words: str, **facts) -> None:
    link = messages.button(reverse("reviews:page", args=[page.pk]), _("Open the review"))
    level(request, format_html(words, **facts) if facts else words, buttons=[link])
