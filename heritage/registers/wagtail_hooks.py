"""What bringing registers in adds to Wagtail's admin."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from .admin.permissions import may_see_imports
from .admin.viewset import registers_viewset


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("registers.bring_in", _("Bring in"), _("Register brought in"))
    actions.register_action("registers.take_back", _("Take back"), _("Register taken back"))


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
