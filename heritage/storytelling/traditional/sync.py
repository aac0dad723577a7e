"""Makes the Traditional page of a Simplified one, and keeps it in step when that is published."""

from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page

from ..models import NameForm, TraditionalCopy
from .convert import to_traditional
from .merge import ABSENT, merge
from .words import convert_words, dump_words, read_words

SOURCE, TARGET = "zh-hans", "zh-hant"
HOME_DEPTH = 2
KEPT_ATTRIBUTES = (
    "pk",
    "path",
    "depth",
    "numchild",
    "translation_key",
    "alias_of",
    "locale",
    "content_type",
    "live",
    "latest_revision",
    "live_revision",
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
    revision = _merged(target, target, generated, copy.generated, slug).save_revision(
        log_action=False
    )
    revision.publish(log_action=False, skip_permission_checks=True)
    if draft is not None:
        target.refresh_from_db()
        _merged(target, draft, generated, copy.generated, slug).save_revision(log_action=False)
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


def _merged(target: Page, standing: Page, generated: dict, last: dict[str, Any], slug: str) -> Page:
    """Return the page with what was generated now merged into `standing`, not saved."""
    today = read_words(standing)
    words = {
        key: merge(value, last.get(key, ABSENT), today.get(key, ABSENT))
        for key, value in generated.items()
    }
    data = {**standing.serializable_data(), **dump_words(type(target), words), "slug": slug}
    page = type(target).from_serializable_data(data, check_fks=False, strict_fks=False)
    for name in KEPT_ATTRIBUTES:
        setattr(page, name, getattr(target, name))
    page.draft_title = page.title
    page.set_url_path(target.get_parent())
    return page
