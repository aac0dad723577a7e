from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from .admin.permissions import may_see_register
from .admin.viewset import plaque_viewset

FIRST_DEPTH = 2


@hooks.register("register_admin_viewset")
def register_plaques():
    return plaque_viewset


@hooks.register("register_icons")
def register_icons(icons):
    return [*icons, "plaques/icons/plaque.svg"]


@hooks.register("register_page_header_buttons")
def plaques_button(page, user, view_name, next_url=None):
    """“Plaques” in the menu of every page that a plaque may point at."""
    if page.depth and page.depth >= FIRST_DEPTH and may_see_register(user):
        url = reverse("plaques:of_page", args=[page.pk])
        yield Button(_("Plaques"), url=url, icon_name="plaque", priority=70)
