from django.http import HttpRequest, HttpResponse

from .keeping import readiness_postponed

READING = {"GET", "HEAD", "OPTIONS"}


def ask_at_the_end(get_response):
    """Ask once, when a request is through, of each page that it changed.

    Wagtail saves, publishes and follows up in transactions of their own; each changes the page.
    Before the answer is sent, so that the next screen shows what holds now.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method in READING:
            return get_response(request)
        with readiness_postponed():
            return get_response(request)

    return answer
