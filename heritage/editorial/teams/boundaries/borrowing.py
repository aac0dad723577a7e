"""Whose pictures, recordings, documents and pages a story may name: its writer's own and the
shared ones, whatever numbers are sent. One check for all fields, blocks and rows of a form."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy
from wagtail.models import Page, ReferenceIndex

from .seeing import item_policy, refused_of

ANOTHERS_ITEM = gettext_lazy(
    "%(kind)s no. %(number)s belongs to another neighbourhood's collection. Choose one of your own "
    "collection or of those that all share; or ask its team to share it."
)
NOT_PUBLISHED = gettext_lazy(
    "Page no. %(number)s is not published, or not here. Choose one that readers can open."
)


@dataclass(frozen=True)
class Reference:
    """What a form names, and the field of which form that names it."""

    form: forms.ModelForm
    field: str
    model: type
    key: str


def check_references(form, user) -> bool:
    """Add a reason to each field that newly names what is not `user`'s to put on a page.

    `form` is a page's, found valid; says whether it still is. What the page named before, stored
    or in its latest draft, it may go on naming. Raises PermissionDenied for a guessed draft.
    """
    found = list(_references_of(form))
    by_model: dict[type, set[str]] = defaultdict(set)
    for one in found:
        by_model[one.model].add(one.key)
    refused = {
        (model, key) for model, keys in by_model.items() for key in refused_of(user, model, keys)
    }
    if refused:
        refused -= _named_before(form.instance)
    _stop_guessing(refused)
    for one in dict.fromkeys(one for one in found if (one.model, one.key) in refused):
        one.form.add_error(one.field if one.field in one.form.fields else None, _reason(one))
    return not refused


def _stop_guessing(refused: set[tuple[type, str]]) -> None:
    """A draft that never was public is offered to nobody: its number was guessed, and the form,
    shown again, would tell its name."""
    keys = [key for model, key in refused if issubclass(model, Page)]
    if Page.objects.filter(pk__in=keys, first_published_at=None).exists():
        raise PermissionDenied


def _references_of(form) -> Iterator[Reference]:
    """Of the form, and of every row in it that is not to be deleted."""
    for type_id, key, path, _content_path in _extract(form.instance):
        model = _guarded(type_id)
        if model is not None:
            yield Reference(form, path.split(".")[0], model, str(key))
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            if row not in formset.deleted_forms:
                yield from _references_of(row)


def _named_before(page) -> set[tuple[type, str]]:
    """What the stored page and its latest draft name."""
    if page.pk is None:
        return set()
    stored = type(page)._base_manager.filter(pk=page.pk).first()
    versions = [stored, stored and stored.get_latest_revision_as_object()]
    return {
        (model, str(key))
        for version in versions
        if version is not None
        for type_id, key, _path, _content_path in _extract(version, with_rows=True)
        if (model := _guarded(type_id)) is not None
    }


def _extract(instance, *, with_rows: bool = False):
    """Wagtail's own walk through fields, blocks and rich text. The rows of a form are not yet on
    its instance: they are walked one by one, so that each can be told of its own."""
    for reference in ReferenceIndex._extract_references_from_object(instance):
        if with_rows or not _is_of_a_row(instance, reference[2]):
            yield reference


def _is_of_a_row(instance, path: str) -> bool:
    field = path.split(".")[0]
    return field not in {one.name for one in instance._meta.get_fields() if one.concrete}


def _guarded(type_id: int) -> type | None:
    """The model of a reference, where it is a page or lies in a collection."""
    model = ContentType.objects.get_for_id(type_id).model_class()
    if model is None:
        return None
    return model if issubclass(model, Page) or item_policy(model) is not None else None


def _reason(one: Reference) -> str:
    if issubclass(one.model, Page):
        return NOT_PUBLISHED % {"number": one.key}
    return ANOTHERS_ITEM % {
        "kind": str(one.model._meta.verbose_name).capitalize(),
        "number": one.key,
    }
