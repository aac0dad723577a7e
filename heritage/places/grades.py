"""The grades of protection that Chinese law and practice know, in their three tracks.

Cultural Relics Protection Law (文物保护法), Regulations on Historic Cities, Towns and Villages
(历史文化名城名镇名村保护条例), and the special lists. Tracks are independent: a place may hold one
of each.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Track(models.TextChoices):
    RELIC = "relic", _("A · Cultural relics")
    HISTORIC = "historic", _("B · Historic towns, blocks and buildings")
    SPECIAL = "special", _("C · Special lists")


class Grade(models.TextChoices):
    NATIONAL = "national", _("National priority protected site")
    PROVINCIAL = "provincial", _("Provincial protected site")
    MUNICIPAL = "municipal", _("Municipal protected site")
    COUNTY = "county", _("District or county protected site")
    UNGRADED = "ungraded", _("Immovable cultural relic without grade")
    HISTORIC_BLOCK = "historic-block", _("Historic and cultural block")
    HISTORIC_BUILDING = "historic-building", _("Historic building")
    TRADITIONAL_BUILDING = "traditional-building", _("Traditional-style building")
    HISTORIC_TOWN = "historic-town", _("Historic city, town or village")
    INDUSTRIAL = "industrial", _("Industrial heritage")
    REVOLUTIONARY = "revolutionary", _("Revolutionary relic")
    PLACE_NAME = "place-name", _("Protected place name")
    OTHER = "other", _("Other list")


@dataclass(frozen=True)
class GradeFact:
    """The track a grade belongs to, and the short word for its seal."""

    track: str
    short: str | Promise


GRADES = {
    Grade.NATIONAL: GradeFact(Track.RELIC, pgettext_lazy("seal", "National relic")),
    Grade.PROVINCIAL: GradeFact(Track.RELIC, pgettext_lazy("seal", "Provincial relic")),
    Grade.MUNICIPAL: GradeFact(Track.RELIC, pgettext_lazy("seal", "Municipal relic")),
    Grade.COUNTY: GradeFact(Track.RELIC, pgettext_lazy("seal", "District relic")),
    Grade.UNGRADED: GradeFact(Track.RELIC, pgettext_lazy("seal", "Immovable relic")),
    Grade.HISTORIC_BLOCK: GradeFact(Track.HISTORIC, pgettext_lazy("seal", "Historic block")),
    Grade.HISTORIC_BUILDING: GradeFact(Track.HISTORIC, pgettext_lazy("seal", "Historic building")),
    Grade.TRADITIONAL_BUILDING: GradeFact(
        Track.HISTORIC, pgettext_lazy("seal", "Traditional building")
    ),
    Grade.HISTORIC_TOWN: GradeFact(Track.HISTORIC, pgettext_lazy("seal", "Historic town")),
    Grade.INDUSTRIAL: GradeFact(Track.SPECIAL, pgettext_lazy("seal", "Industrial heritage")),
    Grade.REVOLUTIONARY: GradeFact(Track.SPECIAL, pgettext_lazy("seal", "Revolutionary relic")),
    Grade.PLACE_NAME: GradeFact(Track.SPECIAL, pgettext_lazy("seal", "Protected name")),
    Grade.OTHER: GradeFact(Track.SPECIAL, pgettext_lazy("seal", "Listed")),
}
