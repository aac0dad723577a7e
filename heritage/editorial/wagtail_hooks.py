"""The look of Wagtail's admin here, and what of it an editor need not see."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks

from .sending import still_here
from .teams.asking import standing_of

PAGE_ICONS = ("neighbourhood", "landmark", "mural", "corridor", "history", "person", "trail")
# For those who run or watch over the site; an editor's own work does not pass through them.
OPERATORS_ENTRIES = {"reports", "help"}


@hooks.register("insert_global_admin_css")
def house_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("editorial/admin.css"))


@hooks.register("register_admin_urls")
def sending_address():
    return [path("still-here/", still_here, name="still_here")]


@hooks.register("register_icons")
def page_icons(icons):
    return [*icons, *(f"editorial/icons/{name}page.svg" for name in PAGE_ICONS)]


@hooks.register("construct_main_menu")
def hide_what_editors_do_not_need(request, items):
    user = request.user
    if not (user.is_superuser or standing_of(user).city):
        items[:] = [item for item in items if item.name not in OPERATORS_ENTRIES]
