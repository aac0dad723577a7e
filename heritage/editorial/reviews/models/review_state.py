from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import TaskState

from ..digest import digest_of


class ReviewState(TaskState):
    """How one review of one story stands, and what exactly was passed."""

    class Eased(models.TextChoices):
        AUTHOR = "author", _("by an author of the change")
        AGAIN = "again", _("by somebody who passed another of the three reviews")
        BOTH = "both", _("by an author who passed another of the three reviews too")

    digest = models.CharField(
        max_length=64, blank=True, editable=False, help_text="What the text was, when it passed."
    )
    exception = models.CharField(
        _("passed by way of exception"), max_length=8, choices=Eased.choices, blank=True
    )

    class Meta:
        verbose_name = _("state of a review")
        verbose_name_plural = _("states of reviews")

    @transaction.atomic
    def approve(self, user=None, update=True, comment=""):
        # Imported late: rules ask the models.
        from ..rules import hindrance, verdict

        found = verdict(self, user)
        why_not = found.why or hindrance(self)
        if why_not:
            raise PermissionDenied(why_not)
        self.digest = digest_of(self.revision.content)
        self.exception = found.exception
        if found.exception:
            self._log_exception(user)
        return super().approve(user=user, update=update, comment=comment)

    @transaction.atomic
    def reject(self, user=None, update=True, comment=""):
        from ..rules import verdict

        found = verdict(self, user)
        if not found.is_allowed:
            raise PermissionDenied(found.why)
        return super().reject(user=user, update=update, comment=comment)

    def _log_exception(self, user) -> None:
        log(
            instance=self.revision.as_object(),
            action="reviews.exception",
            user=user,
            data={"step": self.task.specific.step, "exception": self.exception},
            revision=self.revision,
        )
