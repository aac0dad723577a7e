"""The roles that people have: in a neighbourhood's team, over the city, where no team is yet."""

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


class OpenRole(models.TextChoices):
    """Over all neighbourhoods that have no team: there one person still writes and publishes."""

    EDITOR = "open-editor", _("Editor where there is no team")


Role = TeamRole | CityRole | OpenRole

WHAT_THEY_DO = {
    TeamRole.EDITOR: _("Writes and illustrates the neighbourhood's stories; sends them to review."),
    TeamRole.CURATOR: _("Does what an editor does, makes the first review, locks and unlocks."),
    CityRole.REVIEWER: _("Reads everything; makes the first and the second review."),
    CityRole.PUBLISHER: _("Reads everything; signs off, and with that publishes."),
    CityRole.OPERATOR: _(
        "Sets up teams and people, brings in registers, keeps plaques. Does not publish."
    ),
    CityRole.AUDITOR: _("Reads everything, changes nothing."),
    OpenRole.EDITOR: _("Writes and publishes in the neighbourhoods that have no team yet."),
}


def role_called(value: str) -> Role:
    """The role of a stored value; ValueError for any other word."""
    for kind in (TeamRole, CityRole):
        if value in kind:
            return kind(value)
    return OpenRole(value)
