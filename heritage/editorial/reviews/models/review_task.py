from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task

from ..locking import ReviewLock
from ..steps import WHAT_IT_ASKS, Step
from .review_state import ReviewState


class ReasonForm(forms.Form):
    """Why a story goes back to its author."""

    comment = forms.CharField(
        label=_("Why, and what to mend"), widget=forms.Textarea({"rows": 4}), max_length=4000
    )


class ReviewTask(Task):
    """One of the three reviews. Who may make it, and when not, stands in `reviews.rules`."""

    step = models.PositiveSmallIntegerField(
        _("which review"), choices=Step.choices, default=Step.FACTS, editable=False
    )

    task_state_class = ReviewState
    lock_class = ReviewLock

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    @classmethod
    def get_description(cls):
        return _("One of the three reviews that a story passes before it is public")

    def start(self, workflow_state, user=None):
        """Begin the review that is due; after a return or a reopening that is the first again."""
        # Imported late: rounds read these models.
        from ..rounds import due_step, record_authors

        due = due_step(workflow_state)
        if due and due != self.step:
            return self._sibling(workflow_state, due).start(workflow_state, user=user)
        if self.step == Step.FACTS:
            record_authors(workflow_state, user)
        return super().start(workflow_state, user=user)

    def _sibling(self, workflow_state, step: Step) -> "ReviewTask":
        return ReviewTask.objects.get(
            workflow_tasks__workflow=workflow_state.workflow, step=step, active=True
        )

    @transaction.atomic
    def on_action(self, task_state, user, action_name, comment="", **_more):
        """Pass or return, whoever asks and by whatever way. What else was posted is left alone."""
        task_state = ReviewState.objects.select_for_update().get(pk=task_state.pk)
        comment = str(comment or "").strip()
        if action_name == "approve":
            task_state.approve(user=user, comment=comment)
        elif action_name == "reject" and comment:
            task_state.reject(user=user, comment=comment)
        elif action_name == "reject":
            raise PermissionDenied(gettext("Say why it goes back, and what to mend."))

    def get_actions(self, obj, user):
        from ..rules import verdict

        state = obj.current_workflow_task_state
        if state is None or state.task_id != self.pk or not verdict(state, user).is_allowed:
            return []
        return [
            ("reject", _("Return with a reason"), True),
            ("approve", _("Pass"), False),
            ("approve", _("Pass with a note"), True),
        ]

    def get_form_for_action(self, action):
        return ReasonForm if action == "reject" else super().get_form_for_action(action)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        from ..inbox import states_waiting_for

        waiting = states_waiting_for(user).filter(task=self.pk)
        return self.task_states.filter(pk__in=waiting.values("pk"))

    @property
    def question(self) -> str:
        return str(WHAT_IT_ASKS[self.step])
