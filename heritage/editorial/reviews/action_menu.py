"""The buttons below the editor's form, in the words of the three reviews."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    UnpublishMenuItem,
    WorkflowMenuItem,
)
from wagtail.models import WorkflowState

from heritage.editorial.teams.asking import team_of


class SendToReview(SubmitForModerationMenuItem):
    """Wagtail's “submit”, said as the house says it."""

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        page = context.get("page")
        round_ = page.current_workflow_state if page and page.pk else None
        is_back = round_ and round_.status == WorkflowState.STATUS_NEEDS_CHANGES
        context["label"] = _("Send to review again") if is_back else _("Send to review")
        return context


class TakeBack(CancelWorkflowMenuItem):
    label = _("Take back from review")


class OpenReview(ActionMenuItem):
    """To the review's screen, where one passes or returns with everything in front of one."""

    label = _("Open the review")
    name = "action-open-review"
    icon_name = "clipboard-list"
    order = 15

    def get_url(self, parent_context):
        return reverse("reviews:page", args=[parent_context["page"].pk])


def arrange(items: list, request, context: dict) -> None:
    """Change Wagtail's menu in place: one passes, and withdraws, on screens of their own."""
    page = context.get("page") or context.get("parent_page")
    is_under_review = page is not None and team_of(page) is not None
    dropped = [WorkflowMenuItem, RestartWorkflowMenuItem]
    if is_under_review:
        dropped.append(UnpublishMenuItem)
    elif any(item.name == "action-publish" for item in items) and not _in_round(context):
        dropped.append(SubmitForModerationMenuItem)
    items[:] = [_in_our_words(item) for item in items if not isinstance(item, tuple(dropped))]
    if _in_round(context):
        items.append(OpenReview())
        items.sort(key=lambda item: item.order)


def _in_round(context: dict) -> bool:
    page = context.get("page")
    return bool(page and page.pk and page.current_workflow_state)


def _in_our_words(item):
    if type(item) is SubmitForModerationMenuItem:
        return SendToReview(item.order)
    if type(item) is CancelWorkflowMenuItem:
        return TakeBack(item.order)
    return item
