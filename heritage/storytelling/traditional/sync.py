"""Makes the Traditional page of a Simplified one, and keeps it in step when that is published."""

from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page

from ..models import NameForm, TraditionalCopy
from .convert import to_traditional
from .merge import ABSENT, merge
from .words import convert_words, dump_words, read_words, words_of

SOURCE, TARGET = "zh-hans", "zh-hant"
HOME_DEPTH = 2
KEPT_ATTRIBUTES = (
    "pk",
    "path",
    "depth",
    "numchild",
    "translation_key",
    "alias_of_id",
    "locale_id",
    "content_type_id",
    "live",
    "latest_revision_id",
    "live_revision_id",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
)


@transaction.atomic
def sync_page(source: Page) -> Page | None:
    """Make or refresh the Traditional page of a live Simplified page and publish it.

    Returns the Traditional page; None where the page is in another language or its parent has no
    Traditional page. Values that an editor changed by hand stay as they are, in the published page
    and in a draft that stands above it.
    """
    source = source.specific
    if source.locale.language_code != SOURCE or not source.live:
        return None
    target = _target_of(source)
    if target is None:
        return None
    names = dict(NameForm.objects.values_list("simplified", "traditional"))
    copy, _created = TraditionalCopy.objects.get_or_create(page_id=target.pk)
    # Home pages stand side by side under the root; every other address differs by language alone.
    slug = target.slug if source.depth == HOME_DEPTH else source.slug
    generated = convert_words(read_words(source), lambda text: to_traditional(text, names))
    draft = target.get_latest_revision_as_object() if target.has_unpublished_changes else None
    standing = target.serializable_data()
    # Cleaned once: on the way to being published.
    revision = _merged(target, standing, generated, copy.generated, slug).save_revision(clean=False)
    revision.publish(log_action=False, skip_permission_checks=True)
    # A page that is new or was withdrawn has a draft too, which says nothing else.
    if draft is not None and read_words(draft) != words_of(type(target), standing):
        target.refresh_from_db()
        drafted = draft.serializable_data()
        _merged(target, drafted, generated, copy.generated, slug).save_revision()
    copy.generated = generated
    copy.save()
    return target


def _target_of(source: Page) -> Page | None:
    locale, _created = Locale.objects.get_or_create(language_code=TARGET)
    existing = source.get_translation_or_none(locale)
    if existing is not None:
        return existing.specific
    parent = source.get_parent()
    if parent.get_translation_or_none(locale) is None and sync_page(parent) is None:
        return None
    return source.copy_for_translation(locale).specific


def _merged(target: Page, stored: dict, generated: dict, last: dict[str, Any], slug: str) -> Page:
    """Return the page with what was generated now merged into `stored`, not saved.

    `stored` is what the published page or the draft above it holds, as `serializable_data`.
    """
    today = words_of(type(target), stored)
    words = {
        key: merge(value, last.get(key, ABSENT), today.get(key, ABSENT))
        for key, value in generated.items()
    }
    data = {**stored, **dump_words(type(target), words, stored), "slug": slug}
    page = type(target).from_serializable_data(data, check_fks=False, strict_fks=False)
    for name in KEPT_ATTRIBUTES:
        setattr(page, name, getattr(target, name))
    page.draft_title = page.title
    page.set_url_path(target.get_parent())
    return page
