"""Who may make which review of which story, and why not. Every way of passing comes here."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from heritage.editorial.readiness.judging import readiness_of
from heritage.editorial.teams.asking import holds
from heritage.editorial.teams.roles import CityRole

from .curating import curates
from .models import ReviewSettings, ReviewState
from .rounds import passes_of, step_of
from .steps import SHORT_NAMES, WHO_MAKES_IT, Step


@dataclass(frozen=True)
class Verdict:
    """Whether somebody may make a review; if not, why, in words that are shown."""

    why: str = ""
    has_role: bool = True
    exception: str = ""

    @property
    def is_allowed(self) -> bool:
        return not self.why


def may_make(user, step: Step, page: Page) -> bool:
    """Whether a review of this kind is somebody's to make at all, whoever wrote the story."""
    if not user or not user.is_active:
        return False
    if user.is_superuser:
        return True
    if step == Step.SIGN_OFF:
        return holds(user, CityRole.PUBLISHER)
    if holds(user, CityRole.REVIEWER):
        return True
    return step == Step.FACTS and curates(user, page)


def verdict(state: ReviewState, user) -> Verdict:
    """Whether somebody may pass or return a story at the review it waits for."""
    round_ = state.workflow_state
    if (
        state.status != TaskState.STATUS_IN_PROGRESS
        or round_.status != WorkflowState.STATUS_IN_PROGRESS
    ):
        return Verdict(_("This review has been made already."))
    step = step_of(state)
    if not may_make(user, step, round_.content_object):
        return Verdict(str(WHO_MAKES_IT[step]), has_role=False)
    is_author = round_.authors.filter(user=user).exists()
    passed = next((one for one in passes_of(round_) if one.finished_by_id == user.pk), None)
    if not is_author and passed is None:
        return Verdict()
    return _by_the_small_teams_rule(is_author, passed)


def _by_the_small_teams_rule(is_author: bool, passed: ReviewState | None) -> Verdict:
    """What becomes of an author, or of somebody who passed another step already."""
    rule = ReviewSettings.load()
    if is_author and not rule.may_review_own:
        return Verdict(
            _("You wrote this change or sent it to review, so somebody else must review it.")
        )
    if passed and not rule.may_pass_twice:
        return Verdict(
            _(
                "You have passed “%(step)s” of this story already. The three reviews are made by "
                "three different people."
            )
            % {"step": SHORT_NAMES[step_of(passed)]}
        )
    kinds = ReviewState.Eased
    both = is_author and passed
    return Verdict(exception=kinds.BOTH if both else kinds.AUTHOR if is_author else kinds.AGAIN)


def hindrance(state: ReviewState) -> str:
    """Why a story cannot be signed off whoever asks: what is required and still missing."""
    if step_of(state) != Step.SIGN_OFF:
        return ""
    missing = readiness_of(state.revision.as_object()).missing
    if not missing:
        return ""
    return _("It cannot be signed off yet. Still missing: %(what)s") % {
        "what": _(", ").join(str(item.label) for item in missing)
    }
