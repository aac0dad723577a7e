"""Addresses of Wagtail's admin behind which nobody is asked whose it is, and who passes there.

Its choosers answer with the title of whatever is named by number, its explorer shows any page's
header, its forms for moving and copying name the place they refuse. Each rule here says whether
somebody may name what they named.
"""

from collections.abc import Callable, Iterable

from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.auth import permission_denied
from wagtail.coreutils import resolve_model_string
from wagtail.images import get_image_model
from wagtail.models import Page, TaskState

from ..asking import holds
from ..roles import CityRole
from .ground import reads_everything
from .seeing import is_explorable, may_choose, pages_in_sight

# Whether they pass; or the address where they are sent instead.
Rule = Callable[[HttpRequest, dict, type | None], bool | str]
# Where forms keep the page that something is to be moved, copied or added to.
PLACES = ("new_parent_page", "parent_page", "chooser")


class Doorkeeper:
    """Middleware: asks the rule of a view before the view; refuses as Wagtail does."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        rule = RULES.get(name) or CHOOSERS.get(name.rpartition(":")[2])
        if rule is None or not request.user.has_perm("wagtailadmin.access_admin"):
            return None  # not a door, or Wagtail asks them to sign in first
        if request.user.is_superuser:
            return None
        answer = rule(request, kwargs, chosen_model(view))
        if isinstance(answer, str):
            return redirect(answer)
        return None if answer else permission_denied(request)


def chosen_model(view) -> type | None:
    """What a chooser is about."""
    said = getattr(view, "view_initkwargs", {}).get("model")
    return resolve_model_string(said) if said else None


def explored(request, kwargs, _model) -> bool:
    return is_explorable(request.user, kwargs["parent_page_id"])


def browsed(request, kwargs, _model) -> bool:
    return _in_sight(request.user, [kwargs["parent_page_id"]])


def named_pages(request, kwargs, _model) -> bool:
    return _in_sight(request.user, request.GET.getlist("id"))


def placed(request, kwargs, _model) -> bool:
    places = [request.POST.get(name, "") for name in PLACES]
    return _in_sight(request.user, [kwargs.get("destination_id", ""), *places])


def moved(request, kwargs, _model) -> bool:
    """Wagtail asks who may move a page when it is moved; the question before names it."""
    is_theirs = is_explorable(request.user, kwargs["page_to_move_id"])
    return is_theirs and placed(request, kwargs, _model)


def of_this_page(request, kwargs, _model) -> bool:
    """Wagtail asks whether one may act on the page, and then acts on whatever step was named."""
    steps = TaskState.objects.filter(pk=kwargs["task_state_id"])
    pages = steps.values_list("workflow_state__object_id", flat=True)
    return reviewed(request, kwargs, _model) and set(pages) <= {str(kwargs["page_id"])}


def reviewed(request, kwargs, _model) -> bool:
    return is_explorable(request.user, kwargs["page_id"])


def chosen(request, kwargs, model) -> bool:
    return model is not None and may_choose(request.user, model, numbers([kwargs["pk"]]))


def chosen_multiple(request, kwargs, model) -> bool:
    named = numbers(request.GET.getlist("id"))
    return model is not None and may_choose(request.user, model, named)


def overseen(request, kwargs, _model) -> bool:
    """The site's log and its counts name everybody's items and drafts."""
    return reads_everything(request.user) or holds(request.user, CityRole.OPERATOR)


def edited(request, kwargs, _model) -> bool | str:
    """Who opens a page that they may read and not edit is shown it to read."""
    page = Page.objects.filter(pk=kwargs["page_id"]).first()
    may = page and page.permissions_for_user(request.user)
    if request.method == "GET" and may and may.can_read() and not may.can_edit():
        return reverse("reading_page", args=[page.pk])
    return True


def arranged(request, kwargs, _model) -> bool:
    """The steps of workflows are for those who make workflows; Wagtail shows them to everybody."""
    return request.user.has_perm("wagtailcore.change_workflow")


def formatted(request, kwargs, _model) -> bool:
    return may_choose(request.user, get_image_model(), [kwargs["image_id"]])


RULES: dict[str, Rule] = {
    "wagtailadmin_pages:edit": edited,
    "wagtailadmin_reports:page_types_usage": overseen,
    "wagtailadmin_reports:page_types_usage_results": overseen,
    "wagtailadmin_reports:site_history": overseen,
    "wagtailadmin_reports:site_history_results": overseen,
    "wagtailadmin_explore": explored,
    "wagtailadmin_explore_results": explored,
    "wagtailadmin_choose_page_child": browsed,
    "wagtailadmin_choose_page_chosen_multiple": named_pages,
    "wagtailadmin_pages:move_confirm": moved,
    "wagtailadmin_pages:copy": placed,
    "wagtailadmin_pages:choose_parent": placed,
    "wagtail_bulk_action": placed,
    "wagtailadmin_pages:workflow_action": of_this_page,
    "wagtailadmin_pages:collect_workflow_action_data": of_this_page,
    "wagtailadmin_pages:confirm_workflow_cancellation": reviewed,
    "wagtailadmin_pages:workflow_preview": reviewed,
    "wagtailadmin_workflows:task_chooser": arranged,
    "wagtailadmin_workflows:task_chooser_results": arranged,
    "wagtailadmin_workflows:task_chooser_create": arranged,
    "wagtailadmin_workflows:task_chosen": arranged,
}
# By the last part of their names: there is one chooser for each kind of item.
CHOOSERS: dict[str, Rule] = {
    "chosen": chosen,
    "chosen_multiple": chosen_multiple,
    "select_format": formatted,
}


def numbers(texts: Iterable) -> set[int]:
    """Those that are numbers of a row; what is no number is answered by the view itself."""
    return {int(text) for text in map(str, texts) if text.isdecimal() and len(text) < 16}


def _in_sight(user, texts: Iterable) -> bool:
    wanted = numbers(texts)
    return pages_in_sight(user).filter(pk__in=wanted).count() == len(wanted) if wanted else True
