"""What the meter asks while an editor writes."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST
from wagtail.models import Page

from .drafting import page_as_sent
from .judging import readiness_of
from .panels import meter_context


@require_POST
def ask(request: HttpRequest, page_id: int) -> HttpResponse:
    """The meter of a page as the form that was sent would make it; 204 while the form is wrong."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.specific.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return _meter(request, page.get_latest_revision_as_object(), page.get_parent())


@require_POST
def ask_new(request: HttpRequest, app: str, model: str, parent_id: int) -> HttpResponse:
    """The same for a page that is being begun."""
    parent = get_object_or_404(Page, pk=parent_id).specific
    if not parent.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    kind = get_object_or_404(ContentType, app_label=app, model=model).model_class()
    if kind not in parent.creatable_subpage_models():
        raise Http404
    return _meter(request, kind(owner=request.user, locale=parent.locale), parent)


def _meter(request: HttpRequest, page: Page, parent: Page) -> HttpResponse:
    sent = page_as_sent(request, page, parent, is_draft=True)
    if sent is None:
        return HttpResponse(status=204)
    context = meter_context(sent, readiness_of(sent), request.path) | {"is_open": True}
    return TemplateResponse(request, "readiness/meter.html", context)
