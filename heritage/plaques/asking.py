from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def asked_language(request: HttpRequest) -> str:
    """The language chosen on the door itself (`?in=`), else the one the browser asks for."""
    chosen = request.GET.get("in")
    return chosen if chosen in LANGUAGES else translation.get_language_from_request(request)
