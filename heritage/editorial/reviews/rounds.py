"""A round: one going of one version of a story through the three reviews (a WorkflowState)."""

from django.db.models import QuerySet
from wagtail.models import Page, TaskState, WorkflowState

from .authors import authors_of_change
from .models import ReviewState, RoundAuthor
from .steps import Step


def is_ours(round_: WorkflowState) -> bool:
    """Whether it is a round of the three reviews, and not of a workflow an operator made."""
    return round_.workflow.workflow_tasks.filter(task__reviewtask__isnull=False).exists()


def round_of(page: Page) -> WorkflowState | None:
    """The round a page is in: under way, or sent back to its author."""
    found = WorkflowState.objects.for_instance(page).active().select_related("workflow")
    round_ = found.first()
    return round_ if round_ and is_ours(round_) else None


def round_under_way(page: Page) -> WorkflowState | None:
    """The round that reviewers are at, if any."""
    found = round_of(page)
    return found if found and found.status == WorkflowState.STATUS_IN_PROGRESS else None


def current_state(round_: WorkflowState) -> ReviewState | None:
    """The review of a round that waits, or the one that sent it back."""
    states = ReviewState.objects.filter(pk=round_.current_task_state_id)
    return states.select_related("task__reviewtask", "revision", "finished_by").first()


def passes_of(round_: WorkflowState) -> list[ReviewState]:
    """What was passed in a round and still holds: since it was last sent back, in order."""
    states = ReviewState.objects.filter(workflow_state=round_)
    passed = states.filter(status=TaskState.STATUS_APPROVED)
    returned = states.filter(status=TaskState.STATUS_REJECTED).order_by("-pk").first()
    if returned:
        passed = passed.filter(pk__gt=returned.pk)
    return list(passed.select_related("task__reviewtask", "finished_by").order_by("pk"))


def step_of(state: TaskState) -> Step:
    return Step(state.task.reviewtask.step)


def due_step(round_: WorkflowState) -> Step | None:
    """The first of the three that nobody has passed; None when all three are."""
    done = {step_of(state) for state in passes_of(round_)}
    return next((step for step in Step if step not in done), None)


def record_authors(round_: WorkflowState, user=None) -> None:
    """Write down who the reviewers of this round may not be."""
    page = round_.content_object
    ids = authors_of_change(page) | {round_.requested_by_id, user and user.pk}
    add_authors(round_, ids - {None})


def add_authors(round_: WorkflowState, ids) -> None:
    rows = [RoundAuthor(round=round_, user_id=pk) for pk in ids]
    RoundAuthor.objects.bulk_create(rows, ignore_conflicts=True)


def eased_passes(revision_id: int | None) -> QuerySet[ReviewState]:
    """The passes of a version that the rule for small teams allowed."""
    done = ReviewState.objects.filter(workflow_state__status=WorkflowState.STATUS_APPROVED)
    return done.filter(revision=revision_id, status=TaskState.STATUS_APPROVED).exclude(exception="")
