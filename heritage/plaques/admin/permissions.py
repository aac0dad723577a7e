from wagtail import permissions
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import ModelPermissionPolicy

from ..models import Plaque
from ..standing import neighbourhoods, page_of

ANY = ("add", "change", "view")


class RegisterPermissionPolicy(ModelPermissionPolicy):
    """Django's permissions, and no deleting for anybody: a code on a wall stays in the register."""

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission([a for a in actions if a != "delete"])


policy = RegisterPermissionPolicy(Plaque)
# Wagtail 8 looks policies up in a registry of its own, which 7.4 has not.
if hasattr(permissions, "register_permission_policy"):
    permissions.register_permission_policy(Plaque, policy)


def may_see_register(user) -> bool:
    return policy.user_has_any_permission(user, ANY)


def may_change_register(user) -> bool:
    return policy.user_has_permission(user, "change")


def may_edit(user, page: Page) -> bool:
    """Whether a page lies in the part of the tree that somebody may edit."""
    return page.permissions_for_user(user).can_edit()


def may_point(user, plaque: Plaque) -> bool:
    """Whether somebody may give a plaque another page: they may edit the one it has now."""
    page = page_of(plaque)
    return may_change_register(user) and (page is None or may_edit(user, page))


def editable_pages(user):
    """Pages that somebody may edit, as a queryset."""
    return PagePermissionPolicy().instances_user_has_permission_for(user, "change")


def editable_neighbourhoods(user):
    """Neighbourhoods that somebody may edit, by name: theirs to walk round."""
    return neighbourhoods().filter(pk__in=editable_pages(user).values("pk"))
