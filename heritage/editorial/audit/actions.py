"""The actions that are ours, and all of them sorted by what one looks for."""

from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from heritage.editorial.teams.models import PersonEvent
from heritage.editorial.teams.roles import role_called

from .receivers import PAST_REVIEWS

PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled", "wagtail.publish.schedule")
WITHDRAWN = ("wagtail.unpublish", "wagtail.unpublish.scheduled", "wagtail.schedule.cancel")
BY_TIMETABLE = ("wagtail.publish.scheduled", "wagtail.unpublish.scheduled")
# Each kind: its name, and the beginnings of its actions' names.
KINDS = {
    "public": (_("Published, scheduled, went live"), (*PUBLISHED, PAST_REVIEWS)),
    "past": (_("Published past the reviews"), (PAST_REVIEWS,)),
    "gone": (_("Withdrawn, expired, deleted"), (*WITHDRAWN, "wagtail.delete", "reviews.withdraw")),
    "moved": (_("Moved, renamed, copied"), ("wagtail.move", "wagtail.rename", "wagtail.copy")),
    "reviews": (_("Reviews"), ("wagtail.workflow", "wagtail.moderation", "reviews.")),
    "people": (_("People, roles, signing in"), ("people.", "teams.", "signin.")),
    "registers": (_("Registers brought in"), ("registers.",)),
    "drafts": (_("Drafts saved, comments"), ("wagtail.edit", "wagtail.create", "wagtail.comments")),
}
# Every draft saved is in the log; shown unasked, they would hide the rest.
DRAFTS = "drafts"


def is_of(kind: str) -> Q:
    """The entries of one kind, as a condition."""
    condition = Q()
    for beginning in KINDS[kind][1]:
        exact = not beginning.endswith(".") and beginning in (*PUBLISHED, *WITHDRAWN)
        condition |= Q(action=beginning) if exact else Q(action__startswith=beginning)
    return condition


class StepFormatter(LogFormatter):
    """One step of a person: what, and in which role of which team."""

    def __init__(self):
        self.message = self.label

    def format_message(self, log_entry):
        role = log_entry.data.get("role")
        if not role:
            return self.label
        named = [str(role_called(role).label), log_entry.data.get("team")]
        return format_lazy("{}: {}", self.label, " · ".join(filter(None, named)))

    def format_comment(self, log_entry):
        return log_entry.data.get("why", "")


def register_ours(actions) -> None:
    for kind in PersonEvent.Kind:
        formatter = type("_StepFormatter", (StepFormatter,), {"label": kind.label})
        actions.register_action(f"people.{kind.value}")(formatter)
    label = _("Publish past the reviews")
    actions.register_action(PAST_REVIEWS, label, _("Published past the reviews"))
