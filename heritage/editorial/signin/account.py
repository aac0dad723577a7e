"""Under Account: another phone, new recovery codes. And for an operator: a lost phone."""

from functools import cached_property

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from .asking import may_reset
from .factors import codes_left, codes_renewed, factor_reset, phone_of
from .forms import PasswordForm
from .sitting import CHANGING, gone_wrong, sent_away
from .tries import forget_tries, is_locked
from .views import phone_set_up, shown_once


@method_decorator(sensitive_post_parameters(), name="dispatch")
class OwnFactorView(WagtailAdminTemplateMixin, FormView):
    """What one signs in with, and the two things one may do about it, after the password."""

    page_title = gettext_lazy("Phone for signing in")
    header_icon = "mobile-alt"
    template_name = "signin/account.html"
    form_class = PasswordForm

    def dispatch(self, request, *args, **kwargs):
        if is_locked(request.user):
            return sent_away(request)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        account = {"url": reverse("wagtailadmin_account"), "label": _("Account")}
        return [*self.breadcrumbs_items, account, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        forget_tries(self.request.user)
        if self.request.POST.get("do") == "codes" and phone_of(self.request.user):
            return shown_once(self.request, codes_renewed(user=self.request.user))
        self.request.session[CHANGING] = True
        return redirect("second_factor:another")

    def form_invalid(self, form):
        away = gone_wrong(self.request) if self.request.POST.get("password") else None
        return away or super().form_invalid(form)

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(phone=phone_of(user), left=codes_left(user), **kwargs)


def another_phone(request: HttpRequest) -> HttpResponse:
    """Set up a phone in place of the one before; reached through the password."""
    if not request.session.get(CHANGING):
        return redirect("second_factor:own")
    return phone_set_up(request, "signin/another_phone.html")


class ResetView(WagtailAdminTemplateMixin, TemplateView):
    """Somebody lost their phone and the paper: take both off, so that they set up anew."""

    page_title = gettext_lazy("Lost phone")
    header_icon = "mobile-alt"
    template_name = "signin/reset.html"

    def dispatch(self, request, *args, **kwargs):
        if not may_reset(request.user, self.person):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def person(self):
        return get_object_or_404(get_user_model(), pk=self.kwargs["pk"])

    def get_page_subtitle(self):
        return get_user_display_name(self.person)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_header_title()}]

    def post(self, request, *args, **kwargs):
        factor_reset(user=self.person, by=request.user)
        words = _("The phone of %(name)s is off. At the next sign-in another is set up.")
        messages.success(request, words % {"name": get_user_display_name(self.person)})
        return HttpResponseRedirect(self.back)

    @property
    def back(self) -> str:
        """The list that the button was on."""
        sent = self.request.POST.get("next") or self.request.GET.get("next") or ""
        is_ours = url_has_allowed_host_and_scheme(sent, {self.request.get_host()})
        return sent if is_ours else reverse("wagtailadmin_home")

    def get_context_data(self, **kwargs):
        person = self.person
        named = {"name": get_user_display_name(person), "phone": phone_of(person)}
        return super().get_context_data(back=self.back, **named, **kwargs)
