from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from .asking import is_halfway


class SecondStepMiddleware:
    """Treats whoever still owes a code as nobody, everywhere but where the code is given.

    With `request.user` anonymous, nothing that a signed-in person may do works by any address:
    editor's pages, the admin's API, drafts, originals of pictures, the work at the wall. Under the
    admin they are led to the code instead. Stands after django-otp's own middleware.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.SECOND_FACTOR or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self.get_response(request)
        path, signed_in = request.path_info, request.user
        if path.startswith(reverse("signin:code")) or path == reverse("wagtailadmin_logout"):
            return self.get_response(request)
        request.user = SimpleLazyObject(lambda: _whole(signed_in))

        async def asked_later():
            return request.user

        request.auser = asked_later
        if _is_behind_the_door(request) and is_halfway(signed_in):
            return _to_the_code(request)
        return self.get_response(request)


def _whole(user):
    return AnonymousUser() if is_halfway(user) else user


def _is_behind_the_door(request: HttpRequest) -> bool:
    """Whether an address is the admin's; not what its own sign-in pages are made of."""
    path = request.path_info
    if path == reverse("wagtailadmin_login"):
        return request.method != "POST"
    open_to_all = ("wagtailadmin_password_reset", "wagtailadmin_sprite")
    catalog = reverse("wagtailadmin_javascript_catalog")
    return path.startswith(reverse("wagtailadmin_home")) and not path.startswith(
        (*map(reverse, open_to_all), catalog)
    )


def _to_the_code(request: HttpRequest) -> HttpResponse:
    asked_by_script = request.headers.get("x-requested-with") == "XMLHttpRequest"
    if asked_by_script or request.path_info.startswith(f"{reverse('wagtailadmin_home')}api/"):
        return JsonResponse({"detail": "second factor required"}, status=403)
    return HttpResponseRedirect(f"{reverse('signin:code')}?{urlencode({'next': _goal(request)})}")


def _goal(request: HttpRequest) -> str:
    """Where they were going; a form that was sent cannot be sent again by itself."""
    if request.path_info == reverse("wagtailadmin_login"):
        return request.GET.get("next", "")
    return request.get_full_path() if request.method in {"GET", "HEAD"} else ""
