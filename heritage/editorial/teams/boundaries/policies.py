"""Wagtail's two permission policies, taught where a permission ends.

The explorer, the choosers, the admin's API, the reports and the searches all ask these two; each
method here is Wagtail's own with one condition added, and is named after it.
"""

from django.db.models import Q
from wagtail.models import Collection, Page
from wagtail.permission_policies.collections import CollectionPermissionLookupMixin
from wagtail.permission_policies.pages import PagePermissionPolicy

from ..permissions import StoryPermissionTester
from .ground import ground_of, reads_everything

# Wagtail asks for "any of add, change, publish, …" where it means: may they see pages at all?
MEANS_SEEING = 3


def install() -> None:
    """Teach them. `Page` itself too: most of Wagtail's views ask it, not the page's own type."""
    Page.permissions_for_user = permissions_for_user
    Page.get_admin_display_title = get_admin_display_title
    for owner, methods in (
        (PagePermissionPolicy, PAGE_METHODS),
        (CollectionPermissionLookupMixin, COLLECTION_METHODS),
    ):
        for method in methods:
            setattr(owner, method.__name__, method)


def permissions_for_user(self, user) -> StoryPermissionTester:
    return StoryPermissionTester(user, self)


def get_admin_display_title(self) -> str:
    """A published page is called what the public reads. Wagtail says its draft's name, also in the
    choosers of those who may not see the draft."""
    return self.title if self.live else self.draft_title or self.title


# --- pages ----------------------------------------------------------------------------------


def instances_user_has_any_permission_for(self, user, actions):
    base = self._base_queryset_for_user(user)
    if base is not None:
        return base
    codenames = self._get_permission_codenames(actions)
    grants = self.get_cached_permissions_for_user(user)
    ground = ground_of(user)
    wanted = [one for one in grants if one.permission.codename in codenames]
    pages = ground.reach(wanted, ground.pages)
    if "change" in actions and "add" not in actions:
        own = self._get_permission_codenames({"add"})
        adding = [one for one in grants if one.permission.codename in own]
        pages |= ground.reach(adding, ground.pages) & Q(owner=user)
    return self.model._default_manager.filter(pages)


def user_has_any_permission_for_instance(self, user, actions, instance):
    base = self._base_user_has_permission(user)
    if base is not None:
        return base
    ground = ground_of(user)
    codenames = self._get_permission_codenames(actions)
    held = {
        one.permission.codename
        for one in self.get_cached_permissions_for_user(user)
        if ground.reaches(one, instance.path, ground.pages)
    }
    is_own = instance.owner_id == user.pk and "change" in actions
    if is_own and held & self._get_permission_codenames({"add"}):
        return True
    return bool(codenames & held)


_wagtail_user_has_any_permission = PagePermissionPolicy.user_has_any_permission


def user_has_any_permission(self, user, actions):
    if len(set(actions)) >= MEANS_SEEING and user.is_active and reads_everything(user):
        return True
    return _wagtail_user_has_any_permission(self, user, actions)


PAGE_METHODS = (
    instances_user_has_any_permission_for,
    user_has_any_permission_for_instance,
    user_has_any_permission,
)

# --- collections ----------------------------------------------------------------------------


_wagtail_check_perm = CollectionPermissionLookupMixin._check_perm


def _check_perm(self, user, actions, collection=None):
    if collection is None or not user.is_authenticated or user.is_superuser:
        return _wagtail_check_perm(self, user, actions, collection)
    ground = ground_of(user)
    return user.is_active and any(
        ground.reaches(one, collection.path, ground.collections)
        for one in self._get_user_permission_objects_for_actions(user, actions)
    )


def _collections_with_perm(self, user, actions):
    ground = ground_of(user)
    grants = self._get_user_permission_objects_for_actions(user, actions)
    return Collection.objects.filter(ground.reach(grants, ground.collections))


COLLECTION_METHODS = (_check_perm, _collections_with_perm)
