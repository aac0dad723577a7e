from wagtail.permissions import ModelPermissionPolicy

from ..models import Plaque

ANY = ("add", "change", "view")


class RegisterPermissionPolicy(ModelPermissionPolicy):
    """Django's permissions, and no deleting for anybody: a code on a wall stays in the register."""

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission([a for a in actions if a != "delete"])


policy = RegisterPermissionPolicy(Plaque)


def may_see_register(user) -> bool:
    return policy.user_has_any_permission(user, ANY)
