from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from heritage.editorial.teams.boundaries.seeing import is_in_sight

from ..models import Plaque
from ..services import plaque_retarget
from .permissions import may_see_register, plaques_in_sight, policy


class PagePlaquesView(WagtailAdminTemplateMixin, TemplateView):
    """The plaques of one page, reached from its menu; and one button that makes a plaque for it."""

    template_name = "plaques/admin/of_page.html"
    page_title = gettext_lazy("Plaques")
    header_icon = "plaque"

    def dispatch(self, request, *args, **kwargs):
        if not (may_see_register(request.user) and is_in_sight(request.user, self.page.pk)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if not self.may_make:
            raise PermissionDenied
        with transaction.atomic():
            [plaque] = Plaque.objects.mint(1, by=request.user)
            plaque_retarget(plaque=plaque, page=self.page, by=request.user)
        messages.success(request, _("Plaque %(code)s is made.") % {"code": plaque.code})
        return HttpResponseRedirect(request.path)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page.objects.filter(depth__gt=1), pk=self.kwargs["page_id"])

    @cached_property
    def may_make(self) -> bool:
        user = self.request.user
        return (
            policy.user_has_permission(user, "add")
            and self.page.permissions_for_user(user).can_edit()
        )

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        explore = reverse("wagtailadmin_explore", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": explore, "label": self.get_page_subtitle()},
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            plaques=plaques_in_sight(self.request.user)
            .of_page(self.page)
            .order_by("created_at", "pk"),
            may_make=self.may_make,
            may_change=self.may_make and policy.user_has_permission(self.request.user, "change"),
        )
