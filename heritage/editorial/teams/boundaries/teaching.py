"""Puts the boundaries up: called once, when the room is ready."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.widgets.button import Button
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from . import policies
from .ground import reads_everything
from .reading.reports import open_reports
from .seeing import item_policy, may_be_named, pages_in_sight

_wagtail_actionable = BulkAction.get_actionable_objects


def put_up() -> None:
    policies.install()
    open_reports()
    BulkAction.get_actionable_objects = get_actionable_objects
    hooks.register("construct_page_chooser_queryset", only_pages_in_sight)
    # After Wagtail's own: the last who registers a name has it.
    hooks.register("register_page_listing_buttons", read_button)
    hooks.register("register_reports_menu_item", lambda: ReadersItem.of("pictures"))
    hooks.register("register_reports_menu_item", lambda: ReadersItem.of("documents"))
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
        user, policy = self.request.user, item_policy(self.model)
        own = policy.instances_user_has_any_permission_for(user, ["choose", "change"])
        return own.order_by("id")


class Pictures(_OwnItems, ImagesAdminAPIViewSet):
    pass


class Papers(_OwnItems, DocumentsAdminAPIViewSet):
    pass


def only_ones_own_items(router):
    router.register_endpoint("images", Pictures)
    router.register_endpoint("documents", Papers)


def read_button(page, user, next_url=None, **kwargs):
    may = page.permissions_for_user(user)
    if may.can_read() and not may.can_edit():
        yield Button(_("Read"), reverse("reading_page", args=[page.pk]), icon_name="view")


class ReadersItem(MenuItem):
    """A list of all pictures or documents, for those who have no list of their own."""

    @classmethod
    def of(cls, kind: str) -> "ReadersItem":
        label = {"pictures": _("All pictures"), "documents": _("All documents")}[kind]
        icon = {"pictures": "image", "documents": "doc-full-inverse"}[kind]
        return cls(label, reverse(f"reading_{kind}"), icon_name=icon, order=900)

    def is_shown(self, request) -> bool:
        return reads_everything(request.user)
