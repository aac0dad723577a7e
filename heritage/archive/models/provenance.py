from django.db import models
from django.utils.translation import gettext_lazy as _

from ..rights import RIGHTS
from ..wording import in_script, in_tongue
from .web_address import WebAddressField


class Provenance(models.Model):
    """Who made an item, when, and what others may do with it."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_(
            "Printed beside it. Who made it and where it comes from. "
            "In two languages: Chinese | English."
        ),
    )
    rights = models.CharField(
        _("rights"),
        max_length=100,
        choices=RIGHTS,
        blank=True,
        help_text=_("What others may do with it. Needed before a page with it is published."),
    )
    licence_uri = WebAddressField(
        _("licence address"),
        blank=True,
        help_text=_("Only for a licence that is not in the list above."),
    )
    date_text = models.CharField(
        _("date"),
        max_length=120,
        blank=True,
        help_text=_("When it was made, in the words of the source: 约1930年代."),
    )

    class Meta:
        abstract = True

    @property
    def credit_shown(self) -> str:
        """The credit for the active language."""
        return in_tongue(self.credit)

    @property
    def date_shown(self) -> str:
        return in_script(self.date_text)

    @property
    def rights_uri(self) -> str:
        """The address of the licence or rights statement; empty where none is given."""
        return self.licence_uri or self.rights
