from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .actions import register_ours
from .asking import may_audit
from .views import AuditLogView


@hooks.register("register_log_actions")
def log_actions(actions):
    register_ours(actions)


@hooks.register("register_admin_urls")
def audit_urls():
    pages = [
        path("", AuditLogView.as_view(), name="log"),
        path("results/", AuditLogView.as_view(results_only=True), name="log_results"),
    ]
    return [path("reports/audit/", include((pages, "audit")))]


class AuditMenuItem(MenuItem):
    def is_shown(self, request):
        return may_audit(request.user)


@hooks.register("register_reports_menu_item")
def audit_menu_item():
    return AuditMenuItem(
        _("Audit log"), reverse("audit:log"), name="audit", icon_name="history", order=100
    )


@hooks.register("construct_reports_menu")
def one_history_is_enough(request, items):
    """Whoever reads the audit log finds in it all that Wagtail's site history shows."""
    if may_audit(request.user):
        items[:] = [item for item in items if item.name != "site-history"]
