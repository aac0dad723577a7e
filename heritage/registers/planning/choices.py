"""Choices by their value or their label in any of the site's languages."""

from functools import cache

from django.conf import settings
from django.db import models
from django.utils.translation import override

from ..columns.folding import squeeze


def choice_named(model: type[models.Model], name: str, words: str) -> str | None:
    """The value of a choice; "" for no words; None where no choice is called so."""
    return _choices(model, name).get(squeeze(words)) if words.strip() else ""


@cache
def _choices(model: type[models.Model], name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    choices = model._meta.get_field(name).flatchoices
    for code, _language in settings.LANGUAGES:
        with override(code):
            found |= {squeeze(str(label)): value for value, label in choices}
    # A value is nobody else's label.
    return found | {squeeze(value): value for value, _label in choices}
