"""Wagtail's reports on pages, which list for each reader what they may publish or change."""

from wagtail.admin.views.reports import aging_pages, locked_pages, workflows
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from ..ground import reads_everything


class ReportPolicy(PagePermissionPolicy):
    """Who reads everything finds everything in a report; behind a line, where nobody publishes,
    those find their pages who write them."""

    def instances_user_has_permission_for(self, user, action):
        if user.is_active and reads_everything(user):
            return Page.objects.filter(depth__gt=1)
        return super().instances_user_has_permission_for(
            user, "change" if action == "publish" else action
        )


def open_reports() -> None:
    for report in (aging_pages, locked_pages, workflows):
        report.page_permission_policy = ReportPolicy(Page)
