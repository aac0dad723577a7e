from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, Page

from ..roles import CityRole, TeamRole


class Team(models.Model):
    """Who works on one neighbourhood. Where there is one, its stories pass three reviews.

    It outlives its groups and its collection: a group deleted by mistake must not open the
    neighbourhood to direct publishing. Founding it again makes what is missing.
    """

    neighbourhood_key = models.UUIDField(
        _("neighbourhood"), unique=True, editable=False, help_text=_("The page in any language.")
    )
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    editors = models.OneToOneField(
        Group,
        verbose_name=_("editors"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="team_of_editors",
    )
    curators = models.OneToOneField(
        Group,
        verbose_name=_("curators"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="team_of_curators",
    )
    collection = models.OneToOneField(
        Collection,
        verbose_name=_("collection"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="team",
    )
    founded_at = models.DateTimeField(_("set up"), auto_now_add=True)

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["name"]

    def __str__(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name

    def group_for(self, role: TeamRole) -> Group | None:
        return self.editors if role == TeamRole.EDITOR else self.curators

    def pages(self):
        """The neighbourhood's page in every language, as a queryset."""
        return Page.objects.filter(translation_key=self.neighbourhood_key)


class CityGroup(models.Model):
    """The group of those who hold a role over the whole city."""

    role = models.CharField(_("role"), max_length=12, choices=CityRole.choices, unique=True)
    group = models.OneToOneField(
        Group,
        verbose_name=_("group"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="city_group",
    )

    class Meta:
        verbose_name = _("role over the city")
        verbose_name_plural = _("roles over the city")

    def __str__(self) -> str:
        return self.get_role_display()
