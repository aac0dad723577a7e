"""What waits for whom. Each question costs the same few queries, however much is waiting.

`waiting_for(user)`, `sent_back_to(user)` and `submitted_by(user)` return lists of `Waiting`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState

from heritage.editorial.teams.asking import holds, standing_of
from heritage.editorial.teams.roles import CityRole

from .curating import curated_paths
from .models import ReviewSettings, ReviewState, RoundAuthor
from .steps import SHORT_NAMES, Step

NEIGHBOURHOOD_DEPTH = 3
STAYS_LISTED = timedelta(days=14)


@dataclass(frozen=True)
class Waiting:
    """A story in somebody's inbox."""

    page: Page
    neighbourhood: str
    step: Step
    since: datetime
    status: str  # of the round: in_progress, needs_changes, approved
    requested_by: str
    reason: str = ""
    by: str = ""

    @property
    def step_name(self) -> str:
        return str(SHORT_NAMES[self.step])

    @property
    def days(self) -> int:
        return (timezone.now() - self.since).days


def waiting_for(user) -> list[Waiting]:
    """Stories that wait for this person's review, the longest waiting first."""
    states = states_waiting_for(user).order_by("started_at", "pk")
    return _items((state.workflow_state, state, state.started_at) for state in _with_all(states))


def queue_of(user) -> list[Waiting]:
    """All that is in review and in this person's care, the longest waiting first.

    Curators care for their neighbourhoods; who works for the city, for all.
    """
    states = ReviewState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
    )
    if not (user.is_superuser or standing_of(user).city):
        ids = _curated_ids(user)
        states = states.none() if ids is None else states.filter(workflow_state__object_id__in=ids)
    states = _with_all(states.order_by("started_at", "pk"))
    return _items((state.workflow_state, state, state.started_at) for state in states)


def waiting_count(user) -> int:
    """How many stories wait for this person's review."""
    return states_waiting_for(user).count()


def states_waiting_for(user) -> QuerySet[ReviewState]:
    """The reviews that a person may make now, as a queryset."""
    states = ReviewState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
    )
    theirs = _by_role(user)
    if theirs is None:
        return states.none()
    states = states.filter(theirs)
    rule = ReviewSettings.load()
    if not rule.may_review_own:
        own = RoundAuthor.objects.filter(round=OuterRef("workflow_state"), user=user)
        states = states.exclude(Exists(own))
    if not rule.may_pass_twice:
        states = states.exclude(Exists(_passed_by(user)))
    return states


def _passed_by(user) -> QuerySet[ReviewState]:
    """Their passes in the same round that still hold: of the very version that waits."""
    return ReviewState.objects.filter(
        workflow_state=OuterRef("workflow_state"),
        revision=OuterRef("revision"),
        status=TaskState.STATUS_APPROVED,
        finished_by=user,
    )


def _by_role(user) -> Q | None:
    """Which reviews are this person's to make, whoever wrote the story; None: none at all."""
    if user.is_superuser:
        return Q()
    parts = []
    if holds(user, CityRole.REVIEWER):
        parts.append(Q(task__reviewtask__step__in=[Step.FACTS, Step.WORDING]))
    elif (ids := _curated_ids(user)) is not None:
        parts.append(Q(task__reviewtask__step=Step.FACTS, workflow_state__object_id__in=ids))
    if holds(user, CityRole.PUBLISHER):
        parts.append(Q(task__reviewtask__step=Step.SIGN_OFF))
    if not parts:
        return None
    theirs = Q()
    for part in parts:
        theirs |= part
    return theirs


def _curated_ids(user) -> QuerySet | None:
    """The pages somebody curates, as a workflow names them; None where there are none."""
    paths = curated_paths(user)
    if not paths:
        return None
    below = Q()
    for path in paths:
        below |= Q(path__startswith=path)
    pages = Page.objects.filter(below).order_by()
    return pages.annotate(key=Cast("pk", CharField())).values("key")


def sent_back_to(user) -> list[Waiting]:
    """Stories of this person that a reviewer has returned, with the reason; newest first."""
    rounds = _rounds_of(user).filter(status=WorkflowState.STATUS_NEEDS_CHANGES)
    return _of_rounds(rounds, "-current_task_state__finished_at")


def submitted_by(user) -> list[Waiting]:
    """Where the stories stand that this person sent in: in review, or passed within 14 days."""
    recent = Q(
        status=WorkflowState.STATUS_APPROVED,
        current_task_state__finished_at__gte=timezone.now() - STAYS_LISTED,
    )
    rounds = WorkflowState.objects.filter(requested_by=user)
    rounds = rounds.filter(Q(status=WorkflowState.STATUS_IN_PROGRESS) | recent)
    return _of_rounds(rounds, "-created_at")


def _rounds_of(user) -> QuerySet[WorkflowState]:
    wrote = RoundAuthor.objects.filter(round=OuterRef("pk"), user=user)
    return WorkflowState.objects.filter(Q(requested_by=user) | Exists(wrote))


def _of_rounds(rounds: QuerySet[WorkflowState], order: str) -> list[Waiting]:
    rounds = list(rounds.select_related("requested_by").order_by(order, "pk"))
    ids = [one.current_task_state_id for one in rounds]
    states = {state.pk: state for state in _with_all(ReviewState.objects.filter(pk__in=ids))}
    found = ((one, states.get(one.current_task_state_id)) for one in rounds)
    return _items((one, st, st.finished_at or st.started_at) for one, st in found if st)


def _with_all(states: QuerySet[ReviewState]) -> QuerySet[ReviewState]:
    return states.select_related("task__reviewtask", "workflow_state__requested_by", "finished_by")


def _items(found: Iterable[tuple[WorkflowState, ReviewState, datetime]]) -> list[Waiting]:
    found = list(found)
    ids = [int(round_.object_id) for round_, _state, _since in found]
    pages = Page.objects.select_related("locale", "content_type").in_bulk(ids)
    tops = {page.path[: NEIGHBOURHOOD_DEPTH * Page.steplen] for page in pages.values()}
    titles = dict(Page.objects.filter(path__in=tops).values_list("path", "draft_title"))
    items = []
    for (round_, state, since), pk in zip(found, ids, strict=True):
        if (page := pages.get(pk)) is None:
            continue
        items.append(
            Waiting(
                page=page,
                neighbourhood=titles.get(page.path[: NEIGHBOURHOOD_DEPTH * Page.steplen], ""),
                step=Step(state.task.reviewtask.step),
                since=since,
                status=round_.status,
                requested_by=called(round_.requested_by),
                reason=state.comment,
                by=called(state.finished_by),
            )
        )
    return items


def called(user) -> str:
    """How somebody is called in a sentence; empty for nobody."""
    return (user.get_full_name() or user.get_username()) if user else ""
