from django.conf import settings
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from . import account
from .asking import may_reset
from .factors import phone_of

LOGGED = {
    "signin.set_up": (gettext_lazy("Phone set up"), gettext_lazy("Set up a phone for signing in")),
    "signin.new_codes": (
        gettext_lazy("New recovery codes"),
        gettext_lazy("Made new recovery codes"),
    ),
    "signin.recovery": (
        gettext_lazy("Recovery code used"),
        gettext_lazy("Signed in with a recovery code"),
    ),
    "signin.reset": (
        gettext_lazy("Phone taken off"),
        gettext_lazy("Phone for signing in taken off"),
    ),
}


@hooks.register("register_log_actions")
def log_actions(actions):
    for name, (label, message) in LOGGED.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_urls")
def factor_urls():
    pages = [
        path("account/second-factor/", account.OwnFactorView.as_view(), name="own"),
        path("account/second-factor/phone/", account.another_phone, name="another"),
        path("users/<int:pk>/second-factor/reset/", account.ResetView.as_view(), name="reset"),
    ]
    return [path("", include((pages, "second_factor")))]


@hooks.register("register_account_menu_item")
def own_factor(request):
    if not settings.SECOND_FACTOR:
        return None
    return {
        "url": reverse("second_factor:own"),
        "label": _("Phone for signing in"),
        "help_text": _("Set up another phone, or make new recovery codes."),
    }


@hooks.register("register_user_listing_buttons")
def reset_button(user, request_user):
    if settings.SECOND_FACTOR and may_reset(request_user, user) and phone_of(user):
        list_url = reverse("wagtailusers_users:index")
        yield Button(
            _("Lost phone"),
            url=reverse("second_factor:reset", args=[user.pk], query={"next": list_url}),
            icon_name="key",
            priority=40,
        )
