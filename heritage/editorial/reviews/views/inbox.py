from django.utils.translation import pgettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..inbox import sent_back_to, submitted_by, waiting_for


class InboxView(WagtailAdminTemplateMixin, TemplateView):
    """`/admin/reviews/`: what waits for me, what came back to me, where mine stand."""

    template_name = "reviews/admin/inbox.html"
    page_title = pgettext_lazy("inbox", "Reviews")
    header_icon = "clipboard-list"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            **kwargs,
            waiting=waiting_for(user),
            sent_back=sent_back_to(user),
            submitted=submitted_by(user),
        )
