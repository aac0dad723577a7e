"""Before a form is sent: whether the server is there and still knows who writes.

`static/editorial/sending.js` asks. A form that is sent without it after the session has ended is
answered with the sign-in page, and what was written is gone.
"""

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache


@never_cache
def still_here(request: HttpRequest) -> JsonResponse:
    """Who is signed in, and what a form must carry: signing in again has made another."""
    return JsonResponse({"who": request.user.pk, "token": get_token(request)})
