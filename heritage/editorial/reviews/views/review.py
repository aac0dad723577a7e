from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.models import WorkflowState

from heritage.editorial.readiness.judging import readiness_of

from ..changes import changes_of
from ..comments import comment_add, open_comments
from ..history import earlier_rounds, steps_of
from ..rounds import current_state, round_of, step_of
from ..rules import hindrance, verdict
from ..signing import set_days
from ..steps import SHORT_NAMES, WHAT_IT_ASKS, Step
from ..withdrawing import withdrawal_of
from .forms import CommentForm, JudgementForm, SignOffForm
from .of_page import OfPage


class ReviewView(OfPage, TemplateView):
    """`/admin/reviews/<page>/`: what changed, what is missing, who passed what; pass or return."""

    template_name = "reviews/admin/review.html"
    page_title = gettext_lazy("Review")

    def post(self, request, *args, **kwargs):
        if "comment" in request.POST:
            return self._comment()
        if self.state is None or self.verdict.why:
            why = self.verdict.why if self.state else _("This story waits for no review.")
            messages.error(request, why)
            return HttpResponseRedirect(request.path)
        form = self.form_class(request.POST)
        if not form.is_valid():
            messages.error(request, _("Nothing has been done yet: see below what is missing."))
        elif form.cleaned_data["revision"] != self.state.revision_id:
            messages.warning(
                request, _("The story was changed while you read it. Please read it again.")
            )
        elif self._judge(form.cleaned_data):
            return HttpResponseRedirect(reverse("reviews:inbox"))
        # What was written stays in the form.
        return self.render_to_response(self.get_context_data(judgement=form))

    def _judge(self, said: dict) -> bool:
        action = "approve" if said["action"] == "pass" else "reject"
        try:
            with transaction.atomic():
                if action == "approve" and "go_live_at" in said:
                    days = {name: said[name] for name in ("go_live_at", "expire_at")}
                    set_days(self.state.revision, **days)
                self.state.task.specific.on_action(
                    self.state, self.request.user, action, comment=said["note"]
                )
        except (PermissionDenied, ValidationError) as refused:
            messages.error(self.request, _words(refused))
            return False
        messages.success(self.request, self._what_follows(said["action"]))
        return True

    def _what_follows(self, action: str) -> str:
        title = {"title": self.get_page_subtitle()}
        if action == "return":
            return _("“%(title)s” has gone back to its author, with your reason.") % title
        round_ = WorkflowState.objects.get(pk=self.round.pk)
        if round_.status != WorkflowState.STATUS_APPROVED:
            return _("“%(title)s” is passed on to the next review.") % title
        self.page.refresh_from_db()
        if self.page.approved_schedule:
            return _("“%(title)s” is signed off and goes public on its day.") % title
        return _("“%(title)s” is signed off and public.") % title

    def _comment(self):
        if not self.may_comment:
            raise PermissionDenied
        form = CommentForm(self.request.POST, page=self.draft)
        if not form.is_valid():
            messages.error(self.request, " ".join(_sentences(form)))
            return self.render_to_response(self.get_context_data(comment_form=form))
        comment_add(
            page=self.page,
            revision=self.page.latest_revision,
            user=self.request.user,
            **form.cleaned_data,
        )
        messages.success(self.request, _("Your comment is kept. Authors see it in the editor."))
        return HttpResponseRedirect(f"{self.request.path}#comments")

    @cached_property
    def round(self) -> WorkflowState | None:
        return round_of(self.page)

    @cached_property
    def state(self):
        """The review that waits to be made; None where none does."""
        is_under_way = self.round and self.round.status == WorkflowState.STATUS_IN_PROGRESS
        return current_state(self.round) if is_under_way else None

    @property
    def form_class(self) -> type[JudgementForm]:
        is_last = self.state and step_of(self.state) == Step.SIGN_OFF
        return SignOffForm if is_last else JudgementForm

    @cached_property
    def verdict(self):
        return verdict(self.state, self.request.user) if self.state else None

    @cached_property
    def draft(self):
        return self.page.get_latest_revision_as_object()

    def get_page_subtitle(self):
        return self.page.draft_title or self.page.title

    def get_context_data(self, judgement=None, comment_form=None, **kwargs):
        before = self.page if self.page.live else None
        step = step_of(self.state) if self.state else None
        returned = self.round and self.round.status == WorkflowState.STATUS_NEEDS_CHANGES
        return super().get_context_data(
            **kwargs,
            page=self.page,
            round=self.round,
            state=self.state,
            step_name=SHORT_NAMES[step] if step else "",
            question=WHAT_IT_ASKS[step] if step else "",
            verdict=self.verdict,
            judgement=judgement or self.form_class(initial=vars(self.draft)),
            hindrance=hindrance(self.state) if self.state else "",
            returned=current_state(self.round) if returned else None,
            withdrawal=withdrawal_of(self.page),
            steps=steps_of(self.page),
            earlier=earlier_rounds(self.page),
            before=before,
            sections=changes_of(self.draft, before, self.request),
            readiness=readiness_of(self.draft),
            comments=open_comments(self.page),
            comment_form=comment_form or CommentForm(page=self.draft),
            may_comment=self.may_comment,
            may_edit=self.may_edit,
            edit_url=self.edit_url,
        )


def _sentences(form) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]


def _words(refused: Exception) -> str:
    if isinstance(refused, ValidationError):
        return _("It cannot become public as it stands: %(why)s") % {
            "why": " ".join(refused.messages)
        }
    return str(refused) or _("This review is not yours to make.")
