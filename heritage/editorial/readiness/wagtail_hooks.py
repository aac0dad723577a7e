"""What readiness adds to Wagtail's admin."""

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet

from ..teams.neighbourhoods import is_neighbourhood
from . import accessibility, door, views
from .columns import ReadinessColumn
from .report import ReadinessReport
from .words.admin import WatchedWordViewSet

register_snippet(WatchedWordViewSet)

# Wagtail has no hook for a column of its page tree; the list of columns is plain, on 7 and 8.
_columns = ExplorableIndexView.base_columns
if not any(isinstance(column, ReadinessColumn) for column in _columns):
    _columns.append(ReadinessColumn())


@hooks.register("register_admin_urls")
def readiness_urls():
    urls = [
        path("", ReadinessReport.as_view(), name="report"),
        path("results/", ReadinessReport.as_view(results_only=True), name="report_results"),
        path("<int:page_id>/", views.ask, name="ask"),
        path("new/<str:app>/<str:model>/<int:parent_id>/", views.ask_new, name="ask_new"),
    ]
    return [path("readiness/", include((urls, "readiness")))]


@hooks.register("before_edit_page")
def hold_back_a_draft(request, page):
    if door.is_sent_to_review(request):
        door.hold_back(request, page.get_latest_revision_as_object(), page.get_parent())


@hooks.register("before_create_page")
def hold_back_a_new_page(request, parent_page, page_class):
    if door.is_sent_to_review(request):
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


@hooks.register("register_reports_menu_item")
def readiness_in_reports():
    return MenuItem(
        gettext_lazy("Readiness"), reverse("readiness:report"), icon_name="tasks", order=40
    )


@hooks.register("register_page_header_buttons")
def readiness_of_a_neighbourhood(page, user, view_name, next_url=None):
    """What is missing below a neighbourhood, from its menu."""
    if is_neighbourhood(page):
        url = f"{reverse('readiness:report')}?neighbourhood={page.pk}"
        yield Button(_("What is missing"), url=url, icon_name="tasks", priority=75)


@hooks.register("construct_wagtail_userbar")
def check_stories(request, items, page):
    accessibility.use_ours(items)
