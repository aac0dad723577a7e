"""The reviews in Wagtail's admin: addresses, menu, buttons, and the ways round that are closed."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.admin.widgets.button import Button

from heritage.editorial.teams.asking import team_of

from .action_menu import arrange
from .inbox import waiting_count
from .log_words import in_readers_language, register
from .notices import notices, reopened
from .views.inbox import InboxView
from .views.preview import PreviewView
from .views.review import ReviewView
from .views.withdraw import WithdrawView
from .withdrawing import may_be_withdrawn, may_withdraw


@hooks.register("register_admin_urls")
def review_urls():
    urls = [
        path("", InboxView.as_view(), name="inbox"),
        path("<int:page_id>/", ReviewView.as_view(), name="page"),
        path("<int:page_id>/preview/", PreviewView.as_view(), name="preview"),
        path("<int:page_id>/withdraw/", WithdrawView.as_view(), name="withdraw"),
    ]
    return [path("reviews/", include((urls, "reviews"), namespace="reviews"))]


@hooks.register("insert_global_admin_css")
def review_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("reviews/reviews.css"))


class InboxMenuItem(MenuItem):
    """“Reviews”, with the number that waits for whoever looks."""

    def render_component(self, request):
        many = waiting_count(request.user)
        attrs = {**self.attrs}
        if many:
            words = ngettext("%(n)s story waits for you", "%(n)s stories wait for you", many)
            attrs |= {"data-reviews-waiting": str(many), "title": words % {"n": many}}
        return LinkMenuItem(self.name, self.label, self.url, icon_name=self.icon_name, attrs=attrs)


@hooks.register("register_admin_menu_item")
def inbox_item():
    return InboxMenuItem(
        pgettext_lazy("inbox", "Reviews"),
        reverse("reviews:inbox"),
        name="reviews",
        icon_name="clipboard-list",
        order=150,
    )


@hooks.register("register_page_header_buttons")
def header_buttons(page, user, view_name, next_url=None):
    yield from _buttons(page, user, next_url)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page, user, next_url=None):
    yield from _buttons(page, user, next_url)


def _buttons(page, user, next_url):
    if not page.depth or page.depth < 2:
        return
    url = reverse("reviews:page", args=[page.pk])
    yield Button(pgettext("inbox", "Reviews"), url=url, icon_name="clipboard-list", priority=45)
    if may_withdraw(user, page) and may_be_withdrawn(page):
        url = reverse("reviews:withdraw", args=[page.pk])
        yield Button(_("Withdraw at once"), url=url, icon_name="warning", priority=55)


@hooks.register("construct_page_action_menu")
def action_menu(items, request, context):
    arrange(items, request, context)


@hooks.register("construct_homepage_panels")
def one_list_of_what_waits(request, panels):
    """The inbox is the one list of what waits; Wagtail's would offer to pass without reading."""
    ours = WorkflowObjectsToModeratePanel
    panels[:] = [panel for panel in panels if not isinstance(panel, ours)]


@hooks.register("before_edit_page")
def say_where_it_stands(request, page):
    if request.method == "GET":
        notices(request, page)


@hooks.register("after_edit_page")
def say_that_it_was_reopened(request, page):
    if getattr(page, "review_reopened", False):
        reopened(request, page)


@hooks.register("before_unpublish_page")
def withdraw_with_a_reason(request, page):
    """Below a team nothing is taken down without a word why."""
    if team_of(page) is not None:
        return redirect("reviews:withdraw", page.pk)
    return None


@hooks.register("before_bulk_action")
def no_bulk_below_a_team(request, action_type, objects, action):
    if action_type != "unpublish" or not hasattr(action.model, "path"):
        return None
    if any(team_of(page) is not None for page in objects):
        messages.error(
            request, _("Stories of a team are withdrawn one by one, each with its reason.")
        )
        return redirect(action.next_url)
    return None


hooks.register("register_log_actions", in_readers_language, order=100)


@hooks.register("register_log_actions")
def log_actions(actions):
    register(actions)
