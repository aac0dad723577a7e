from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..roles import CityRole, OpenRole, TeamRole

ROLES = [*TeamRole.choices, *CityRole.choices, *OpenRole.choices]


class PersonEvent(models.Model):
    """One step in what a person is here: who was what, from when, by whom and why.

    Names are written out beside the keys, so that the record is readable after an account or a
    team is gone.
    """

    class Kind(models.TextChoices):
        INVITED = "invited", _("Invited")
        JOINED = "joined", _("Took on a role")
        LEFT = "left", _("Gave up a role")
        ENDED = "ended", _("Ended")
        RETURNED = "returned", pgettext_lazy("staff", "Taken back")
        LINK = "link", _("Sent a new link")

    kind = models.CharField(_("what"), max_length=10, choices=Kind.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="person_events",
    )
    person_name = models.CharField(_("person's name"), max_length=150)
    role = models.CharField(_("role"), max_length=12, choices=ROLES, blank=True)
    team = models.ForeignKey(
        "teams.Team",
        verbose_name=_("team"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person_events",
    )
    team_name = models.CharField(_("team's name"), max_length=120, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    by_name = models.CharField(_("by whom"), max_length=150, blank=True)
    why = models.CharField(_("why"), max_length=300, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("step of a person")
        verbose_name_plural = _("steps of people")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["person", "at"])]

    def __str__(self) -> str:
        return f"{self.person_name}: {self.get_kind_display()}"
