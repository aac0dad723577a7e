"""The first page after signing in: the three commonest jobs, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from heritage.archive.permissions import may_add_pictures
from heritage.places.models import NeighbourhoodPage


class FirstJobs(Component):
    """Write a story, add pictures, make a plaque: to each person what they may do."""

    name = "first_jobs"
    order = 10
    template_name = "home/editing/first_jobs.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {
            "neighbourhoods": NeighbourhoodPage.objects.filter(
                pk__in=PagePermissionPolicy()
                .instances_user_has_permission_for(user, "add")
                .order_by()
                .values("pk"),
                locale__language_code="zh-hans",
            )
            .order_by("title")
            .values_list("pk", "title"),
            "may_add_pictures": may_add_pictures(user),
            "may_add_plaques": user.has_perm("plaques.add_plaque"),
            "user": user,
        }


@hooks.register("construct_homepage_panels")
def first_jobs(request, panels):
    panels.insert(0, FirstJobs())


def begin(request: HttpRequest) -> HttpResponse:
    """From the neighbourhood chosen on the first page to the kinds of page one can write there."""
    page = get_object_or_404(Page, pk=request.GET.get("in") or 0)
    return redirect("wagtailadmin_pages:add_subpage", page.pk)


@hooks.register("register_admin_urls")
def begin_url():
    return [path("begin/", begin, name="begin_story")]
