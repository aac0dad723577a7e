"""Makes a group's permissions match what its role may do: no more, no less."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from .grants import ITEM_ACTIONS, ITEMS, PAGE_ACTIONS, permissions_of
from .roles import Role


def rights_match(
    *, group: Group, role: Role, pages: Iterable[Page], collection: Collection
) -> None:
    """Give a group what its role may do on pages and in a collection, and take all else away.

    Everybody may choose from what lies in no team's collection: that is what the city shares.
    """
    group.permissions.set(_named(permissions_of(role)))
    actions = _named(f"wagtailcore.{action}_page" for action in PAGE_ACTIONS[role])
    on_pages = {(page.pk, action.pk) for page in pages for action in actions}
    _match(GroupPagePermission, group, "page_id", on_pages)
    root = Collection.get_first_root_node()
    in_collections = {(collection.pk, one.pk) for one in _of_items(ITEM_ACTIONS[role])}
    in_collections |= {(root.pk, one.pk) for one in _of_items(["choose"])}
    _match(GroupCollectionPermission, group, "collection_id", in_collections)


def _of_items(actions: Iterable[str]) -> list[Permission]:
    names = [item.split(".") for item in ITEMS]
    return _named(f"{app}.{action}_{model}" for app, model in names for action in actions)


def _match(model, group: Group, key: str, wanted: set[tuple[int, int]]) -> None:
    there = {
        (place, permission): pk
        for pk, place, permission in model.objects.filter(group=group).values_list(
            "pk", key, "permission_id"
        )
    }
    model.objects.filter(pk__in=[there[pair] for pair in there.keys() - wanted]).delete()
    model.objects.bulk_create(
        model(group=group, permission_id=permission, **{key: place})
        for place, permission in sorted(wanted - there.keys())
    )


def _named(names: Iterable[str]) -> list[Permission]:
    """Permissions by `app_label.codename`; those that do not exist (yet) are passed over."""
    wanted = Q(pk__in=[])
    for name in names:
        app, _, codename = name.partition(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))
