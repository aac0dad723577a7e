from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from ..words.folding import folded


class WatchedWord(index.Indexed, models.Model):
    """A word that the site does not want, or wants looked at. None is shipped."""

    class Kind(models.TextChoices):
        FORBIDDEN = "forbidden", _("Forbidden")
        SENSITIVE = "sensitive", _("Sensitive")

    word = models.CharField(
        _("word"),
        max_length=60,
        help_text=_("Simplified or Traditional: either finds both. Case and width do not matter."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=9,
        choices=Kind.choices,
        default=Kind.SENSITIVE,
        help_text=_("A forbidden word must go before review; a sensitive one is pointed out."),
    )
    advice = models.CharField(_("why, or what to write instead"), max_length=255, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    folded = models.CharField(max_length=120, unique=True, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    panels = [
        FieldPanel("word"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("is_active")]),
        FieldPanel("advice"),
    ]
    search_fields = [
        index.SearchField("word"),
        index.AutocompleteField("word"),
        index.SearchField("advice"),
        index.FilterField("kind"),
        index.FilterField("is_active"),
    ]

    class Meta:
        verbose_name = _("watched word")
        verbose_name_plural = _("watched words")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word

    def save(self, *args, **kwargs):
        self.folded = folded(self.word)
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        self.folded = folded(self.word)
        if not self.folded:
            raise ValidationError({"word": _("A word needs letters or characters.")})
        if type(self).objects.filter(folded=self.folded).exclude(pk=self.pk).exists():
            raise ValidationError({"word": _("This word is on the list already.")})
