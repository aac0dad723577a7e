"""Puts the boundaries up: called once, when the room is ready."""

from wagtail import hooks
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from . import policies
from .seeing import item_policy, may_be_named, pages_in_sight

_wagtail_actionable = BulkAction.get_actionable_objects


def put_up() -> None:
    policies.install()
    BulkAction.get_actionable_objects = get_actionable_objects
    hooks.register("construct_page_chooser_queryset", only_pages_in_sight)
    # After Wagtail's own: the last who registers a name has it.
    hooks.register("construct_admin_api", only_ones_own_items, order=100)


def get_actionable_objects(self):
    """Wagtail lists what one may not touch by name: here only what one may know of."""
    objects, others = _wagtail_actionable(self)
    user = self.request.user
    refused = [one for one in others["items_with_no_access"] if may_be_named(user, one)]
    return objects, {**others, "items_with_no_access": refused}


def only_pages_in_sight(pages, request):
    return pages_in_sight(request.user, pages)


class _OwnItems:
    """The admin's API lists every picture and document to whoever may sign in."""

    def get_queryset(self):
        found = super().get_queryset()
        policy = item_policy(found.model)
        own = policy.instances_user_has_any_permission_for(self.request.user, ["choose", "change"])
        return found.filter(pk__in=own.order_by().values("pk"))


class Pictures(_OwnItems, ImagesAdminAPIViewSet):
    pass


class Papers(_OwnItems, DocumentsAdminAPIViewSet):
    pass


def only_ones_own_items(router):
    router.register_endpoint("images", Pictures)
    router.register_endpoint("documents", Papers)
