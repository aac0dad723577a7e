"""The roles that people have here: two in a neighbourhood's team, four over the city."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TeamRole(models.TextChoices):
    """In the team of one neighbourhood."""

    EDITOR = "editor", _("Editor")
    CURATOR = "curator", _("Curator")


class CityRole(models.TextChoices):
    """Over all neighbourhoods."""

    REVIEWER = "reviewer", _("City reviewer")
    PUBLISHER = "publisher", _("City publisher")
    OPERATOR = "operator", _("City operator")
    AUDITOR = "auditor", _("City auditor")


Role = TeamRole | CityRole

WHAT_THEY_DO = {
    TeamRole.EDITOR: _("Writes and illustrates the neighbourhood's stories; sends them to review."),
    TeamRole.CURATOR: _("Does what an editor does, makes the first review, locks and unlocks."),
    CityRole.REVIEWER: _("Reads everything; makes the first and the second review."),
    CityRole.PUBLISHER: _("Reads everything; signs off, and with that publishes."),
    CityRole.OPERATOR: _(
        "Sets up teams and people, brings in registers, keeps plaques. Does not publish."
    ),
    CityRole.AUDITOR: _("Reads everything, changes nothing."),
}


def role_called(value: str) -> Role:
    """The role of a stored value; ValueError for any other word."""
    return TeamRole(value) if value in TeamRole else CityRole(value)
