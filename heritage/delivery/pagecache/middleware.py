import logging

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from .. import freshness
from .asking import drop_tracking, key_of, may_be_kept
from .kept import KeptPage, give, is_keepable, keep

log = logging.getLogger(__name__)


class PageCacheMiddleware:
    """Gives anonymous visitors the page that was made for the last one, while it is true.

    A hit costs one query, for the generation. The generation is read before a page is made, so a
    page that was made from old content while something was published is kept under a key that
    nobody asks for any more. Code that keeps a part of a page keeps it for `request.generation`.
    `X-Qilou-Cache` says hit, miss, or nothing at all where not cached.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.generation = None

    def __call__(self, request: HttpRequest) -> HttpResponse:
        drop_tracking(request)
        if not settings.PAGE_CACHE_SECONDS or not may_be_kept(request):
            return self.get_response(request)
        generation = freshness.current()
        if generation is None:
            return self.get_response(request)
        if generation != self.generation:
            # Wagtail remembers where sites begin, in this process alone where caches are local.
            Site.clear_site_root_paths_cache()
            self.generation = generation
        request.generation = generation
        key = key_of(request, generation)
        page = _look_up(key)
        if page is not None:
            return give(request, page, "hit")
        return self._make(request, key)

    def _make(self, request: HttpRequest, key: str) -> HttpResponse:
        method, request.method = request.method, "GET"  # made whole; `give` keeps HEAD short
        response = self.get_response(request)
        request.method = method
        if not is_keepable(request, response):
            return response
        page = keep(response)
        _put_down(key, page)
        return _with_its_extras(give(request, page, "miss"), response)


def _look_up(key: str) -> KeptPage | None:
    try:
        return caches["pages"].get(key)
    except Exception:  # whatever a cache server may raise: a page can be made without it
        log.warning("The page cache does not answer; pages are made each time.", exc_info=True)
        return None


def _put_down(key: str, page: KeptPage) -> None:
    try:
        caches["pages"].set(key, page, settings.PAGE_CACHE_SECONDS)
    except Exception:  # as above
        log.warning("The page cache takes nothing; pages are made each time.", exc_info=True)


def _with_its_extras(answer: HttpResponse, made: HttpResponse) -> HttpResponse:
    """Carry over what tests and signals hang on a response (`context`, `templates`, closers)."""
    answer._resource_closers.extend(made._resource_closers)
    return answer
