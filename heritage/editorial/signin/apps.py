from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignInConfig(AppConfig):
    """Signing in."""

    name = "heritage.editorial.signin"
    label = "signin"
    verbose_name = _("Signing in")

    def ready(self):
        from . import checks, sitting  # noqa: F401 - registers the check, connects the signal
