import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RegisterImport(models.Model):
    """One file that somebody brought in: when, how it was read, how far it has come."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Columns to be confirmed")
        CHECKING = "checking", _("Being checked")
        PLANNED = "planned", _("Checked, nothing written yet")
        WRITING = "writing", _("Being written")
        ASKING = "asking", _("Written; being looked through")
        DONE = "done", _("Brought in")
        INTERRUPTED = "interrupted", _("Stopped half-way")
        UNDOING = "undoing", _("Being taken back")
        UNDONE = "undone", _("Taken back")

    class Scope(models.TextChoices):
        ALL = "all", _("All or nothing")
        GOOD = "good", _("All good rows")

    # What a process is at work on; where it has died, the record is set right (writing/door.py).
    AT_WORK = (State.CHECKING, State.WRITING, State.ASKING, State.UNDOING)

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    heard_at = models.DateTimeField(auto_now=True)
    file_name = models.CharField(_("file"), max_length=255)
    file_hash = models.CharField(max_length=64, db_index=True)
    options = models.JSONField(_("options"), default=dict)
    mapping = models.JSONField(_("columns"), default=dict)
    headers = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    scope = models.CharField(max_length=4, choices=Scope.choices, default=Scope.GOOD)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.UPLOADED, db_index=True
    )
    counts = models.JSONField(_("rows"), default=dict)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    trouble = models.TextField(blank=True)
    # True for the one import that writes to the tree, None for all others.
    holds_tree = models.BooleanField(null=True, unique=True, editable=False)
    log_key = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = _("import of a register")
        verbose_name_plural = _("imports of registers")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.pk} · {self.file_name}"

    @property
    def is_at_work(self) -> bool:
        return self.state in self.AT_WORK

    @property
    def is_all_or_nothing(self) -> bool:
        return self.scope == self.Scope.ALL

    @property
    def percent(self) -> int:
        """How far the work at hand has come, 0–100."""
        return min(100, 100 * self.done // self.total) if self.total else 0
