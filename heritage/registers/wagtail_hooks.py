"""What registers add to Wagtail's admin."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.widgets.button import Button

from heritage.places.models import NeighbourhoodPage

from .admin.access import may_take_out
from .admin.permissions import may_bring_in, may_see_imports
from .admin.viewset import registers_viewset


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("registers.bring_in", _("Bring in"), _("Register brought in"))
    actions.register_action("registers.take_back", _("Take back"), _("Register taken back"))
    actions.register_action("registers.take_out", _("Take out"), _("Taken out as a package"))
    actions.register_action("registers.package_in", _("Bring in"), _("Brought in by a package"))


@hooks.register("register_admin_viewset")
def register_registers():
    return registers_viewset


@hooks.register("register_icons")
def register_icons(icons):
    return [*icons, "registers/icons/register.svg"]


class BringInMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return may_see_imports(request.user)


@hooks.register("register_registers_menu_item")
def bring_in_menu_item():
    return BringInMenuItem(
        _("Bring in"), reverse("registers:index"), name="bring-in", icon_name="upload", order=10
    )


@hooks.register("register_admin_menu_item")
def registers_menu():
    """“Registers”; what else belongs there is added by the hook `register_registers_menu_item`."""
    menu = Menu(register_hook_name="register_registers_menu_item")
    return SubmenuMenuItem(_("Registers"), menu, name="registers", icon_name="register", order=260)


class SeenBy(MenuItem):
    """An item for those whom `is_for` lets in."""

    def __init__(self, *args, is_for, **kwargs):
        super().__init__(*args, **kwargs)
        self._is_for = is_for

    def is_shown(self, request) -> bool:
        return self._is_for(request.user)


@hooks.register("register_registers_menu_item")
def take_out_menu_item():
    return SeenBy(
        _("Take out"), reverse("registers:take_out"), name="take-out", icon_name="download",
        order=20, is_for=may_take_out,
    )  # fmt: skip


@hooks.register("register_registers_menu_item")
def package_out_menu_item():
    return SeenBy(
        _("Take a neighbourhood out"), reverse("registers:package_out"), name="package-out",
        icon_name="download", order=30, is_for=may_bring_in,
    )  # fmt: skip


@hooks.register("register_registers_menu_item")
def package_in_menu_item():
    return SeenBy(
        _("Bring a neighbourhood in"), reverse("registers:package_in"), name="package-in",
        icon_name="upload", order=40, is_for=may_bring_in,
    )  # fmt: skip


@hooks.register("register_page_header_buttons")
def take_out_buttons(page, user, view_name, next_url=None):
    """In the menu of a neighbourhood's page: its register, and itself as a package."""
    if page.cached_content_type.model_class() is not NeighbourhoodPage:
        return
    if page.permissions_for_user(user).can_read():
        url = f"{reverse('registers:take_out')}?neighbourhood={page.pk}"
        yield Button(gettext("Take its register out"), url=url, icon_name="register", priority=80)
    if may_bring_in(user):
        url = f"{reverse('registers:package_out')}?neighbourhood={page.pk}"
        words = gettext("Take it out as a package")
        yield Button(words, url=url, icon_name="download", priority=81)
