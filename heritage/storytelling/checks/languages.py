from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from heritage.editorial.readiness.registry import (
    Lack,
    is_translation,
    register_check,
    register_exemption,
)
from heritage.editorial.readiness.together import asked_together

from ..editing.notices import is_behind, source_of
from ..models import StoryPage, TraditionalCopy

ENGLISH = "en"


@register_exemption
def is_generated(page) -> bool:
    """A Traditional page that follows its Simplified one: whatever it lacks is mended there."""
    if not page.pk or not is_translation(page):
        return False
    return TraditionalCopy.objects.filter(page_id=page.pk).exists()


@register_check("english", _("An English page"), page_types=[StoryPage], is_required=False)
def is_told_in_english(page):
    """Published, and not older than what it translates."""
    english = english_of(page)
    if english is None:
        yield Lack(_("Nobody has translated it into English yet."), url=_translate_url(page))
    elif not english.live:
        yield Lack(_("The English page is not published yet."), url=_edit_url(english))
    elif is_behind(english, page):
        words = _("The English page is older than this one: read it against the changes.")
        yield Lack(words, url=_edit_url(english))


@asked_together
def english_of(pages) -> dict[int | None, Page]:
    """The same page in English."""
    stored = {page.translation_key for page in pages if page.pk}
    others = Page.objects.filter(translation_key__in=stored, locale__language_code=ENGLISH)
    by_key = {other.translation_key: other for other in others}
    return {page.pk: by_key.get(page.translation_key) for page in pages if page.pk}


@register_check(
    "translation-fresh",
    _("Not older than the page it translates"),
    page_types=[StoryPage],
    is_required=False,
    asks_translations=True,
    applies=lambda page: bool(page.pk) and is_translation(page),
)
def is_as_new_as_its_source(page):
    """Nothing changed in the source since this was written."""
    source = source_of(page)
    if source and is_behind(page, source):
        words = _("The Chinese page was published anew since this was written.")
        yield Lack(words, url=_edit_url(source))


def _edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _translate_url(page) -> str:
    if not page.pk:
        return ""
    return reverse("simple_translation:submit_page_translation", args=[page.pk])
