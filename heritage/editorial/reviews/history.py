"""What became of a page in its reviews, for the screen: this round's steps, and earlier rounds."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageLogEntry, TaskState, WorkflowState

from .inbox import called
from .models import ReviewState, SignOff
from .rounds import passes_of, round_of, step_of
from .steps import SHORT_NAMES, WHAT_IT_ASKS, WHO_MAKES_IT, Step

MOST = 30
JUDGED = {TaskState.STATUS_APPROVED: _("Passed"), TaskState.STATUS_REJECTED: _("Returned")}
TOLD = {"reviews.reopen", "reviews.withdraw", "wagtail.workflow.cancel", "wagtail.workflow.start"}


@dataclass(frozen=True)
class StepShown:
    """One of the three reviews, as the bar on top of the screen shows it."""

    step: Step
    status: str  # done, waits, returned, later
    by: str = ""
    at: datetime | None = None
    note: str = ""
    exception: str = ""

    @property
    def name(self) -> str:
        return str(SHORT_NAMES[self.step])

    @property
    def question(self) -> str:
        return str(WHAT_IT_ASKS[self.step])

    @property
    def who(self) -> str:
        return str(WHO_MAKES_IT[self.step])


def steps_of(page: Page) -> list[StepShown]:
    """The three steps of the round a page is in, or of the sign-off that waits for its day."""
    round_ = round_of(page) or _signed_off(page) or _published(page)
    if round_ is None:
        return [StepShown(step, "later") for step in Step]
    shown = {step_of(one): _shown(one, "done") for one in passes_of(round_)}
    last = ReviewState.objects.filter(pk=round_.current_task_state_id)
    for state in last.select_related("task__reviewtask", "finished_by"):
        if state.status == TaskState.STATUS_IN_PROGRESS:
            shown[step_of(state)] = _shown(state, "waits")
        elif state.status == TaskState.STATUS_REJECTED:
            shown[step_of(state)] = _shown(state, "returned")
    return [shown.get(step) or StepShown(step, "later") for step in Step]


def _signed_off(page: Page) -> WorkflowState | None:
    found = SignOff.objects.filter(page=page.pk).select_related("round").first()
    return found.round if found else None


def _published(page: Page) -> WorkflowState | None:
    """The round whose end visitors read today."""
    if not page.live_revision_id or page.has_unpublished_changes:
        return None
    states = ReviewState.objects.filter(
        revision=page.live_revision_id, workflow_state__status=WorkflowState.STATUS_APPROVED
    )
    last = states.select_related("workflow_state").order_by("-pk").first()
    return last.workflow_state if last else None


def _shown(state: ReviewState, status: str) -> StepShown:
    return StepShown(
        step=step_of(state),
        status=status,
        by=called(state.finished_by),
        at=state.finished_at or state.started_at,
        note=state.comment,
        exception=state.get_exception_display() if state.exception else "",
    )


@dataclass(frozen=True)
class Event:
    """Something that happened in a page's reviews."""

    what: str
    by: str
    at: datetime
    note: str = ""


def earlier_rounds(page: Page) -> list[Event]:
    """Everything that was judged, begun, reopened or withdrawn, newest first."""
    rounds = WorkflowState.objects.for_instance(page)
    judged = ReviewState.objects.filter(workflow_state__in=rounds, finished_at__isnull=False)
    judged = judged.exclude(status=TaskState.STATUS_CANCELLED)
    judged = judged.select_related("task__reviewtask", "finished_by").order_by("-finished_at")
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=TOLD).select_related("user")
    events = [
        Event(
            f"{SHORT_NAMES[step_of(one)]}: {JUDGED.get(one.status, one.get_status_display())}",
            called(one.finished_by),
            one.finished_at,
            _with_exception(one),
        )
        for one in judged[:MOST]
    ]
    events += [
        Event(one.message, called(one.user), one.timestamp, one.data.get("reason", ""))
        for one in entries.order_by("-timestamp")[:MOST]
    ]
    return sorted(events, key=lambda event: event.at, reverse=True)[:MOST]


def _with_exception(state: ReviewState) -> str:
    parts = [state.comment, state.get_exception_display() if state.exception else ""]
    return " · ".join(part for part in parts if part)
