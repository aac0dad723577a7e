"""Wagtail's own pages about a page, for whoever may read it instead of whoever may edit it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.pages import history, revisions, usage
from wagtail.models import Page


def page_to_read(user, pk) -> Page:
    """The page, whole; 404 where there is none, 403 where it is not theirs to read."""
    page = get_object_or_404(Page, pk=pk).specific
    if not page.permissions_for_user(user).can_read():
        raise PermissionDenied
    return page


class _Read:
    """A view of Wagtail's whose page was asked for by somebody who may read it."""

    def get_object(self, *args, **kwargs):
        return page_to_read(self.request.user, self.pk)


class HistoryView(_Read, history.PageHistoryView):
    """Whoever may only read is not offered to bring an old version back."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if not self.object.permissions_for_user(request.user).can_edit():
            self.revisions_revert_url_name = None


class RevisionView(_Read, revisions.RevisionsView):
    pass


# Wagtail 8 names it otherwise; in 7.4 that name is the snippets' own.
_Compare = getattr(revisions, "RevisionsCompare", None) or revisions.RevisionsCompareView


class CompareView(_Read, _Compare):
    pass


class _ReadBelowItsCheck:
    """Of views that ask once more in `dispatch`: theirs is passed over, ours was asked before."""

    def dispatch(self, request, *args, **kwargs):
        page_to_read(request.user, self.object.pk)
        return super(self.asks, self).dispatch(request, *args, **kwargs)


class WorkflowHistoryView(_ReadBelowItsCheck, history.WorkflowHistoryView):
    asks = history.PageWorkflowHistoryViewMixin


class WorkflowHistoryDetailView(_ReadBelowItsCheck, history.WorkflowHistoryDetailView):
    asks = history.PageWorkflowHistoryViewMixin


class UsageView(_ReadBelowItsCheck, usage.UsageView):
    asks = usage.UsageView
    permission_policy = None  # Wagtail 8 finds the pages' own, which asks who may edit


def view_draft(request, page_id) -> HttpResponse:
    """The latest draft as a reader would see it."""
    page = page_to_read(request.user, page_id).get_latest_revision_as_object()
    modes = [mode for mode, _label in page.preview_modes]
    if not modes:
        raise PermissionDenied
    mode = request.GET.get("mode", page.default_preview_mode)
    return page.make_preview_request(request, mode if mode in modes else modes[0])


class ReadView(WagtailAdminTemplateMixin, TemplateView):
    """`/admin/reading/<page>/`: where those arrive who open a page that they may not edit."""

    template_name = "teams/reading/page.html"
    page_title = _("Reading")
    header_icon = "view"

    @cached_property
    def page(self) -> Page:
        return page_to_read(self.request.user, self.kwargs["page_id"])

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        above = self.page.get_ancestors().filter(depth__gt=1).specific(defer=True)
        items = [
            {
                "url": reverse("wagtailadmin_explore", args=[one.pk]),
                "label": one.get_admin_display_title(),
            }
            for one in above
        ]
        return [*self.breadcrumbs_items, *items, {"url": "", "label": self.get_page_subtitle()}]

    def get_context_data(self, **kwargs):
        page = self.page
        draft = page.get_latest_revision_as_object()
        return super().get_context_data(
            **kwargs,
            page=page,
            draft=draft,
            kind=page.specific_class._meta.verbose_name,
            latest=page.get_latest_revision(),
            state=page.current_workflow_state,
            doors=list(self._doors()),
        )

    def _doors(self):
        """What there is to read of it: words, address, icon."""
        page, key = self.page, self.page.pk
        if page.is_previewable():
            draft = reverse("wagtailadmin_pages:view_draft", args=[key])
            yield _("The draft, as readers would see it"), draft, "draft"
        if page.live and page.url:
            yield _("The published page"), page.url, "globe"
        if page.live and page.has_unpublished_changes:
            changes = reverse("wagtailadmin_pages:revisions_compare", args=[key, "live", "latest"])
            yield _("What the draft changes"), changes, "resubmit"
        for name, words, icon in (
            ("history", _("Its history"), "history"),
            ("workflow_history", _("Its reviews"), "tasks"),
            ("usage", _("Where it is used"), "link"),
        ):
            yield words, reverse(f"wagtailadmin_pages:{name}", args=[key]), icon
