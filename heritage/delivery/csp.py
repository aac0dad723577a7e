"""Content-Security-Policy: strict for visitors, what Wagtail needs for editors.

Public pages run no inline script or style and load nothing from elsewhere. A room that draws tiles
or pictures of a configured provider says so with `allow_images_from`.
"""

from collections.abc import Callable, Iterable

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse

ADMIN = "/admin/"
PUBLIC_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "media-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "worker-src": [SELF],
    "object-src": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
}
# A page shown inside the editor: exactly what a visitor gets, and the editor may frame it.
PREVIEW_POLICY = PUBLIC_POLICY | {"frame-ancestors": [SELF]}
# Wagtail's own pages carry inline scripts and styles; they still load nothing from elsewhere.
ADMIN_POLICY = PREVIEW_POLICY | {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF, "blob:"],
    "font-src": [SELF, "data:"],
    "frame-src": [SELF],
    "base-uri": [SELF],
}

ImageHosts = Callable[[HttpRequest], Iterable[str]]
_image_hosts: list[ImageHosts] = []


def allow_images_from(hosts: ImageHosts) -> ImageHosts:
    """Register `hosts(request)`, which yields origins ("https://tiles.example") for pictures.

    Asked once for each page that is made, public or preview. Usable as a decorator.
    """
    if hosts not in _image_hosts:
        _image_hosts.append(hosts)
    return hosts


class PolicyMiddleware(CSPMiddleware):
    """Chooses the policy by where the page is shown; django-csp writes the header."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponse, report_only: bool = False
    ):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None:
            parts.config = policy_for(request)
        return parts


def policy_for(request: HttpRequest) -> dict[str, list[str]]:
    """The directives for the page that answers this request."""
    if getattr(request, "is_dummy", False):
        policy = PREVIEW_POLICY
    elif request.path_info.startswith(ADMIN):
        return ADMIN_POLICY
    else:
        policy = PUBLIC_POLICY
    elsewhere = [host for hosts in _image_hosts for host in hosts(request)]
    return policy | {"img-src": [*policy["img-src"], *elsewhere]} if elsewhere else policy
