from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request


def language_door(request: HttpRequest) -> HttpResponse:
    """`/`: on to the home page in the visitor's language."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response
