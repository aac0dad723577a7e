"""After the password: the code from the phone, one from the paper, or setting up a phone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .drawing import qr_svg
from .factors import (
    Answer,
    code_taken,
    codes_left,
    key_in_words,
    phone_begun,
    phone_confirmed,
    phone_of,
    seconds_to_wait,
)
from .forms import CodeForm, RecoveryForm
from .sitting import goal_of, gone_wrong, halfway, passed, with_goal


@halfway
def give_code(request: HttpRequest) -> HttpResponse:
    """Six digits from the phone that was set up."""
    if phone_of(request.user) is None:
        return with_goal("signin:phone", request)
    return _asked(request, CodeForm(request.POST or None), "signin/code.html")


@halfway
def give_recovery_code(request: HttpRequest) -> HttpResponse:
    """One of the ten from the paper, for whoever has no phone at hand."""
    if phone_of(request.user) is None:
        return with_goal("signin:phone", request)
    return _asked(request, RecoveryForm(request.POST or None), "signin/recovery.html")


@halfway
def set_up_phone(request: HttpRequest) -> HttpResponse:
    """The first time: scan, type the code back, keep ten recovery codes."""
    if phone_of(request.user) is not None:
        return with_goal("signin:code", request)
    return phone_set_up(request, "signin/phone.html")


def phone_set_up(request: HttpRequest, template: str) -> HttpResponse:
    """Show the key of a phone to be set up, and take it into use when it shows a right code."""
    user, form = request.user, CodeForm(request.POST or None)
    phone = phone_begun(user=user, session=request.session)
    if form.is_valid():
        wait = seconds_to_wait(phone)
        codes = not wait and phone_confirmed(user=user, phone=phone, text=form.cleaned_data["code"])
        if codes:
            phone.refresh_from_db()
            passed(request, phone)
            return shown_once(request, codes)
        form.add_error("code", _refusal(wait))
        if not wait and (answer := gone_wrong(request)):
            return answer
    context = {
        "form": form,
        "next": goal_of(request),
        "qr": qr_svg(phone.config_url),
        "key": key_in_words(phone),
        "url": phone.config_url,
    }
    return render(request, template, context)


def shown_once(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """The recovery codes, in the answer itself: they are kept nowhere."""
    context = {"codes": codes, "next": goal_of(request), "name": request.user.get_username()}
    return render(request, "signin/codes.html", context)


def _asked(request: HttpRequest, form, template: str) -> HttpResponse:
    if form.is_valid():
        answer = code_taken(user=request.user, text=form.cleaned_data["code"])
        if answer.device:
            return _let_in(request, answer)
        form.add_error("code", _refusal(answer.wait))
        if not answer.wait and (away := gone_wrong(request)):
            return away
    return render(request, template, {"form": form, "next": goal_of(request)})


def _let_in(request: HttpRequest, answer: Answer) -> HttpResponse:
    passed(request, answer.device)
    if answer.device != phone_of(request.user):
        left = codes_left(request.user)
        words = ngettext(
            "You have %(left)s recovery code left. Under Account you can set up another phone.",
            "You have %(left)s recovery codes left. Under Account you can set up another phone.",
            left,
        )
        messages.warning(request, words % {"left": left})
    return HttpResponseRedirect(goal_of(request))


def _refusal(wait: int) -> str:
    if wait:
        return ngettext(
            "Please wait %(wait)s second, then give the code that is shown by then.",
            "Please wait %(wait)s seconds, then give the code that is shown by then.",
            wait,
        ) % {"wait": wait}
    return _(
        "That code does not fit, or was used already. Wait for the next one; the phone's clock "
        "must be set automatically."
    )
