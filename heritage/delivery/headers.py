from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Where a visitor stands and what their camera sees (a plaque's code) may be asked for by our own
# pages; the rest of what a phone can do, by nobody.
PERMISSIONS = {"geolocation": "(self)", "camera": "(self)"} | dict.fromkeys(
    (
        "accelerometer",
        "browsing-topics",
        "display-capture",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "publickey-credentials-get",
        "serial",
        "usb",
        "xr-spatial-tracking",
    ),
    "()",
)
POLICY = ", ".join(f"{feature}={who}" for feature, who in PERMISSIONS.items())


def permissions_policy(get_response: Callable) -> Callable:
    """Middleware: say on every page what it may ask of a visitor's device."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response

    return middleware
