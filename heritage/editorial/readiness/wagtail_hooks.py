"""What readiness adds to Wagtail's admin."""

from django.templatetags.static import static
from django.urls import include, path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from . import door, views
from .words.admin import WatchedWordViewSet

register_snippet(WatchedWordViewSet)


@hooks.register("register_admin_urls")
def readiness_urls():
    urls = [
        path("<int:page_id>/", views.ask, name="ask"),
        path("new/<str:app>/<str:model>/<int:parent_id>/", views.ask_new, name="ask_new"),
    ]
    return [path("readiness/", include((urls, "readiness")))]


@hooks.register("before_edit_page")
def hold_back_a_draft(request, page):
    if request.method == "POST":
        door.hold_back(request, page.get_latest_revision_as_object(), page.get_parent())


@hooks.register("before_create_page")
def hold_back_a_new_page(request, parent_page, page_class):
    if request.method == "POST":
        page = page_class(owner=request.user, locale=parent_page.locale)
        door.hold_back(request, page, parent_page)


@hooks.register("after_edit_page")
@hooks.register("after_create_page")
def say_what_is_missing(request, page):
    door.say_what_is_missing(request, page)


@hooks.register("after_publish_page")
def warn_of_gaps(request, page):
    door.warn_of_gaps(request, page)


@hooks.register("insert_global_admin_css")
def readiness_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("readiness/admin.css"))
