"""How the log speaks of reviews, in a page's history and in the site's reports."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from .steps import SHORT_NAMES, Step, in_one_language


class WithdrawnFormatter(LogFormatter):
    label = gettext_lazy("Withdraw at once")

    def format_message(self, log_entry):
        return _("Withdrawn at once")

    def format_comment(self, log_entry):
        return log_entry.data.get("reason", "")


class ReopenedFormatter(LogFormatter):
    label = gettext_lazy("Reopen the reviews")

    def format_message(self, log_entry):
        if log_entry.data.get("was_signed_off"):
            return _("Changed after sign-off: taken off the schedule, the reviews begin anew")
        return _("Changed after a review was passed: the reviews begin anew")


class ExceptionFormatter(LogFormatter):
    label = gettext_lazy("Pass under the rule for small teams")

    def format_message(self, log_entry):
        from .models import ReviewState

        said = log_entry.data
        return _("%(step)s passed under the rule for small teams: %(exception)s") % {
            "step": SHORT_NAMES[Step(said["step"])],
            "exception": ReviewState.Eased(said["exception"]).label,
        }


class WorkflowFormatter(LogFormatter):
    """What Wagtail says of a workflow's step, with its names in the reader's language."""

    said_by: LogFormatter

    def format_message(self, log_entry):
        return in_one_language(str(self.said_by.format_message(log_entry)))

    def format_comment(self, log_entry):
        return self.said_by.format_comment(log_entry)


def in_readers_language(actions) -> None:
    """Let the steps of a workflow, which Wagtail has registered before, be told in one language."""
    for action, said_by in actions.formatters.items():
        if action.startswith("wagtail.workflow."):
            words = {"label": said_by.label, "said_by": said_by}
            actions.formatters[action] = type("_WorkflowFormatter", (WorkflowFormatter,), words)()


def register(actions) -> None:
    actions.register_action("reviews.withdraw")(WithdrawnFormatter)
    actions.register_action("reviews.reopen")(ReopenedFormatter)
    actions.register_action("reviews.exception")(ExceptionFormatter)
