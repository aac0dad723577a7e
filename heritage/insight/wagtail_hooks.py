"""What insight adds to Wagtail's admin: the first page's lists, and the city at a glance."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from .homes.panels import Desk
from .overview.views import OverviewView, may_see_city

# The desk tells the same in the words of this house.
TOLD_ALREADY = (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)


class OverviewMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        return may_see_city(request.user)


@hooks.register("construct_homepage_panels")
def lay_the_desk(request, panels):
    panels[:] = [panel for panel in panels if not isinstance(panel, TOLD_ALREADY)]
    panels.append(Desk())


@hooks.register("register_admin_urls")
def overview_url():
    return [path("city/", OverviewView.as_view(), name="city_overview")]


@hooks.register("register_reports_menu_item")
def overview_in_reports():
    return OverviewMenuItem(
        _("The city at a glance"), reverse("city_overview"), icon_name="site", order=10
    )


@hooks.register("insert_global_admin_css")
def insight_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("insight/admin.css"))
