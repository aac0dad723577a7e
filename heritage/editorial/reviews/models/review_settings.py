from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="clipboard-list", order=300)
class ReviewSettings(BaseGenericSetting):
    """Whether fewer than three people may make the three reviews: for a city with a small team."""

    may_pass_twice = models.BooleanField(
        _("one person may pass more than one of the three reviews"), default=False
    )
    may_review_own = models.BooleanField(
        _("a person may review a change of their own"), default=False
    )

    panels = [
        HelpPanel(
            _(
                "As a rule three different people review each story, and none of them wrote it. "
                "A small team may ease this. Whatever was passed so is marked: in the page's "
                "history, on its review screen, and beside its sources where visitors read it."
            )
        ),
        MultiFieldPanel(
            [FieldPanel("may_pass_twice"), FieldPanel("may_review_own")],
            heading=_("For small teams"),
        ),
    ]

    class Meta:
        verbose_name = _("rules of the three reviews")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
