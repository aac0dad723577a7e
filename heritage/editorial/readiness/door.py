"""The workflow's door: a page that lacks something required is saved, and not sent to review.

Two bolts. Where an editor presses the button, the form is asked before Wagtail's view acts: what
is not ready is saved as a draft and the editor is told what is missing, with links. Whatever other
way leads to a review (a guessed request, code, a workflow taken up again) ends at the second: no
workflow begins or resumes for such a page.
"""

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_save
from django.http import HttpRequest
from django.template.loader import render_to_string
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState

from .drafting import page_as_sent
from .judging import Readiness, draft_readiness, readiness_of
from .keeping import published_readiness

BUTTONS = ("action-submit", "action-restart-workflow")


class NotReady(PermissionDenied):
    """A page was to be sent to review that lacks something required; `readiness` says what."""

    def __init__(self, readiness: Readiness):
        self.readiness = readiness
        super().__init__("; ".join(item.label for item in readiness.missing))


def refuse_unready(page: Page) -> None:
    """Raise NotReady where the latest draft of a page lacks something required."""
    readiness = draft_readiness(page)
    if not readiness.is_ready:
        raise NotReady(readiness)


def is_sent_to_review(request: HttpRequest) -> bool:
    """Whether somebody pressed a button that sends a page to review."""
    return request.method == "POST" and any(request.POST.get(name) for name in BUTTONS)


def hold_back(request: HttpRequest, page: Page, parent: Page) -> None:
    """Turn a request that sends an unready page to review into one that saves its draft.

    `page` is bound to what was sent, so it must be a copy that nobody else holds. Invalid forms go
    on as they are: Wagtail's view shows what is wrong with them, and sends nothing.
    """
    sent = page_as_sent(request, page, parent)
    if sent is not None and not readiness_of(sent).is_ready:
        fields = request.POST.copy()
        for name in BUTTONS:
            fields.pop(name, None)
        request.POST = fields
        request.held_back_from_review = True


def say_what_is_missing(request: HttpRequest, page: Page) -> None:
    """Tell an editor whose page was held back what is missing, each with a link to its field."""
    if getattr(request, "held_back_from_review", False):
        messages.error(request, _words("readiness/held_back.html", draft_readiness(page)))


def warn_of_gaps(request: HttpRequest, page: Page) -> None:
    """Tell whoever published a page directly what it lacks."""
    readiness = published_readiness(page)
    if not readiness.is_ready:
        messages.warning(request, _words("readiness/published_with_gaps.html", readiness))


def connect() -> None:
    pre_save.connect(bolt, sender=WorkflowState, dispatch_uid="readiness-door")


def bolt(sender, instance: WorkflowState, raw=False, **kwargs) -> None:
    """Let no review begin, or go on after it was sent back, for a page that is not ready."""
    if raw or instance.status != WorkflowState.STATUS_IN_PROGRESS:
        return
    before = sender.objects.filter(pk=instance.pk).values_list("status", flat=True).first()
    page = instance.content_object if before in {None, sender.STATUS_NEEDS_CHANGES} else None
    if isinstance(page, Page):
        refuse_unready(page)


def _words(template: str, readiness: Readiness) -> str:
    return render_to_string(template, {"readiness": readiness})
