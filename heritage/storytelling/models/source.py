from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from heritage.archive.models.web_address import WebAddressField


class Source(Orderable):
    """Where a story has its facts from; readers see it numbered in this order."""

    class Kind(models.TextChoices):
        OFFICIAL_LIST = "official-list", _("Official list or announcement")
        REGISTER = "register", _("Register or survey")
        GAZETTEER = "gazetteer", _("Gazetteer or history")
        BOOK = "book", _("Book or article")
        PRESS = "press", _("Press")
        MUSEUM = "museum", _("Museum or exhibition")
        ARCHIVE = "archive", _("Archive")
        INTERVIEW = "interview", _("Interview or memory")
        INSCRIPTION = "inscription", _("Inscription on the spot")
        FACT_SHEET = "fact-sheet", _("Fact sheet of this project")
        GENERAL = "general", _("General history")
        WEB = "web", _("Web page")

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="sources")
    citation = models.CharField(
        _("citation"),
        max_length=400,
        help_text=_("Author, title, publisher or body, date, page or number."),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.BOOK)
    url = WebAddressField(_("address on the web"), max_length=500, blank=True)
    accessed = models.DateField(_("read on"), null=True, blank=True)

    panels = [
        FieldPanel("citation"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("accessed")]),
        FieldPanel("url"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return self.citation


class Statement(Orderable):
    """One of several things that sources say about the same fact."""

    class Claim(models.TextChoices):
        DATE = "date", _("Date")
        ADDRESS = "address", _("Address")
        GRADE = "grade", _("Grade")
        NAME = "name", _("Name")
        OTHER = "other", _("Other")

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="statements")
    claim = models.CharField(_("about"), max_length=8, choices=Claim.choices, default=Claim.DATE)
    text = models.CharField(_("what it says"), max_length=400)
    source_number = models.PositiveSmallIntegerField(
        _("source number"), null=True, blank=True, help_text=_("Its number in the list of sources.")
    )
    is_preferred = models.BooleanField(
        _("followed here"), default=False, help_text=_("The statement that this page follows.")
    )
    note = models.CharField(_("why"), max_length=400, blank=True)

    panels = [
        FieldPanel("claim"),
        FieldPanel("text"),
        FieldPanel("source_number"),
        FieldPanel("is_preferred"),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("competing statement")
        verbose_name_plural = _("competing statements")

    def __str__(self) -> str:
        return self.text
