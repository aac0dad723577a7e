"""Pages that a row changes, and their earlier values back: always a new draft on top."""

from dataclasses import dataclass

from wagtail.log_actions import log
from wagtail.models import Page, Revision

from ..planning.plan import PlannedRow
from .adding import Hand
from .building import CHILDREN, children_set, value_set


@dataclass(frozen=True)
class Changed:
    """What a page said before, as JSON has it, and the revision that says it now."""

    before: dict
    revision: Revision


def page_change(page: Page, row: PlannedRow, hand: Hand) -> Changed:
    """Put a row's changes into a new draft of a page; what visitors read stays as it is."""
    draft = page.get_latest_revision_as_object()
    stood = draft.serializable_data()
    before = {name: stood[name] for name in row.changes}
    for name in row.changes:
        if name in CHILDREN:
            children_set(draft, name, getattr(row.entry, name))
        else:
            value_set(draft, name, row.entry.values[name])
    return Changed(before, draft_save(draft, hand))


def page_restore(page: Page, before: dict, hand: Hand) -> Revision:
    """Put earlier values back, in a new draft."""
    draft = page.get_latest_revision_as_object()
    for name, value in before.items():
        if name in CHILDREN:
            rows = [CHILDREN[name].from_serializable_data(row) for row in value]
            setattr(draft, name, rows)
        else:
            value_set(draft, name, value)
    return draft_save(draft, hand)


def draft_save(draft: Page, hand: Hand) -> Revision:
    """Save as the editing form does: a page that was never published has no other state."""
    if hasattr(draft, "read_point"):
        draft.read_point()
    if not draft.live:
        draft.draft_title = draft.title
        draft.save()
    revision = draft.save_revision(user=hand.user, clean=False)
    log(
        instance=draft,
        action="wagtail.edit",
        user=hand.user,
        uuid=hand.uuid,
        revision=revision,
        content_changed=True,
        data=hand.data,
    )
    return revision
