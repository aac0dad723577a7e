from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class TraditionalCopy(models.Model):
    """What was last generated for a Traditional page, to tell an editor's hand from ours."""

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="traditional_copy"
    )
    generated = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("Traditional Chinese copy")
        verbose_name_plural = _("Traditional Chinese copies")

    def __str__(self) -> str:
        return f"{self.page_id}"


class NameForm(index.Indexed, models.Model):
    """A name whose Traditional form no table gets right: a family, a shop, a creek."""

    simplified = models.CharField(_("Simplified"), max_length=60, unique=True)
    traditional = models.CharField(
        _("Traditional"), max_length=60, help_text=_("As its owners write it: 樂善好施 …")
    )

    panels = [FieldPanel("simplified"), FieldPanel("traditional")]
    search_fields = [index.SearchField("simplified"), index.SearchField("traditional")]

    class Meta:
        verbose_name = _("name in Traditional Chinese")
        verbose_name_plural = _("names in Traditional Chinese")
        ordering = ["simplified"]

    def __str__(self) -> str:
        return f"{self.simplified} → {self.traditional}"
