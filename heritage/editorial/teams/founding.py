"""Groups of people and what each may do. The neighbourhoods' own teams build on these."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

EDITORS = "编辑 · Editors"
PAGE_ACTIONS = ("add", "change", "publish", "lock", "unlock")
ITEM_ACTIONS = ("add", "change", "choose")


def editors_found(*, pages: Iterable[Page], items: Iterable[str], lists: Iterable[str]) -> Group:
    """Return the editors' group, made with its permissions where there is none yet.

    They may write and publish below `pages`, add to and choose from every collection of `items`
    (`app_label.model`: pictures, documents), and keep the `lists` (`app_label.model`).
    A group that is there is left as its operator has set it.
    """
    group, created = Group.objects.get_or_create(name=EDITORS)
    if not created:
        return group
    group.permissions.add(_permission("wagtailadmin.access_admin"))
    group.permissions.add(_permission("simple_translation.submit_translation"))
    for page in pages:
        for action in PAGE_ACTIONS:
            GroupPagePermission.objects.create(
                group=group, page=page, permission=_permission(f"wagtailcore.{action}_page")
            )
    root = Collection.get_first_root_node()
    for item in items:
        for action in ITEM_ACTIONS:
            app, model = item.split(".")
            GroupCollectionPermission.objects.create(
                group=group, collection=root, permission=_permission(f"{app}.{action}_{model}")
            )
    for item in lists:
        for action in ("view", "add", "change"):
            app, model = item.split(".")
            group.permissions.add(_permission(f"{app}.{action}_{model}"))
    return group


def _permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)
