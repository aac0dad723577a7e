"""A whole page compared, in the tabs in which an editor wrote it."""

from dataclasses import dataclass, replace

from wagtail.fields import StreamField
from wagtail.models import Page

from .leaves import leaf_of_field
from .rows import Change, Row, rows_of
from .stream import changes_of_stream


@dataclass(frozen=True)
class Section:
    """One tab of the editor's form, with what differs in it."""

    heading: str
    changes: list[Change]


def changes_of(page: Page, before: Page | None, request) -> list[Section]:
    """What `page` says otherwise than `before`; for a new page (None) everything it says.

    Which fields there are, and under which tab, comes from the page type's own panels through
    Wagtail's comparison classes; what each side says is read here, for two columns.
    """
    blank = before or type(page)()
    bound = page.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    sections = []
    for tab in getattr(bound, "children", [bound]):
        changes = [
            change
            for make in tab.get_comparison()
            for change in _of_comparison(make(blank, page), is_new=before is None)
        ]
        if changes:
            sections.append(Section(str(getattr(tab, "heading", "")), changes))
    return sections


def _of_comparison(comparison, is_new: bool) -> list[Change]:
    if comparison.is_child_relation:
        return _of_children(comparison)
    if not (is_new or comparison.has_changed()):
        return []
    if isinstance(comparison.field, StreamField):
        return changes_of_stream(comparison.val_a, comparison.val_b)
    before = [] if is_new else [leaf_of_field(comparison.field, comparison.val_a)]
    rows = rows_of(before, [leaf_of_field(comparison.field, comparison.val_b)])
    kind = "added" if is_new else "changed"
    return [Change(str(comparison.field_label()), kind, rows)] if rows else []


def _of_children(comparison) -> list[Change]:
    """Rows of a list (sources, designations, stops …), matched by Wagtail."""
    found = []
    for child in comparison.get_child_comparisons():
        kind = "added" if child.is_addition() else "removed" if child.is_deletion() else "changed"
        if kind == "changed" and not child.has_changed():
            continue
        fields = child.get_field_comparisons()
        before = [] if kind == "added" else [_labelled(one, one.val_a) for one in fields]
        after = [] if kind == "removed" else [_labelled(one, one.val_b) for one in fields]
        rows = rows_of(before, after)
        if rows:
            found.append(Change(_name_of(comparison), kind, rows))
    return [*found, *_moved(comparison)]


def _moved(comparison) -> list[Change]:
    """A word on the order, where those that stayed stand in another one."""
    old, new = (
        {row.pk: str(row) for row in rows.all()} for rows in (comparison.val_a, comparison.val_b)
    )
    before, after = [pk for pk in old if pk in new], [pk for pk in new if pk in old]
    if before == after:
        return []
    words = ["\n".join(names[pk] for pk in order) for names, order in ((old, before), (new, after))]
    return [Change(_name_of(comparison), "moved", [Row.of("", *words)])]


def _labelled(comparison, value):
    leaf = leaf_of_field(comparison.field, value)
    return replace(leaf, label=str(comparison.field_label()))


def _name_of(comparison) -> str:
    return str(comparison.field.related_model._meta.verbose_name).capitalize()
