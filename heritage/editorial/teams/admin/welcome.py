from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import PasswordResetConfirmView
from django.urls import reverse_lazy
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from ..posts import posts_of


class WelcomeView(PasswordResetConfirmView):
    """`/admin/welcome/<uid>/<token>/`: somebody invited chooses a password, in their language."""

    template_name = "teams/welcome.html"
    success_url = reverse_lazy("wagtailadmin_login")

    def dispatch(self, *args, **kwargs):
        person = self.get_user(kwargs["uidb64"])
        profile = person and UserProfile.objects.filter(user=person).first()
        with override(profile.get_preferred_language() if profile else get_language()):
            response = super().dispatch(*args, **kwargs)
            return response.render() if hasattr(response, "render") else response

    def form_valid(self, form):
        words = _("Your password is set. Sign in as %(name)s.") % {"name": self.user.username}
        messages.success(self.request, words)
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        posts = posts_of(self.user) if self.validlink else []
        return context | {"site": settings.WAGTAIL_SITE_NAME, "person": self.user, "posts": posts}
