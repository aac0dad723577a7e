"""Makes the Traditional page of a Simplified one, and keeps it in step when that is published."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, Revision

from ..models import NameForm, TraditionalCopy
from .convert import to_traditional
from .merge import ABSENT, merge
from .words import convert_words, dump_words, read_words, without_keys, words_of

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
    told = words_of(source)
    generated = convert_words(told, lambda text: to_traditional(text, names))
    # A page that somebody began by hand was copied from the source as it is.
    last = copy.generated or told
    merged = partial(_merged, target, generated=generated, last=last, slug=slug)
    standing = target.serializable_data()
    draft, scheduled = _drafts_above(target, standing)
    # Cleaned once: on the way to being published. It comes and goes with its source.
    live = merged(stored=standing | _timeless(target)).save_revision(clean=False)
    live.publish(log_action=False, skip_permission_checks=True)
    target.refresh_from_db()
    if draft is not None:
        revision = merged(stored=draft.serializable_data()).save_revision()
        if scheduled and scheduled.pk == draft.latest_revision_id:
            _schedule(revision, at=scheduled.approved_go_live_at)
        elif scheduled:
            waiting = merged(stored=scheduled.as_object().serializable_data())
            scheduled.content = waiting.serializable_data()
            _schedule(scheduled, at=scheduled.approved_go_live_at)
    copy.generated = generated
    copy.save()
    return target


def _drafts_above(target: Page, standing: dict) -> tuple[Page | None, Revision | None]:
    """The draft that says something else than the page, and the version that waits for its day."""
    if not target.has_unpublished_changes:
        return None, None
    draft, scheduled = target.get_latest_revision_as_object(), target.scheduled_revision
    # A page that is new or was withdrawn has a draft too, which says nothing else.
    if scheduled is None and read_words(draft) == without_keys(words_of(target, standing)):
        return None, None
    return draft, scheduled


def _schedule(revision: Revision, *, at: datetime) -> None:
    """Put a version back on the timetable, from which publishing took it."""
    revision.approved_go_live_at = at
    revision.save(update_fields=["approved_go_live_at", "content"])


def _target_of(source: Page) -> Page | None:
    locale, _created = Locale.objects.get_or_create(language_code=TARGET)
    existing = source.get_translation_or_none(locale)
    if existing is not None:
        if existing.alias_of_id:  # came with a page below it that somebody translated
            Page.objects.filter(pk=existing.pk).update(alias_of=None)
            existing.refresh_from_db()
        return existing.specific
    parent = source.get_parent()
    if parent.get_translation_or_none(locale) is None and sync_page(parent) is None:
        return None
    return source.copy_for_translation(locale, exclude_fields=["expire_at"]).specific


def _timeless(target: Page) -> dict[str, None]:
    """The fields of a page's times without those that would keep it from being published now."""
    now = timezone.now()
    late = target.expire_at and target.expire_at <= now
    return {"go_live_at": None} | ({"expire_at": None} if late else {})


def _merged(
    target: Page, *, stored: dict, generated: dict, last: dict[str, Any], slug: str
) -> Page:
    """Return the page with what was generated now merged into `stored`, not saved.

    `stored` is what the published page or the draft above it holds, as `serializable_data`.
    """
    today = words_of(target, stored)
    words = {
        key: merge(value, last.get(key, ABSENT), today.get(key, ABSENT))
        for key, value in generated.items()
    }
    data = {**stored, **dump_words(type(target), words), "slug": slug}
    page = type(target).from_serializable_data(data, check_fks=False, strict_fks=False)
    for name in KEPT_ATTRIBUTES:
        setattr(page, name, getattr(target, name))
    page.draft_title = page.title
    page.set_url_path(target.get_parent())
    return page
