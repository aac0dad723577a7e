"""What a session knows of how it was opened."""

import time
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django_otp import login as remember_device
from django_otp.models import Device
from wagtail.admin.localization import get_localized_response

from .asking import is_halfway
from .tries import forget_tries, is_locked, wrong_try

PASSWORD_AT = "signin_password_at"  # noqa: S105 - the name of a session's key
CHANGING = "signin_changing"  # the password was given again: another phone may be set up
WAITS_FOR = 15 * 60


@receiver(user_logged_in)
def note_the_time(request, **_signal):
    request.session[PASSWORD_AT] = int(time.time())


def is_recent(request: HttpRequest) -> bool:
    """Whether the password was given in this session within a quarter of an hour."""
    return time.time() - request.session.get(PASSWORD_AT, 0) < WAITS_FOR


def goal_of(request: HttpRequest) -> str:
    """Where somebody wants to go after this, on this site; else the admin's first page."""
    goal = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(goal, {request.get_host()}, request.is_secure())
    return goal if is_ours else reverse("wagtailadmin_home")


def with_goal(name: str, request: HttpRequest) -> HttpResponseRedirect:
    """To one of our pages, remembering where somebody wanted to go."""
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': goal_of(request)})}")


def halfway(view: Callable) -> Callable:
    """For whoever gave the password a moment ago and owes a code; others go where they belong."""

    @never_cache
    @sensitive_post_parameters()
    @wraps(view)
    def kept(request: HttpRequest) -> HttpResponse:
        if not is_halfway(request.user):
            return HttpResponseRedirect(goal_of(request))  # nobody: the admin asks them to sign in
        if is_locked(request.user):
            return sent_away(request)
        if not is_recent(request):
            logout(request)
            messages.warning(request, _("Please sign in once more, with your password."))
            return with_goal("wagtailadmin_login", request)
        return get_localized_response(view, request)

    return kept


def passed(request: HttpRequest, device: Device) -> None:
    """From now on this session is theirs: it gets another key, and remembers by what."""
    forget_tries(request.user)
    request.session.pop(CHANGING, None)
    remember_device(request, device)
    request.session.cycle_key()


def gone_wrong(request: HttpRequest) -> HttpResponse | None:
    """Count a wrong code; the fifth is answered with an end of the session."""
    return sent_away(request) if wrong_try(request.user) else None


def sent_away(request: HttpRequest) -> HttpResponse:
    """End the session of somebody who guessed too often."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    logout(request)
    context = {"minutes": minutes}
    response = render(request, "delivery/too_many_tries.html", context, status=429)
    response["Retry-After"] = str(minutes * 60)
    return response
