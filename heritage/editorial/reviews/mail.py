"""Mail about reviews, each in the language of who reads it, sent when the database has it.

Wagtail would mail its own words about workflows, inside the transaction. `take_wagtails_place`
answers its signals first; for a workflow that is not ours Wagtail's own notifiers still speak.
"""

import logging
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.mail import (
    OpenedConnection,
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
    WorkflowStateSubmissionEmailNotifier,
    send_mail,
)
from wagtail.admin.utils import get_admin_base_url
from wagtail.models import WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted
from wagtail.users.models import UserProfile

from heritage.editorial.teams.asking import people_with, team_of
from heritage.editorial.teams.roles import CityRole, TeamRole

from .inbox import called
from .models import ReviewState
from .reopening import is_reopening, round_reopened
from .rounds import current_state, is_ours, step_of
from .rules import verdict
from .steps import SHORT_NAMES, WHAT_IT_ASKS, Step
from .withdrawing import story_withdrawn

log = logging.getLogger(__name__)
PLACES = {
    # Wagtail's name for its receiver: the signal it listens to.
    "workflow_state_submitted_email_notification": workflow_submitted,
    "workflow_state_rejected_email_notification": workflow_rejected,
    "workflow_state_approved_email_notification": workflow_approved,
}


def _language_of(user) -> str:
    """The language somebody reads the admin in; the site's, not the sender's, where none is set."""
    return UserProfile.get_for_user(user).preferred_language or settings.LANGUAGE_CODE


def take_wagtails_place() -> None:
    """Connect under Wagtail's own names, before it does; a name is connected once."""
    receivers = (on_submitted, on_returned, on_passed)
    for (uid, signal), receiver in zip(PLACES.items(), receivers, strict=True):
        signal.connect(receiver, sender=WorkflowState, dispatch_uid=uid)
    task_submitted.connect(on_step_waiting, sender=ReviewState, dispatch_uid="reviews.waiting")
    round_reopened.connect(on_reopened, dispatch_uid="reviews.reopened")
    story_withdrawn.connect(on_withdrawn, dispatch_uid="reviews.withdrawn")


def on_submitted(sender, instance, **signal) -> None:
    if not is_ours(instance):  # ours speaks of each step, to those who make it
        WorkflowStateSubmissionEmailNotifier()(instance=instance, **signal)


def on_step_waiting(sender, instance, user=None, **signal) -> None:
    """To those who may make this review: curators and reviewers, but no author of the change."""
    if is_reopening.get():
        return  # on_reopened tells them, and why
    round_, step = instance.workflow_state, step_of(instance)
    page = round_.content_object.specific
    people = [one for one in who_may_make(step, page) if verdict(instance, one).is_allowed]
    facts = {"step": SHORT_NAMES[step], "question": WHAT_IT_ASKS[step]}
    facts["requested_by"] = called(round_.requested_by)
    tell("waiting", _without(people, user), page, "submitted", **facts)


def who_may_make(step: Step, page) -> Iterable:
    """Everybody whose review this is to make by role; superusers are not mailed."""
    if step == Step.SIGN_OFF:
        return people_with(CityRole.PUBLISHER)
    reviewers = list(people_with(CityRole.REVIEWER))
    team = team_of(page) if step == Step.FACTS else None
    return [*(people_with(TeamRole.CURATOR, team) if team else ()), *reviewers]


def on_returned(sender, instance, user=None, **signal) -> None:
    if not is_ours(instance):
        WorkflowStateRejectionEmailNotifier()(instance=instance, user=user, **signal)
        return
    state = current_state(instance)
    facts = {"step": SHORT_NAMES[step_of(state)], "reason": state.comment, "by": called(user)}
    page = instance.content_object.specific
    tell("returned", _without(authors_of(instance), user), page, "rejected", **facts)


def on_passed(sender, instance, user=None, **signal) -> None:
    """All three are passed: it is public, or has its day."""
    if not is_ours(instance):
        WorkflowStateApprovalEmailNotifier()(instance=instance, user=user, **signal)
        return
    page = instance.content_object.specific
    page.refresh_from_db()
    people = _without(authors_of(instance), user)
    scheduled = page.scheduled_revision
    facts = {"goes_live": scheduled and scheduled.approved_go_live_at, "by": called(user)}
    tell("passed", people, page, "approved", **facts)


def on_reopened(sender, page, by, passed_by, was_signed_off, **signal) -> None:
    """To the authors, to those whose pass is void, and to those who make the first review."""
    is_in_review = signal["is_in_review"]
    passers = get_user_model().objects.filter(pk__in=passed_by, is_active=True)
    makers = who_may_make(Step.FACTS, page) if is_in_review else ()
    people = {one.pk: one for one in (*passers, *authors_of(signal["round"]), *makers)}
    facts = {"by": called(by), "was_signed_off": was_signed_off, "is_in_review": is_in_review}
    tell("reopened", _without(people.values(), by), page, "submitted", **facts)


def on_withdrawn(sender, page, by, reason, **signal) -> None:
    """To the team and the city's reviewers; whatever they wish to hear of, they hear of this."""
    team = team_of(page)
    roles = [people_with(role, team) for role in TeamRole] if team else []
    found = [*roles, people_with(CityRole.REVIEWER), people_with(CityRole.PUBLISHER)]
    people = {one.pk: one for group in found for one in group}
    tell("withdrawn", _without(people.values(), by), page, "", by=called(by), reason=reason)


def authors_of(round_: WorkflowState) -> list:
    authors = get_user_model().objects.filter(rounds_written__round=round_, is_active=True)
    return list(authors.order_by("pk"))


def _without(people: Iterable, user) -> list:
    return [one for one in people if user is None or one.pk != user.pk]


def tell(what: str, people: Iterable, page, wish: str, **facts) -> None:
    """Mail `reviews/mail/<what>.txt` to each, unless they do not wish to hear of such things."""
    people = [one for one in people if one.email and _wishes(one, wish)]
    if people:
        transaction.on_commit(lambda: _send(what, people, page, facts), robust=True)


def _wishes(user, wish: str) -> bool:
    profile = UserProfile.get_for_user(user)
    return not wish or getattr(profile, f"{wish}_notifications")


def _send(what: str, people: list, page, facts: dict) -> None:
    base = get_admin_base_url() or ""
    links = {
        "review_url": base + reverse("reviews:page", args=[page.pk]),
        "edit_url": base + reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "account_url": base + reverse("wagtailadmin_account"),
    }
    with OpenedConnection(get_connection()) as connection:
        for user in people:
            with override(_language_of(user)):
                words = {"user": user, "page": page, **links, **facts}
                subject = render_to_string(f"reviews/mail/{what}_subject.txt", words).strip()
                body = render_to_string(f"reviews/mail/{what}.txt", words).strip()
                _post(user, subject, body, connection)


def _post(user, subject: str, body: str, connection) -> None:
    try:
        send_mail(subject, body, [user.email], connection=connection)
    except Exception:  # one bad address keeps nobody else from hearing
        log.exception("A mail about a review did not reach %s", user.pk)
