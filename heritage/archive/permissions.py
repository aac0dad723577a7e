"""Who may use the city's pictures, as Wagtail's policy for their collections says."""

from wagtail import permissions
from wagtail.images import get_image_model


def may_add_pictures(user) -> bool:
    """Whether this person may upload a picture into any collection at all."""
    return _policy().user_has_permission(user, "add")


def may_choose_picture(user, picture) -> bool:
    """Whether this person may show this picture: its own team's, or one that all share."""
    return _policy().user_has_any_permission_for_instance(user, ["choose", "change"], picture)


def _policy():
    if hasattr(permissions, "policy_registry"):  # Wagtail 8
        return permissions.policy_registry.get_by_type(get_image_model())
    from wagtail.images.permissions import permission_policy

    return permission_policy
